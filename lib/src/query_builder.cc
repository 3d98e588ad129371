// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_builder.h"

#include <algorithm>

#include "document_builder.h"
#include "prefix_postings.h"
#include "query_filters.h"

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
  QueryPart part = sequence_part(root);
  const Filters filters = option_filters(options, order_, kept_);
  if (!part.empty()) {
    part = part.filtered(filters, kept_);
  } else if (root.children.empty()) {
    // A query of words that say nothing is no wish for everything.
    part = filters.query();
  }
  out_.part = std::move(part);
  return std::move(out_);
}

QueryPart QueryBuilder::node_part(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kWord:
      return words_part(node.text, fields_of(node), Matching::kAll);
    case NodeKind::kPrefix:
      return prefix_part(node);
    case NodeKind::kPhrase:
      return phrase_part(node);
    case NodeKind::kAuthor:
      return author_query(node.text, order_);
    case NodeKind::kId:
      return Query(id_term(node.text));
    case NodeKind::kDate:
      return date_query(node.from, node.to, order_, kept_);
    case NodeKind::kVotes:
      return votes_filter(node.least, node.most, kept_).query();
    case NodeKind::kSequence:
      return sequence_part(node);
    case NodeKind::kAnd:
    case NodeKind::kOr:
      return chain_part(node);
  }
  return {};
}

void QueryBuilder::add_filter(const QueryNode& node, Filters& out) {
  if (node.kind == NodeKind::kVotes && !out.votes) {
    Filters votes = votes_filter(node.least, node.most, kept_);
    out.votes = votes.votes;
    out.others.insert(out.others.end(), votes.others.begin(), votes.others.end());
  } else if (const QueryPart part = node_part(node); !part.empty()) {
    out.others.push_back(part.query(kept_));
  }
}

QueryPart QueryBuilder::sequence_part(const QueryNode& node) {
  std::vector<QueryPart> should;
  std::vector<QueryPart> must;
  Filters filters;
  Queries must_not;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const QueryNode& child = node.children[i];
    if (child.occur == Occur::kMustNot) {
      const bool before = std::exchange(negated_, true);
      if (const QueryPart part = node_part(child); !part.empty())
        must_not.push_back(part.query(kept_));
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
      if (QueryPart part = words_part(text, fields_of(child), matching_); !part.empty())
        should.push_back(std::move(part));
    } else if (is_filter(child)) {
      add_filter(child, filters);
    } else if (QueryPart part = node_part(child); !part.empty()) {
      (child.occur == Occur::kMust ? must : should).push_back(std::move(part));
    }
  }

  if (matching_ == Matching::kAll) must.insert(must.end(), should.begin(), should.end());
  QueryPart part;
  if (must.empty()) {
    part = QueryPart::any(should, kept_);
  } else {
    Query query = combine(Query::OP_AND, queries(must, kept_));
    if (!should.empty() && matching_ != Matching::kAll) {
      query = Query(Query::OP_AND_MAYBE, query, QueryPart::any(should, kept_).query(kept_));
    }
    part = query;
  }
  part = part.empty() ? QueryPart(filters.query()) : part.filtered(filters, kept_);
  if (must_not.empty()) return part;
  return Query(Query::OP_AND_NOT,
               part.empty() ? scaled(Query::MatchAll, 0) : part.query(kept_),
               combine(Query::OP_OR, must_not));
}

QueryPart QueryBuilder::chain_part(const QueryNode& node) {
  Queries positive;
  Queries negative;
  for (const QueryNode& child : node.children) {
    const bool is_not = child.occur == Occur::kMustNot;
    const bool before = std::exchange(negated_, negated_ || is_not);
    const Query query = node_part(child).query(kept_);
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

QueryPart QueryBuilder::phrase_part(const QueryNode& node) {
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
    const Query query = in_fields(Query(terms[0]), terms[0], fields);
    leaf(terms[0], terms[0], query);
    return query;
  }
  std::vector<Clause> clauses;
  std::string label;
  for (const std::string& term : terms) {
    clauses.push_back(term_clause(term));
    label += (label.empty() ? "\"" : " ") + term;
  }
  QueryPart part;
  if (order_ == WordOrder::kInPositions) {
    part = Query(Query::OP_FILTER, all_of(terms), adjacent(terms, fields));
  } else if (fields.empty() && is_one_term(terms)) {
    part = QueryPart(clauses, {{together(terms)}, {}, {}});
  } else {
    part =
        QueryPart(clauses, {{terms}, phrase_pattern(terms, field_mask(fields.names)), {}});
  }
  leaf(label + "\"", "", part.query(kept_));
  if (!negated_) out_.leaves.back().phrase = terms;
  return part;
}

QueryPart QueryBuilder::prefix_part(const QueryNode& node) {
  std::vector<std::string> words = Analyzer::fold_words(node.text);
  if (words.empty()) return {};
  const std::string prefix = words.back();
  const Fields fields = fields_of(node);
  std::vector<Clause> either = {term_clause(prefix_term(prefix))};
  // Terms are stems: reinforcement* is to find reinforc.
  const std::vector<QueryUnit> units = query_units(prefix, analyzer_);
  std::vector<std::string> stem;
  if (units.size() == 1 && units[0].parts.size() == 1 && units[0].parts[0] != prefix) {
    stem = units[0].parts;
    either.push_back(term_clause(stem[0]));
  }
  QueryPart part =
      order_ == WordOrder::kInValue ? QueryPart(either) : any_beginning_with(prefix, stem);
  if (!fields.empty()) {
    part = part.filtered({{}, {any_word_in(beginning_with(database_, prefix), fields)}},
                         kept_);
  }
  if (!negated_) {
    out_.has_words = true;
    out_.prefixes.push_back(prefix);
  }
  leaf(prefix + "*", "", part.query(kept_));
  if (!negated_) {
    out_.leaves.back().prefix = prefix;
    out_.leaves.back().phrase = std::move(stem);
  }
  words.pop_back();
  if (words.empty()) return part;
  // text-to-sp*: the words before the last stand as they are.
  std::string before;
  for (const std::string& word : words) before += word + " ";
  return Query(Query::OP_AND, words_part(before, fields, Matching::kAll).query(kept_),
               part.query(kept_));
}

Fields QueryBuilder::fields_of(const QueryNode& node) const {
  return node.field ? Fields{{*node.field}, order_} : default_fields_;
}

// Each shard would look for the most frequent words of its own.
Query QueryBuilder::any_beginning_with(const std::string& prefix,
                                       const std::vector<std::string>& stem) const {
  const std::vector<std::string> words = beginning_with(database_, prefix);
  const Query any = words.empty() ? Query::MatchNothing
                                  : Query(Query::OP_SYNONYM, words.begin(), words.end());
  return stem.empty() ? any : Query(Query::OP_OR, any, Query(stem[0]));
}

}  // namespace papersearch
