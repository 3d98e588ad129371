// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_builder.h"

#include <algorithm>

#include "document_builder.h"
#include "query_filters.h"
#include "scored_source.h"

namespace papersearch {
namespace {

using Xapian::Query;

// Whether `node` says nothing of what a paper is about: date:2024 OR date:2025.
bool is_filter(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kAuthor:
    case NodeKind::kId:
    case NodeKind::kDate:
    case NodeKind::kVotes:
      return true;
    case NodeKind::kSequence:
    case NodeKind::kAnd:
    case NodeKind::kOr:
      return std::all_of(node.children.begin(), node.children.end(), is_filter);
    default:
      return false;
  }
}

}  // namespace

QueryBuilder::QueryBuilder(const Xapian::Database& database, Analyzer& analyzer,
                           const Glossary& glossary, WordOrder order, KeptReads* kept)
    : database_(database),
      analyzer_(analyzer),
      glossary_(glossary),
      order_(order),
      kept_(kept) {}

BuiltQuery QueryBuilder::build(const QueryNode& root, const SearchOptions& options,
                               Matching matching) {
  out_ = {};
  matching_ = matching;
  exact_ = options.exact;
  default_fields_ = {section_fields(options.sections), order_};
  Query query = sequence_query(root);
  const Query filter = option_filters(options, order_, kept_);
  if (query.empty()) {
    // A query of words that say nothing is no wish for everything.
    if (root.children.empty()) query = filter;
  } else if (!filter.empty()) {
    query = Query(Query::OP_FILTER, query, filter);
  }
  out_.query = query;
  return std::move(out_);
}

Query QueryBuilder::node_query(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kWord:
      return words_query(node.text, fields_of(node), Matching::kAll);
    case NodeKind::kPrefix:
      return prefix_query(node);
    case NodeKind::kPhrase:
      return phrase_query(node);
    case NodeKind::kAuthor:
      return author_query(node.text, order_);
    case NodeKind::kId:
      return Query(id_term(node.text));
    case NodeKind::kDate:
      return date_query(node.from, node.to, order_);
    case NodeKind::kVotes:
      return votes_query(node.least, node.most, kept_);
    case NodeKind::kSequence:
      return sequence_query(node);
    case NodeKind::kAnd:
    case NodeKind::kOr:
      return chain_query(node);
  }
  return {};
}

Query QueryBuilder::sequence_query(const QueryNode& node) {
  Queries should;
  Queries must;
  Queries filter;
  Queries must_not;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const QueryNode& child = node.children[i];
    if (child.occur == Occur::kMustNot) {
      const bool before = std::exchange(negated_, true);
      if (Query query = node_query(child); !query.empty()) must_not.push_back(query);
      negated_ = before;
      continue;
    }
    if (child.kind == NodeKind::kWord && child.occur == Occur::kShould) {
      // Neighbouring words are looked at together: 강화 학습 is 강화학습.
      std::string text = child.text;
      while (i + 1 < node.children.size() && node.children[i + 1].kind == NodeKind::kWord &&
             node.children[i + 1].occur == Occur::kShould &&
             node.children[i + 1].field == child.field) {
        text += " " + node.children[++i].text;
      }
      if (Query query = words_query(text, fields_of(child), matching_); !query.empty()) {
        should.push_back(query);
      }
    } else if (Query query = node_query(child); !query.empty()) {
      (is_filter(child)              ? filter
       : child.occur == Occur::kMust ? must
                                     : should)
          .push_back(query);
    }
  }

  if (matching_ == Matching::kAll) must.insert(must.end(), should.begin(), should.end());
  Query query = combine(Query::OP_AND, must);
  if (query.empty()) {
    query = combine(Query::OP_OR, should);
  } else if (!should.empty() && matching_ != Matching::kAll) {
    query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, should));
  }
  const Query filters = combine(Query::OP_AND, filter);
  if (query.empty()) {
    query = scaled(filters, 0);
  } else if (!filters.empty()) {
    query = Query(Query::OP_FILTER, query, filters);
  }
  if (!must_not.empty()) {
    if (query.empty()) query = scaled(Query::MatchAll, 0);
    query = Query(Query::OP_AND_NOT, query, combine(Query::OP_OR, must_not));
  }
  return query;
}

