// SPDX-License-Identifier: GPL-2.0-or-later
// The small pieces that queries are put together from.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "clause.h"
#include "schema.h"

namespace papersearch {

// Where a database keeps the order of words: in a value (word_sequence.h), or, as shards
// do, in positions (word_positions.h).
enum class WordOrder { kInValue, kInPositions };

// Fields to look in; none: everywhere.
struct Fields {
  std::vector<Field> names;
  WordOrder order = WordOrder::kInValue;

  bool empty() const { return names.empty(); }
};
using Queries = std::vector<Xapian::Query>;

// Empty for none, the one for one.
Xapian::Query combine(Xapian::Query::op op, const Queries& queries);

Xapian::Query all_of(const TermSet& terms);

Xapian::Query scaled(const Xapian::Query& query, double factor);

// `query`, where `term` stands in one of `fields`.
Xapian::Query in_fields(const Xapian::Query& query, const std::string& term,
                        const Fields& fields);

// Any of `terms` in one of `fields`; no weight. As pattern_query() says.
Xapian::Query any_word_in(const std::vector<std::string>& terms, const Fields& fields);

// Any term that begins so; of very many the most frequent ones. `op` combines their
// weights.
Xapian::Query beginning_with(const std::string& beginning, Xapian::Query::op op);

// The terms that begin so; of very many the most frequent ones.
std::vector<std::string> beginning_with(const Xapian::Database& database,
                                        const std::string& beginning);

// Whether a name of these terms is indexed as one: of one word, or in the reviewed
// glossary.
bool is_one_term(const std::vector<std::string>& terms);

// What is held by papers that have `terms` side by side where is_one_term(), else wherever
// they stand.
TermSet together(const std::vector<std::string>& terms);

// Ways to meet a condition: to hold one of the sets, or to be found by one of the queries.
struct Ways {
  std::vector<TermSet> sets;
  Queries queries;

  void add(const Ways& others);
  // `terms` side by side, in order, in one of `fields`.
  void add_adjacent(const std::vector<std::string>& terms, const Fields& fields);
};
Xapian::Query any_of(const Ways& ways);

// `terms` side by side, in order, in one of `fields`.
Xapian::Query adjacent(const std::vector<std::string>& terms, const Fields& fields);

}  // namespace papersearch
