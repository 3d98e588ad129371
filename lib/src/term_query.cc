// SPDX-License-Identifier: GPL-2.0-or-later
#include "term_query.h"

#include "document_builder.h"
#include "field_phrase.h"
#include "glossary_table.h"

namespace papersearch {

using Xapian::Query;

namespace {

// Terms that a beginning stands for, at most.
constexpr Xapian::termcount kMaxExpansion = 200;

}  // namespace

Query combine(Query::op op, const Queries& queries) {
  if (queries.empty()) return {};
  if (queries.size() == 1) return queries[0];
  return {op, queries.begin(), queries.end()};
}

Query scaled(const Query& query, double factor) {
  return factor == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, factor);
}

Query in_fields(const Query& query, const std::string& term, const Fields& fields) {
  if (fields.empty()) return query;
  Queries anywhere;
  for (const Field field : fields) anywhere.push_back(Query(field_term(field, term)));
  return {Query::OP_FILTER, query, combine(Query::OP_OR, anywhere)};
}

Query beginning_with(const std::string& beginning, Query::op op) {
  return {Query::OP_WILDCARD, beginning, kMaxExpansion, Query::WILDCARD_LIMIT_MOST_FREQUENT,
          op};
}

Query adjacent(const std::vector<std::string>& terms, const Fields& fields) {
  if (terms.size() == 1) return in_fields(Query(terms[0]), terms[0], fields);
  if (fields.empty()) {
    // What the reviewed glossary knows is indexed as one term, which costs no positions.
    const std::string key = name_key(terms);
    if (kReviewedGlossary.holds(key)) return Query(name_term(key));
    return {Query::OP_PHRASE, terms.begin(), terms.end(),
            static_cast<Xapian::termcount>(terms.size())};
  }
  // Where a word is missing from the fields nothing needs a look at positions.
  Queries all;
  for (const std::string& term : terms) {
    Queries anywhere;
    for (const Field field : fields) anywhere.push_back(Query(field_term(field, term)));
    all.push_back(scaled(combine(Query::OP_OR, anywhere), 0));
  }
  all.push_back(Query((new FieldPhraseSource(terms, fields))->release()));
  return combine(Query::OP_AND, all);
}

}  // namespace papersearch
