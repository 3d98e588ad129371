// SPDX-License-Identifier: GPL-2.0-or-later
#include "clause.h"

#include "term_query.h"

namespace papersearch {

Xapian::Query clause_query(const Clause& clause) {
  Queries names;
  for (const TermSet& name : clause.names) names.push_back(all_of(name));
  const bool is_term = clause.names.size() == 1 && clause.names[0].size() == 1;
  return scaled(is_term
                    ? names[0]
                    : Xapian::Query(Xapian::Query::OP_SYNONYM, names.begin(), names.end()),
                clause.factor);
}

}  // namespace papersearch
