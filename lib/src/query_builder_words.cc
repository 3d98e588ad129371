// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryBuilder for words without quotes, asterisk or field.
#include <algorithm>
#include <utility>

#include "document_builder.h"
#include "hangul.h"
#include "query_builder.h"
#include "ranking.h"
#include "scored_source.h"
#include "stopwords.h"

namespace papersearch {
namespace {

using Xapian::Query;

// Of longer queries it does not pay to ask whether a compound stands together.
constexpr std::size_t kMaxStrictUnits = 12;

}  // namespace

QueryPart QueryBuilder::words_part(const std::string& text, const Fields& fields,
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
  const bool is_strict =
      matching == Matching::kAll
          ? words > 1 || has_compound
          : matching == Matching::kAny && has_compound && words <= kMaxStrictUnits;
  Summands summands;
  Ways ways;     // of any group
  Queries each;  // of all groups
  for (const WordGroup& group : groups) {
    const std::size_t meanings = out_.meanings.size();
    add_group(group, text, fields, query_terms, summands);
    if (!is_strict) continue;
    const bool has_names = out_.meanings.size() > meanings;
    const Ways strict = strict_ways(
        group, has_names ? out_.meanings.back().names : std::vector<NameQuery>(), fields,
        matching);
    if (matching == Matching::kAll) {
      each.push_back(any_of(strict));
    } else {
      ways.add(strict);
    }
  }
  return scored(summands, ways).filtered({{}, each}, kept_);
}

QueryPart QueryBuilder::scored(const Summands& summands, const Ways& ways) const {
  Queries any = summands.queries;
  if (any.empty() && ways.queries.empty() && order_ == WordOrder::kInValue) {
    if (summands.clauses.empty()) return {};
    return QueryPart(summands.clauses, {ways.sets, {}, {}});
  }
  if (!summands.clauses.empty()) any.push_back(sum_query(summands.clauses, order_, kept_));
  const Query query = combine(Query::OP_OR, any);
  const Query condition = any_of(ways);
  if (query.empty() || condition.empty()) return query;
  return Query(Query::OP_FILTER, query, condition);
}

void QueryBuilder::add_group(const WordGroup& group, const std::string& text,
                             const Fields& fields, const std::set<std::string>& query_terms,
                             Summands& out) {
  std::vector<std::string> terms;
  for (const QueryUnit& unit : group.units)
    terms.insert(terms.end(), unit.parts.begin(), unit.parts.end());
  if (!negated_) out_.sequence.insert(out_.sequence.end(), terms.begin(), terms.end());
  QueryMeaning meaning =
      query_meaning(text.substr(group.source.begin, group.source.end - group.source.begin),
                    terms, group.names, query_terms, fields, analyzer_);
  const double share = meaning.names.empty() ? 0 : meaning.share;
  const std::size_t first_leaf = out_.leaves.size();
  const std::size_t before = out.clauses.size() + out.queries.size();
  for (const QueryUnit& unit : group.units) add_leaves(unit, fields, 1 - share, out);
  // Without words of its own it has been asked for before, names and all.
  if (share == 0 || out.clauses.size() + out.queries.size() == before) return;
  for (std::size_t i = first_leaf; i < out_.leaves.size(); ++i) {
    out_.leaves[i].meaning = out_.meanings.size();
  }
  if (fields.empty()) {
    out.clauses.push_back({meaning.clause.names, share});
  } else {
    out.queries.push_back(scaled(meaning.query, share));
  }
  out_.meanings.push_back(std::move(meaning));
}

Ways QueryBuilder::strict_ways(const WordGroup& group, const std::vector<NameQuery>& names,
                               const Fields& fields, Matching matching) const {
  std::size_t terms = 0;
  for (const QueryUnit& unit : group.units) terms += unit.parts.size();
  Ways out;
  std::set<std::string> enough;  // terms that do alone
  if (!names.empty()) {
    // Who is content with reinforcement learning for 로봇강화학습 is with 강화 학습.
    for (const std::vector<std::string>& named : group.named) {
      if (named.size() == terms) continue;
      out.add_adjacent(named, fields);
      if (named.size() == 1) enough.insert(named[0]);
    }
    for (const NameQuery& name : names) out.add(name.ways);
  }
  Queries all;
  for (const QueryUnit& unit : group.units) {
    // A look at the words of each paper is dear: none where a part does.
    const bool part_does =
        matching != Matching::kAll && unit.parts.size() > 1 &&
        std::any_of(unit.parts.begin(), unit.parts.end(),
                    [&](const auto& part) { return enough.count(part) > 0; });
    if (part_does) continue;
    Ways whole;
    add_whole_word(unit, fields, database_, whole);
    if (matching == Matching::kAll) {
      all.push_back(any_of(whole));
    } else {
      out.add(whole);
    }
  }
  if (!all.empty()) out.queries.push_back(combine(Query::OP_AND, all));
  return out;
}

void QueryBuilder::add_leaves(const QueryUnit& unit, const Fields& fields, double factor,
                              Summands& out) {
  const auto add = [&](const std::string& term, const std::string& indexed, double weight) {
    if (!negated_ && !out_.terms.insert(term).second) return;  // once is enough
    const Query query = in_fields(scaled(Query(indexed), weight), indexed, fields);
    leaf(term, indexed, query);
    if (fields.empty()) {
      out.clauses.push_back(term_clause(indexed, weight * factor));
    } else {
      out.queries.push_back(scaled(query, factor));
    }
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
    const bool is_term = fields.empty() && is_one_term(unit.apart);
    const Clause clause = {{together(unit.apart)}, kApartWeight};
    const Query query = is_term ? clause_query(clause)
                                : scaled(Query(Query::OP_FILTER, all_of(unit.apart),
                                               adjacent(unit.apart, fields)),
                                         kApartWeight);
    leaf(label, "", query);
    if (is_term) {
      out.clauses.push_back({clause.names, clause.factor * factor});
    } else {
      out.queries.push_back(scaled(query, factor));
    }
    out_.leaves.back().phrase = unit.apart;
    out_.terms.insert(unit.apart.begin(), unit.apart.end());
  }
  if (fields.empty()) {
    for (const std::string& pair : unit.bigrams)
      add(pair, bigram_term(pair), kBigramWeight);
    if (unit.parts.size() == 1) add_author_leaf(unit, factor, out);
  }
  if (!negated_) out_.has_words = true;
}

// A word that is rather a name than a word also finds the author's papers.
void QueryBuilder::add_author_leaf(const QueryUnit& unit, double factor, Summands& out) {
  const std::string term = author_term(unit.word);
  const Xapian::doccount as_author = frequency_of(term, database_, kept_);
  if (as_author == 0 || as_author <= frequency_of(unit.parts[0], database_, kept_)) return;
  const double weight =
      kAuthorWeight * inverse_document_frequency(database_.get_doccount(), as_author);
  auto* source = new Xapian::FixedWeightPostingSource(weight);
  const Query query(Query::OP_FILTER, Query(source->release()), Query(term));
  leaf("author:" + unit.word, term, query);
  out.queries.push_back(scaled(query, factor));
}

Query QueryBuilder::leaf(const std::string& label, const std::string& term, Query query) {
  if (!negated_) out_.leaves.push_back({label, term, query, {}, {}, {}});
  return query;
}

}  // namespace papersearch
