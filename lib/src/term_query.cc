// SPDX-License-Identifier: GPL-2.0-or-later
#include "term_query.h"

#include <algorithm>
#include <utility>

#include "document_builder.h"
#include "glossary_table.h"
#include "word_pattern.h"
#include "word_positions.h"

namespace papersearch {

using Xapian::Query;

namespace {

// Terms that a beginning stands for, at most.
constexpr Xapian::termcount kMaxExpansion = 200;

// `terms` side by side in one of `fields`; no weight.
Query phrase_in(const std::vector<std::string>& terms, const Fields& fields) {
  const FieldMask mask = field_mask(fields.names);
  return fields.order == WordOrder::kInPositions
             ? phrase_by_positions(terms, mask)
             : pattern_query(phrase_pattern(terms, mask));
}

}  // namespace

Query combine(Query::op op, const Queries& queries) {
  if (queries.empty()) return {};
  if (queries.size() == 1) return queries[0];
  return {op, queries.begin(), queries.end()};
}

Query all_of(const TermSet& terms) {
  return combine(Query::OP_AND, Queries(terms.begin(), terms.end()));
}

Query scaled(const Query& query, double factor) {
  return factor == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, factor);
}

Query in_fields(const Query& query, const std::string& term, const Fields& fields) {
  if (fields.empty()) return query;
  if (fields.names == std::vector<Field>{Field::kTitle})
    return {Query::OP_FILTER, query, Query(title_term(term))};
  return {Query::OP_FILTER, query, phrase_in({term}, fields)};
}

Query any_word_in(const std::vector<std::string>& terms, const Fields& fields) {
  const FieldMask mask = field_mask(fields.names);
  return fields.order == WordOrder::kInPositions
             ? any_word_by_positions(terms, mask)
             : pattern_query(any_word_pattern(terms, mask));
}

Query beginning_with(const std::string& beginning, Query::op op) {
  return {Query::OP_WILDCARD, beginning, kMaxExpansion, Query::WILDCARD_LIMIT_MOST_FREQUENT,
          op};
}

std::vector<std::string> beginning_with(const Xapian::Database& database,
                                        const std::string& beginning) {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const auto end = database.allterms_end(beginning);
  for (auto it = database.allterms_begin(beginning); it != end; ++it)
    found.emplace_back(it.get_termfreq(), *it);
  const std::size_t kept = std::min<std::size_t>(found.size(), kMaxExpansion);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept),
                    found.end(), [](const auto& a, const auto& b) {
                      return a.first != b.first ? a.first > b.first : a.second < b.second;
                    });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < kept; ++i) out.push_back(std::move(found[i].second));
  return out;
}

bool is_one_term(const std::vector<std::string>& terms) {
  return terms.size() == 1 || kReviewedGlossary.holds(name_key(terms));
}

TermSet together(const std::vector<std::string>& terms) {
  if (terms.size() > 1 && is_one_term(terms)) return {name_term(name_key(terms))};
  return terms;
}

void Ways::add(const Ways& others) {
  sets.insert(sets.end(), others.sets.begin(), others.sets.end());
  queries.insert(queries.end(), others.queries.begin(), others.queries.end());
}

void Ways::add_adjacent(const std::vector<std::string>& terms, const Fields& fields) {
  if (fields.empty() && is_one_term(terms)) {
    sets.push_back(together(terms));
  } else {
    queries.push_back(adjacent(terms, fields));
  }
}

Query any_of(const Ways& ways) {
  Queries either = ways.queries;
  for (const TermSet& set : ways.sets) either.push_back(all_of(set));
  return combine(Query::OP_OR, either);
}

Query adjacent(const std::vector<std::string>& terms, const Fields& fields) {
  if (terms.size() == 1) return in_fields(Query(terms[0]), terms[0], fields);
  if (fields.empty() && is_one_term(terms)) return all_of(together(terms));
  return {Query::OP_FILTER, all_of(terms), phrase_in(terms, fields)};
}

}  // namespace papersearch
