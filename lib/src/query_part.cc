// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_part.h"

#include <algorithm>

#include "votes_source.h"

namespace papersearch {

using Xapian::Query;

Query Filters::query() const {
  Queries all = others;
  if (votes) all.push_back(votes_range_query(*votes));
  const Query query = combine(Query::OP_AND, all);
  return query.empty() ? query : scaled(query, 0);
}

Query QueryPart::query(KeptReads* kept) const {
  return clauses_.empty() ? query_ : scored_query(clauses_, condition_, kept);
}

std::unique_ptr<Xapian::PostingSource> QueryPart::source(KeptReads* kept) const {
  return clauses_.empty() ? nullptr : scored_source(clauses_, condition_, kept);
}

QueryPart QueryPart::filtered(const Filters& filters, KeptReads* kept) const {
  Filters left = filters;
  QueryPart out = *this;
  if (!clauses_.empty() && left.votes) {
    std::optional<VotesRange>& votes = out.condition_.votes;
    if (votes) {
      votes->narrow(*left.votes);
    } else {
      votes = left.votes;
    }
    left.votes.reset();
  }
  if (left.empty()) return out;
  return Query(Query::OP_FILTER, out.query(kept), left.query());
}

QueryPart QueryPart::any(const std::vector<QueryPart>& parts, KeptReads* kept) {
  if (parts.size() == 1) return parts[0];
  const bool are_clauses =
      std::all_of(parts.begin(), parts.end(), [](const QueryPart& part) {
        return !part.clauses_.empty() && part.condition_.empty();
      });
  if (parts.empty() || !are_clauses) return combine(Query::OP_OR, queries(parts, kept));
  QueryPart out;
  for (const QueryPart& part : parts)
    out.clauses_.insert(out.clauses_.end(), part.clauses_.begin(), part.clauses_.end());
  return out;
}

Queries queries(const std::vector<QueryPart>& parts, KeptReads* kept) {
  Queries out;
  for (const QueryPart& part : parts) out.push_back(part.query(kept));
  return out;
}

}  // namespace papersearch
