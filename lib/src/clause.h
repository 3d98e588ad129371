// SPDX-License-Identifier: GPL-2.0-or-later
// What a query of words is scored by.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace papersearch {

// A document holds a set where it holds all of its terms.
using TermSet = std::vector<std::string>;

// A summand of a document's score: what BM25+ (ranking.h) gives a term, or several names of
// one thing as if they were one term, which stands as often as they all do.
struct Clause {
  std::vector<TermSet> names;
  double factor = 1;
};

inline Clause term_clause(const std::string& term, double factor = 1) {
  return {{{term}}, factor};
}

// The clause in Xapian's own operators; scored_source.h has the same, faster.
Xapian::Query clause_query(const Clause& clause);

}  // namespace papersearch
