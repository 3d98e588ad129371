// SPDX-License-Identifier: GPL-2.0-or-later
#include "search.h"

#include <algorithm>
#include <unordered_map>

#include "document_builder.h"
#include "explain.h"
#include "facet.h"
#include "latent_similarity.h"
#include "match.h"
#include "query_builder.h"
#include "query_filters.h"
#include "ranking.h"
#include "record.h"
#include "snippet.h"
#include "term_query.h"
#include "word_pattern.h"

namespace papersearch {
namespace {

using Xapian::Query;

std::vector<std::vector<std::string>> other_names(const BuiltQuery& built) {
  std::vector<std::vector<std::string>> out;
  for (const QueryMeaning& meaning : built.meanings) {
    for (const NameQuery& name : meaning.names) out.push_back(name.terms);
  }
  return out;
}

// What the latent space is asked for: the words, and their other names for a part.
std::vector<WeightedTerm> latent_terms(const BuiltQuery& built) {
  std::vector<WeightedTerm> out;
  for (const std::string& term : built.terms) out.push_back({term, 1});
  for (const QueryMeaning& meaning : built.meanings) {
    const double weight = kLatentNames / static_cast<double>(meaning.names.size());
    for (const NameQuery& name : meaning.names) {
      for (const std::string& term : name.terms) out.push_back({term, weight});
    }
  }
  return out;
}

// What the section facet looks for: the words of the query and their other names.
std::vector<WordPattern> facet_patterns(const Xapian::Database& database,
                                        const BuiltQuery& built) {
  constexpr FieldMask kSections = kAllFields & ~field_bit(Field::kAuthor);
  std::vector<WordPattern> out;
  std::vector<std::string> words;
  const auto add_phrase = [&](const std::vector<std::string>& terms) {
    if (terms.size() == 1) words.push_back(terms[0]);
    if (terms.size() > 1) out.push_back(phrase_pattern(terms, kSections));
  };
  for (const QueryLeaf& leaf : built.leaves) {
    if (!leaf.term.empty()) words.push_back(leaf.term);
    add_phrase(leaf.phrase);
    if (leaf.prefix.empty()) continue;
    for (std::string& word : beginning_with(database, leaf.prefix))
      words.push_back(std::move(word));
  }
  for (const std::vector<std::string>& name : other_names(built)) add_phrase(name);
  if (built.has_words) out.push_back(any_word_pattern(words, kSections));
  return out;
}

// A hit for the paper of `candidate`, sections and all.
Hit hit_of(const Xapian::Database& database, const Candidate& candidate, std::size_t rank) {
  std::optional<Paper> record =
      decode_record(database.get_document(candidate.did).get_data());
  if (!record) throw Xapian::DatabaseCorruptError("the record of a paper is damaged");
  Hit hit;
  hit.paper = std::move(*record);
  hit.rank = rank;
  hit.score = candidate.score();
  hit.relevance = candidate.relevance();
  hit.popularity = candidate.popularity;
  return hit;
}

// The first of the ways to read the words side by side that finds anything: with an
// order that is not the best first, papers that hold them all come before the rest.
BuiltQuery build(const Xapian::Database& database, Analyzer& analyzer,
                 const Glossary& glossary, const QueryNode& query,
                 const SearchOptions& options) {
  QueryBuilder builder(database, analyzer, glossary);
  std::vector<Matching> ways = {Matching::kAny, Matching::kAnyPart};
  if (options.sort != SortOrder::kRelevance) ways.insert(ways.begin(), Matching::kAll);
  BuiltQuery built;
  for (const Matching way : ways) {
    built = builder.build(query, options, way);
    if (built.query.empty() || !built.has_words || has_match(database, built.query)) break;
  }
  return built;
}

}  // namespace

Result<SearchResult> search(const Xapian::Database& database, Analyzer& analyzer,
                            const Glossary& glossary, const QueryNode& query,
                            const SearchOptions& options) {
  const BuiltQuery built = build(database, analyzer, glossary, query, options);
  SearchResult result;
  if (options.facets) result.facets.emplace();
  if (built.query.empty()) return result;

  FacetSpy spy(options.facets ? facet_patterns(database, built)
                              : std::vector<WordPattern>());
  LatentSimilarity latent(database);
  if (options.latent_weight > 0 && options.sort == SortOrder::kRelevance)
    latent.set_query(latent_terms(built));
  const Matched matched = match(database, built.query, built.has_words, built.sequence,
                                latent, options, options.facets ? &spy : nullptr);
  result.total = matched.total;
  result.total_is_exact = matched.total_is_exact;

  const auto weight_of = [&](const std::string& term) {
    return inverse_document_frequency(database.get_doccount(), database.get_termfreq(term));
  };
  std::unordered_map<std::string, double> weights;
  const Highlighter highlighter{built.terms, built.prefixes,
                                [&](const std::string& term) {
                                  const auto [at, is_new] = weights.try_emplace(term, 0);
                                  if (is_new) at->second = weight_of(term);
                                  return at->second;
                                },
                                other_names(built)};
  const SnippetOptions snippet_options{options.snippets, options.snippet_length,
                                       section_fields(options.sections)};
  for (const Candidate& candidate : matched.papers) {
    Hit hit = hit_of(database, candidate, options.offset + result.hits.size() + 1);
    hit.title_highlights = highlight(hit.paper.title, highlighter, analyzer);
    hit.snippets = make_snippets(hit.paper, highlighter, snippet_options, analyzer);
    hit.paper.sections.clear();
    if (options.explain) {
      hit.explanation = explain(database, built, candidate.did);
      hit.explanation->closeness = candidate.closeness;
      hit.explanation->latent = candidate.latent;
    }
    result.hits.push_back(std::move(hit));
  }
  if (options.facets) {
    result.facets->month = spy.months(options.facet_limit);
    result.facets->author = spy.authors(options.facet_limit);
    result.facets->section = spy.sections(options.facet_limit);
  }
  return result;
}

Result<SearchResult> similar(const Xapian::Database& database, Xapian::docid did,
                             const SearchOptions& options) {
  Query query = similarity_query(database, did);
  SearchResult result;
  if (query.empty()) return result;
  const Query filter = option_filters(options);
  if (!filter.empty()) query = Query(Query::OP_FILTER, query, filter);
  LatentSimilarity latent(database);
  if (options.latent_weight > 0) latent.set_query(did);
  SearchOptions by_meaning = options;
  by_meaning.latent_weight *= kLatentOfSimilar;
  const Matched matched = match(database, query, true, {}, latent, by_meaning, nullptr);
  result.total = matched.total;
  result.total_is_exact = matched.total_is_exact;
  for (const Candidate& candidate : matched.papers) {
    Hit hit = hit_of(database, candidate, options.offset + result.hits.size() + 1);
    hit.paper.sections.clear();
    result.hits.push_back(std::move(hit));
  }
  return result;
}

}  // namespace papersearch
