// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryBuilder for words without quotes, asterisk or field.
#include <algorithm>
#include <utility>

#include "document_builder.h"
#include "hangul.h"
#include "query_builder.h"
#include "ranking.h"
#include "stopwords.h"

namespace papersearch {
namespace {

using Xapian::Query;

// Of longer queries it does not pay to ask whether a compound stands together.
constexpr std::size_t kMaxStrictUnits = 12;

}  // namespace

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
  const bool is_strict =
      matching == Matching::kAll
          ? words > 1 || has_compound
          : matching == Matching::kAny && has_compound && words <= kMaxStrictUnits;
  Queries any;
  Queries strict;
  for (const WordGroup& group : groups) {
    const std::size_t meanings = out_.meanings.size();
    Query query = group_query(group, text, fields, query_terms);
    if (!query.empty()) any.push_back(std::move(query));
    if (!is_strict) continue;
    const bool has_names = out_.meanings.size() > meanings;
    strict.push_back(strict_query(
        group, has_names ? out_.meanings.back().names : std::vector<NameQuery>(), fields,
        matching));
  }
  const Query any_part = combine(Query::OP_OR, any);
  if (!is_strict) return any_part;
  const auto op = matching == Matching::kAll ? Query::OP_AND : Query::OP_OR;
  return {Query::OP_FILTER, any_part, combine(op, strict)};
}

Query QueryBuilder::group_query(const WordGroup& group, const std::string& text,
                                const Fields& fields,
                                const std::set<std::string>& query_terms) {
  Queries leaves;
  std::vector<std::string> terms;
  const std::size_t first_leaf = out_.leaves.size();
  for (const QueryUnit& unit : group.units) {
    add_leaves(unit, fields, leaves);
    terms.insert(terms.end(), unit.parts.begin(), unit.parts.end());
  }
  if (!negated_) out_.sequence.insert(out_.sequence.end(), terms.begin(), terms.end());
  const Query words = combine(Query::OP_OR, leaves);
  QueryMeaning meaning =
      query_meaning(text.substr(group.source.begin, group.source.end - group.source.begin),
                    terms, group.names, query_terms, fields, analyzer_);
  if (meaning.names.empty() || words.empty()) return words;
  for (std::size_t i = first_leaf; i < out_.leaves.size(); ++i) {
    out_.leaves[i].meaning = out_.meanings.size();
  }
  out_.meanings.push_back(std::move(meaning));
  return weighed(words, out_.meanings.back());
}

Query QueryBuilder::strict_query(const WordGroup& group,
                                 const std::vector<NameQuery>& names, const Fields& fields,
                                 Matching matching) {
  std::size_t terms = 0;
  for (const QueryUnit& unit : group.units) terms += unit.parts.size();
  Queries either;
  std::set<std::string> enough;  // terms that do alone
  if (!names.empty()) {
    // Who is content with reinforcement learning for 로봇강화학습 is with 강화 학습.
    for (const std::vector<std::string>& named : group.named) {
      if (named.size() == terms) continue;
      either.push_back(adjacent(named, fields));
      if (named.size() == 1) enough.insert(named[0]);
    }
    for (const NameQuery& name : names) either.push_back(name.query);
  }
  Queries all;
  for (const QueryUnit& unit : group.units) {
    // A look at the words of each paper is dear: none where a part does.
    const bool part_does =
        matching != Matching::kAll && unit.parts.size() > 1 &&
        std::any_of(unit.parts.begin(), unit.parts.end(),
                    [&](const auto& part) { return enough.count(part) > 0; });
    if (!part_does) all.push_back(whole_word(unit, fields, database_));
  }
  const auto op = matching == Matching::kAll ? Query::OP_AND : Query::OP_OR;
  if (!all.empty()) either.push_back(combine(op, all));
  return combine(Query::OP_OR, either);
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
    out.push_back(leaf(label, "", scaled(query, kApartWeight)));
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

}  // namespace papersearch
