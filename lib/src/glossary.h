// SPDX-License-Identifier: GPL-2.0-or-later
// What terms mean, from all that is known: the user's glossary, the reviewed one, and
// what the index has learned.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "glossary_table.h"
#include "papersearch/glossary.h"

namespace papersearch {

// A word of a text that is looked up.
struct GlossaryWord {
  std::string term;
  // Whether it begins and ends what is written as one word: both for a word, the one for
  // 강화 and the other for 학습 of 강화학습.
  bool begins_word = true;
  bool ends_word = true;
};

// Words [begin, end) are one name, and these are the thing's others.
struct Meaning {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<OtherName> names;
};

class Glossary {
 public:
  // What is given must outlive the glossary.
  Glossary(const Xapian::Database& database, const std::list<OwnedGlossaryTable>& user)
      : database_(database), user_(user) {}

  // The names among `words`, the longest first that fits, not overlapping, in order. The
  // support of names that the index did not have to learn is left 0.
  std::vector<Meaning> meanings(const std::vector<GlossaryWord>& words,
                                Analyzer& analyzer) const;

  // The same for a text, with support; as Searcher::glossary() gives it.
  std::vector<GlossaryEntry> entries(std::string_view text, Analyzer& analyzer) const;

  // The user's glossaries and the reviewed one, in the order in which they count.
  std::vector<GlossaryTable> tables() const;

 private:
  std::vector<OtherName> names_of(const std::vector<std::string>& terms,
                                  Analyzer& analyzer) const;
  bool forbids(const std::string& key, const std::string& other, NameSource source) const;

  const Xapian::Database& database_;
  const std::list<OwnedGlossaryTable>& user_;
};

}  // namespace papersearch
