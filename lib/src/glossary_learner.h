// SPDX-License-Identifier: GPL-2.0-or-later
// Learns which terms mean the same from the glosses of all papers.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer.h"
#include "text_pool.h"

namespace papersearch {

// Another name for a term, and how many papers say so.
struct LearnedName {
  std::string text;  // for people; its terms are those of its analysis
  std::uint32_t support = 0;

  friend bool operator==(const LearnedName&, const LearnedName&) = default;
};

// By the key of a name (glossary_table.h): its other names, best supported first.
using LearnedGlossary = std::map<std::string, std::vector<LearnedName>>;

// Takes the glosses of papers, in the order of their numbers, and makes a glossary of them.
// The same papers always give the same glossary.
//
// A pair of names is learned when enough papers gloss one with the other, few gloss
// either with anything else, and the Korean name is whole: as long as the papers agree,
// and often found where nothing else stands before it. Wrong pairs do more harm than
// missing ones; the limits stand in glossary_limits.h.
//
// Needs about 100 bytes a gloss; a paper has two or three.
class GlossaryLearner {
 public:
  GlossaryLearner() { texts_.add(""); }

  // Tells in how many of the papers a term occurs.
  using DocumentFrequency = std::function<std::uint32_t(std::string_view term)>;

  // Adds one paper by what encode_glosses() gave for it.
  void add_paper(std::string_view encoded_glosses);

  LearnedGlossary learn(const DocumentFrequency& document_frequency) const;

 private:
  using Id = TextPool::Id;  // 0 is the empty text
  struct Record {
    Id paper;
    Id korean;
    Id english;
    Id abbreviation;
    bool korean_is_whole;
  };
  class Selection;

  Id papers_ = 0;
  std::deque<Record> records_;
  TextPool texts_;
};

}  // namespace papersearch
