// SPDX-License-Identifier: GPL-2.0-or-later
// Weighs the other names of a query's words.
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <vector>

#include "analyzer.h"
#include "papersearch/glossary.h"
#include "term_query.h"

namespace papersearch {

// One other name, and the papers that hold it.
struct NameQuery {
  std::string text;
  std::vector<std::string> terms;
  Ways ways;
};

// What the words of a query that are one name mean, and how it is weighed: a paper's
// weight is (1 - `share`) of that of the words and `share` of that of the other names
// together, as if they were one term.
struct QueryMeaning {
  std::string said;  // the words, as they stand in the query
  double share = 0;
  std::vector<NameQuery> names;
  Clause clause;        // all names as one term, wherever they stand
  Xapian::Query query;  // likewise, in the fields that are looked in
};

// The meaning of the words `said`, which have `terms`. Names that are made of nothing but
// `query_terms`, the terms of the whole query, say nothing new and are left out; there
// may be none left.
QueryMeaning query_meaning(std::string said, const std::vector<std::string>& terms,
                           const std::vector<OtherName>& names,
                           const std::set<std::string>& query_terms, const Fields& fields,
                           Analyzer& analyzer);

}  // namespace papersearch
