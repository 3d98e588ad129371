// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "clause.h"
#include "kept_reads.h"
#include "scored_source.h"
#include "term_query.h"
#include "votes_table.h"

namespace papersearch {

// What only lets papers pass: all of these.
struct Filters {
  std::optional<VotesRange> votes;
  Queries others;

  bool empty() const { return !votes && others.empty(); }
  // No weight; empty for none.
  Xapian::Query query() const;
};

// A part of a query: as long as it can be, clauses under a condition, which one loop scores
// (scored_source.h), else Xapian's operators.
class QueryPart {
 public:
  QueryPart() = default;
  QueryPart(Xapian::Query query) : query_(std::move(query)) {}  // NOLINT
  // For a single database. `clauses` is not empty.
  explicit QueryPart(std::vector<Clause> clauses, Condition condition = {})
      : clauses_(std::move(clauses)), condition_(std::move(condition)) {}

  bool empty() const { return clauses_.empty() && query_.empty(); }
  // `kept`, if any, must outlive it.
  Xapian::Query query(KeptReads* kept) const;

  // The source that is all of it; null where it takes Xapian's operators.
  std::unique_ptr<Xapian::PostingSource> source(KeptReads* kept) const;

  // What `filters` let pass of it.
  QueryPart filtered(const Filters& filters, KeptReads* kept) const;

  // Papers of any of them, scored by all.
  static QueryPart any(const std::vector<QueryPart>& parts, KeptReads* kept);

 private:
  Xapian::Query query_;
  std::vector<Clause> clauses_;
  Condition condition_;
};

// Each of them in Xapian's operators.
Queries queries(const std::vector<QueryPart>& parts, KeptReads* kept);

}  // namespace papersearch
