// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_builder.h"

#include <algorithm>

#include "document_builder.h"
#include "hangul.h"
#include "query_filters.h"
#include "ranking.h"
#include "stopwords.h"

namespace papersearch {
namespace {

using Xapian::Query;

// Of longer queries it does not pay to ask whether a compound stands together.
constexpr std::size_t kMaxStrictUnits = 12;

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
                           const Glossary& glossary)
    : database_(database), analyzer_(analyzer), glossary_(glossary) {}

BuiltQuery QueryBuilder::build(const QueryNode& root, const SearchOptions& options,
                               Matching matching) {
  out_ = {};
  matching_ = matching;
  exact_ = options.exact;
  default_fields_ = section_fields(options.sections);
  Query query = sequence_query(root);
  const Query filter = option_filters(options);
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
      return author_query(node.text);
    case NodeKind::kId:
      return Query(id_term(node.text));
    case NodeKind::kDate:
      return date_query(node.from, node.to);
    case NodeKind::kVotes:
      return votes_query(node.least, node.most);
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

Query QueryBuilder::words_query(const std::string& text, const Fields& fields,
                                Matching matching) {
  // What is not wanted is meant to the letter: a wrong name must not hide papers.
  const Glossary* glossary = exact_ || negated_ ? nullptr : &glossary_;
  const std::vector<WordGroup> groups = word_groups(text, database_, analyzer_, glossary);
  if (groups.empty()) return {};
  std::set<std::string> query_terms;
  std::size_t words = 0;
  bool has_compound = false;
  for (const WordGroup& group : groups) {
    words += group.units.size();
    for (const QueryUnit& unit : group.units) {
      query_terms.insert(unit.parts.begin(), unit.parts.end());
      has_compound |= unit.parts.size() > 1;
    }
  }
  Queries any;
  Queries strict;
  for (const WordGroup& group : groups) {
    GroupQuery query = group_query(group, text, fields, query_terms, matching);
    if (!query.any.empty()) any.push_back(std::move(query.any));
    strict.push_back(std::move(query.strict));
  }
  const Query any_part = combine(Query::OP_OR, any);
  if (matching == Matching::kAll && (words > 1 || has_compound)) {
    return {Query::OP_FILTER, any_part, combine(Query::OP_AND, strict)};
  }
  if (matching == Matching::kAny && has_compound && words <= kMaxStrictUnits) {
    return {Query::OP_FILTER, any_part, combine(Query::OP_OR, strict)};
  }
  return any_part;
}

QueryBuilder::GroupQuery QueryBuilder::group_query(const WordGroup& group,
                                                   const std::string& text,
                                                   const Fields& fields,
                                                   const std::set<std::string>& query_terms,
                                                   Matching matching) {
  Queries leaves;
  Queries all;
  std::vector<std::string> terms;
  const std::size_t first_leaf = out_.leaves.size();
  for (const QueryUnit& unit : group.units) {
    add_leaves(unit, fields, leaves);
    all.push_back(whole_word(unit, fields, database_));
    terms.insert(terms.end(), unit.parts.begin(), unit.parts.end());
  }
  if (!negated_) out_.sequence.insert(out_.sequence.end(), terms.begin(), terms.end());
  Query words = combine(Query::OP_OR, leaves);
  Queries either = {
      combine(matching == Matching::kAll ? Query::OP_AND : Query::OP_OR, all)};
  QueryMeaning meaning =
      query_meaning(text.substr(group.source.begin, group.source.end - group.source.begin),
                    terms, group.names, query_terms, fields, analyzer_);
  if (!meaning.names.empty() && !words.empty()) {
    for (std::size_t i = first_leaf; i < out_.leaves.size(); ++i) {
      out_.leaves[i].meaning = out_.meanings.size();
    }
    // Who is content with reinforcement learning for 로봇강화학습 is with 강화 학습.
    for (const std::vector<std::string>& named : group.named) {
      if (named.size() < terms.size()) either.push_back(adjacent(named, fields));
    }
    for (const NameQuery& name : meaning.names) either.push_back(name.query);
    words = weighed(words, meaning);
    out_.meanings.push_back(std::move(meaning));
  }
  return {words, combine(Query::OP_OR, either)};
}

void QueryBuilder::add_leaves(const QueryUnit& unit, const Fields& fields, Queries& out) {
  const auto add = [&](const std::string& term, const std::string& indexed, double factor) {
    if (!negated_ && !out_.terms.insert(term).second) return;  // once is enough
    const Query query = in_fields(scaled(Query(indexed), factor), indexed, fields);
    out.push_back(leaf(term, indexed, query));
  };
  for (const std::string& part : unit.parts) {
    // Nor does a letter say much: Y. Artzi is no question about y.
    const bool is_general = part.size() == 1 || is_general_word(part);
    add(part, part, is_general ? kGeneralWeight : 1);
  }
  for (const std::string& whole : unit.wholes) {
    // 강화학습 says no more than 강화 학습.
    if (!starts_with_hangul(whole)) add(whole, whole, kWholeWeight);
  }
  if (!unit.joined.empty()) add(unit.joined, unit.joined, kWholeWeight);
  if (!unit.apart.empty() && !negated_) {
    const std::string label = '"' + unit.apart[0] + ' ' + unit.apart[1] + '"';
    Queries words;
    for (const std::string& word : unit.apart) words.push_back(Query(word));
    const Query query(Query::OP_FILTER, combine(Query::OP_AND, words),
                      adjacent(unit.apart, fields));
    out.push_back(leaf(label, "", scaled(query, 0.5)));
    out_.leaves.back().phrase = unit.apart;
    out_.terms.insert(unit.apart.begin(), unit.apart.end());
  }
  if (fields.empty()) {
    for (const std::string& pair : unit.bigrams)
      add(pair, bigram_term(pair), kBigramWeight);
    if (unit.parts.size() == 1) add_author_leaf(unit, out);
  }
  if (!negated_) out_.has_words = true;
}

// A word that is rather a name than a word also finds the author's papers.
void QueryBuilder::add_author_leaf(const QueryUnit& unit, Queries& out) {
  const std::string term = author_term(unit.word);
  const Xapian::doccount as_author = database_.get_termfreq(term);
  if (as_author == 0 || as_author <= database_.get_termfreq(unit.parts[0])) return;
  const double weight =
      kAuthorWeight * inverse_document_frequency(database_.get_doccount(), as_author);
  auto* source = new Xapian::FixedWeightPostingSource(weight);
  const Query query(Query::OP_FILTER, Query(source->release()), Query(term));
  out.push_back(leaf("author:" + unit.word, term, query));
}

Query QueryBuilder::leaf(const std::string& label, const std::string& term, Query query) {
  if (!negated_) out_.leaves.push_back({label, term, query, {}, {}, {}});
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
  Queries weights;
  std::string label;
  for (const std::string& term : terms) {
    weights.push_back(Query(term));
    label += (label.empty() ? "\"" : " ") + term;
  }
  const Query query(Query::OP_FILTER, combine(Query::OP_AND, weights),
                    adjacent(terms, fields));
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
  either.push_back(beginning_with(prefix, Query::OP_SYNONYM));
  // Terms are stems: reinforcement* is to find reinforc.
  const std::vector<QueryUnit> units = query_units(prefix, analyzer_);
  if (units.size() == 1 && units[0].parts.size() == 1 && units[0].parts[0] != prefix) {
    either.push_back(Query(units[0].parts[0]));
  }
  Query query = combine(Query::OP_OR, either);
  if (!fields.empty()) {
    Queries anywhere;
    for (const Field field : fields) {
      anywhere.push_back(beginning_with(field_term(field, prefix), Query::OP_SYNONYM));
    }
    query = Query(Query::OP_FILTER, query, combine(Query::OP_OR, anywhere));
  }
  if (!negated_) {
    out_.has_words = true;
    out_.prefixes.push_back(prefix);
  }
  leaf(prefix + "*", "", query);
  if (!negated_) out_.leaves.back().prefix = prefix;
  words.pop_back();
  if (words.empty()) return query;
  // text-to-sp*: the words before the last stand as they are.
  std::string before;
  for (const std::string& word : words) before += word + " ";
  return {Query::OP_AND, words_query(before, fields, Matching::kAll), query};
}

Fields QueryBuilder::fields_of(const QueryNode& node) const {
  return node.field ? Fields{*node.field} : default_fields_;
}

}  // namespace papersearch
