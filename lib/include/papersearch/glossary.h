// SPDX-License-Identifier: GPL-2.0-or-later
// What terms are taken to mean: their names in the other language, and in short.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "papersearch/error.h"

namespace papersearch {

// Who says that two names mean the same.
enum class NameSource {
  kUser,      // a file given to Searcher::add_synonyms()
  kReviewed,  // the glossary that comes with the library, data/glossary.tsv
  kLearned,   // the papers of the index: 강화 학습(Reinforcement Learning; RL)
};

// Another name of a term.
struct OtherName {
  std::string text;  // "reinforcement learning"
  NameSource source = NameSource::kLearned;
  // Papers of the index that give it as another name of the term in parentheses, or
  // give both as names of one thing; 0 when too few for learning it.
  std::size_t support = 0;
};

// One term of a text, and what else it is called.
struct GlossaryEntry {
  ByteRange range;               // of the text that was asked about
  std::vector<OtherName> names;  // in the order in which a search tries them
};

}  // namespace papersearch