Query QueryBuilder::chain_query(const QueryNode& node) {
  Queries positive;
  Queries negative;
  for (const QueryNode& child : node.children) {
    const bool is_not = child.occur == Occur::kMustNot;
    const bool before = std::exchange(negated_, negated_ || is_not);
    Query query = node_query(child);
    negated_ = before;
    if (query.empty()) continue;
    if (is_not && node.kind == NodeKind::kAnd) {
      negative.push_back(query);
    } else {
      positive.push_back(
          is_not ? Query(Query::OP_AND_NOT, scaled(Query::MatchAll, 0), query) : query);
    }
  }
  Query query =
      combine(node.kind == NodeKind::kAnd ? Query::OP_AND : Query::OP_OR, positive);
  if (!negative.empty()) {
    if (query.empty()) query = scaled(Query::MatchAll, 0);
    query = Query(Query::OP_AND_NOT, query, combine(Query::OP_OR, negative));
  }
  return query;
}

Query QueryBuilder::phrase_query(const QueryNode& node) {
  std::vector<std::string> terms;
  for (const QueryUnit& unit : query_units(node.text, analyzer_)) {
    terms.insert(terms.end(), unit.parts.begin(), unit.parts.end());
  }
  if (terms.empty()) return {};
  const Fields fields = fields_of(node);
  if (!negated_) {
    out_.has_words = true;
    out_.terms.insert(terms.begin(), terms.end());
  }
  if (terms.size() == 1) {
    return leaf(terms[0], terms[0], in_fields(Query(terms[0]), terms[0], fields));
  }
  std::vector<Clause> clauses;
  std::string label;
  for (const std::string& term : terms) {
    clauses.push_back(term_clause(term));
    label += (label.empty() ? "\"" : " ") + term;
  }
  Query query;
  if (order_ == WordOrder::kInPositions) {
    query = Query(Query::OP_FILTER, all_of(terms), adjacent(terms, fields));
  } else if (fields.empty() && is_one_term(terms)) {
    query = scored_query(clauses, {{together(terms)}, {}}, kept_);
  } else {
    query = scored_query(clauses,
                         {{terms}, phrase_pattern(terms, field_mask(fields.names))}, kept_);
  }
  leaf(label + "\"", "", query);
  if (!negated_) out_.leaves.back().phrase = terms;
  return query;
}

Query QueryBuilder::prefix_query(const QueryNode& node) {
  std::vector<std::string> words = Analyzer::fold_words(node.text);
  if (words.empty()) return {};
  const std::string prefix = words.back();
  const Fields fields = fields_of(node);
  Queries either;
  either.push_back(any_beginning_with(prefix));
  // Terms are stems: reinforcement* is to find reinforc.
  const std::vector<QueryUnit> units = query_units(prefix, analyzer_);
  std::vector<std::string> stem;
  if (units.size() == 1 && units[0].parts.size() == 1 && units[0].parts[0] != prefix) {
    stem = units[0].parts;
    either.push_back(Query(stem[0]));
  }
  Query query = combine(Query::OP_OR, either);
  if (!fields.empty()) {
    query = Query(Query::OP_FILTER, query,
                  any_word_in(beginning_with(database_, prefix), fields));
  }
  if (!negated_) {
    out_.has_words = true;
    out_.prefixes.push_back(prefix);
  }
  leaf(prefix + "*", "", query);
  if (!negated_) {
    out_.leaves.back().prefix = prefix;
    out_.leaves.back().phrase = std::move(stem);
  }
  words.pop_back();
  if (words.empty()) return query;
  // text-to-sp*: the words before the last stand as they are.
  std::string before;
  for (const std::string& word : words) before += word + " ";
  return {Query::OP_AND, words_query(before, fields, Matching::kAll), query};
}

Fields QueryBuilder::fields_of(const QueryNode& node) const {
  return node.field ? Fields{{*node.field}, order_} : default_fields_;
}

// Each shard would look for the most frequent words of its own.
Query QueryBuilder::any_beginning_with(const std::string& prefix) const {
  if (order_ == WordOrder::kInValue) return beginning_with(prefix, Query::OP_SYNONYM);
  const std::vector<std::string> words = beginning_with(database_, prefix);
  if (words.empty()) return Query::MatchNothing;
  return {Query::OP_SYNONYM, words.begin(), words.end()};
}

}  // namespace papersearch
