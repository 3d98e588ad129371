// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "analyzer.h"
#include "glossary.h"
#include "query_units.h"
#include "term_query.h"

namespace papersearch {

// Neighbouring words of a query that have other names together; or one word.
struct WordGroup {
  std::vector<QueryUnit> units;
  std::vector<OtherName> names;
  // The terms that have them: of 로봇강화학습, 강화 and 학습.
  std::vector<std::vector<std::string>> named;
  ByteRange source;  // of the text
};

// The words of `text`; without a glossary none has other names. Words that say nothing are
// left out, unless there are no others.
std::vector<WordGroup> word_groups(std::string_view text, const Xapian::Database& database,
                                   Analyzer& analyzer, const Glossary* glossary);

// Ways to hold `unit` whole: all its parts, as together() finds them, or written as one; in
// fields side by side. Whether they stand side by side is a matter of closeness: to
// look at the words of every paper with vision and language, for vision-language, took most
// of the time of such a query.
void add_whole_word(const QueryUnit& unit, const Fields& fields,
                    const Xapian::Database& database, Ways& out);

}  // namespace papersearch
