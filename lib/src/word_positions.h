// SPDX-License-Identifier: GPL-2.0-or-later
// The order of words as shards keep it: in Xapian's positions, of terms of each field. Its
// server knows what to do with these, and nothing of word_sequence.h. Both give the same
// answers.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema.h"
#include "word_sequence.h"

namespace papersearch {

// Gives the words of one document their positions.
class WordPositionWriter {
 public:
  explicit WordPositionWriter(Xapian::Document& document) : document_(document) {}

  // As WordSequenceWriter has them.
  void begin_run(Field field);
  void add(std::string_view term, std::uint32_t place);

 private:
  struct Places {
    // Of the run at hand. From 1: of a word that stands at 0 and 1, Xapian keeps one place.
    Xapian::termpos begin = 1;
    Xapian::termpos end = 0;  // behind the last word
    std::uint32_t used = 0;   // without gaps, before the run at hand
    std::uint32_t used_now = 0;
  };

  Xapian::Document& document_;
  Field field_ = Field::kTitle;
  std::vector<Places> places_ = std::vector<Places>(kFields.size());
};

// What pattern_query() gives of the patterns with these names; of authors only near.
Xapian::Query phrase_by_positions(const std::vector<std::string>& terms, FieldMask fields);
Xapian::Query any_word_by_positions(const std::vector<std::string>& terms,
                                    FieldMask fields);
// `terms` are those of authors.
Xapian::Query near_by_positions(const std::vector<std::string>& terms,
                                std::uint32_t window);

}  // namespace papersearch
