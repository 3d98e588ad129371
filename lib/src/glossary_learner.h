// SPDX-License-Identifier: GPL-2.0-or-later
// Learns which terms mean the same from the glosses of all papers.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer.h"

namespace papersearch {

// Another name for a term, and how many papers say so.
struct LearnedName {
  std::string text;  // for people; its terms are those of its analysis
  std::uint32_t support = 0;

  friend bool operator==(const LearnedName&, const LearnedName&) = default;
};

// By the key of a name (glossary_table.h): its other names, best supported first.
using LearnedGlossary = std::map<std::string, std::vector<LearnedName>>;

// Takes the glosses of papers, in any order, and makes a glossary of them. The same
// papers always give the same glossary.
//
// A pair of names is learned when enough papers gloss one with the other, few gloss
// either with anything else, and the Korean name is whole: as long as the papers agree,
// and often found where nothing else stands before it. Wrong pairs do more harm than
// missing ones; the limits stand in glossary_limits.h.
//
// Needs about 100 bytes a gloss; a paper has two or three.
class GlossaryLearner {
 public:
  // Tells in how many of the papers a term occurs.
  using DocumentFrequency = std::function<std::uint32_t(std::string_view term)>;

  // Adds one paper by what encode_glosses() gave for it.
  void add_paper(std::string_view encoded_glosses);

  LearnedGlossary learn(const DocumentFrequency& document_frequency) const;

 private:
  using Id = std::uint32_t;  // of a distinct text; 0 is the empty one
  struct Record {
    Id paper;
    Id korean;
    Id english;
    Id abbreviation;
    bool korean_is_whole;
  };
  class Selection;

  Id intern(const std::string& text);

  Id papers_ = 0;
  std::vector<Record> records_;
  std::unordered_map<std::string, Id> ids_{{"", 0}};
};

}  // namespace papersearch
