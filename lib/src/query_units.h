// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query as people see them.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "analyzer.h"
#include "glossary.h"

namespace papersearch {

// Tokens that are one word to the reader: the parts of 강화학습, of GPT-4o.
struct QueryUnit {
  std::vector<std::string> parts;
  std::vector<std::string> wholes;
  std::vector<std::string> bigrams;
  // What the index writes otherwise: the term that the word makes with its neighbour
  // (멀티 모달 for 멀티모달), and the two words that it is written as (the reverse).
  std::string joined;
  std::vector<std::string> apart;
  std::string word;  // of a single part: folded, not stemmed, as names are indexed
  ByteRange source;
};

// The parts of `units` as a glossary is asked for them.
std::vector<GlossaryWord> glossary_words(const std::vector<QueryUnit>& units);

std::vector<QueryUnit> query_units(std::string_view text, Analyzer& analyzer);

// Two neighbours that are also written together become one unit where the lexicon knows
// the compound; other spellings that the index holds are noted: fine tuning and finetuning,
// 멀티 모달 and 멀티모달. The parts stay what they are, in order.
void meet_other_spacing(std::vector<QueryUnit>& units, const Xapian::Database& database,
                        Analyzer& analyzer);

}  // namespace papersearch
