// SPDX-License-Identifier: GPL-2.0-or-later
// The papers that hold any of a query's words, scored: what Xapian's matcher makes of a
// tree of OP_OR, OP_SCALE_WEIGHT and OP_SYNONYM, in one loop.
//
// Xapian asks every node of such a tree for every posting. Here the postings of all terms
// are read side by side, and once the matcher says which score a paper needs, terms that
// cannot give as much together are only looked up for papers that hold one of the others:
// MaxScore, Turtle and Flood 1995, "Query Evaluation: Strategies and Optimizations".
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <vector>

#include "clause.h"
#include "kept_reads.h"
#include "term_query.h"
#include "votes_table.h"
#include "word_pattern.h"

namespace papersearch {

// What a paper must hold besides a word that is scored.
struct Condition {
  std::vector<TermSet> sets;  // one of these; of no sets, nothing
  WordPattern pattern;        // none: nothing. Asked only of papers that score enough.
  std::optional<VotesRange> votes;

  bool empty() const { return sets.empty() && !pattern && !votes; }
};

// The papers that hold a name of one of the clauses and meet the condition. For a single
// database, whose words are in their order in kWordsSlot.
// What `kept` has of it is not read; it must outlive them.
std::unique_ptr<Xapian::PostingSource> scored_source(const std::vector<Clause>& clauses,
                                                     Condition condition,
                                                     KeptReads* kept = nullptr);
Xapian::Query scored_query(const std::vector<Clause>& clauses, Condition condition,
                           KeptReads* kept = nullptr);

// The papers that hold a name of one of the clauses; for `order` in positions in Xapian's
// own operators, which its server knows. `clauses` is not empty.
Xapian::Query sum_query(const std::vector<Clause>& clauses, WordOrder order,
                        KeptReads* kept = nullptr);

}  // namespace papersearch
