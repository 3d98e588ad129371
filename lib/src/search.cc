// SPDX-License-Identifier: GPL-2.0-or-later
#include "search.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "document_builder.h"
#include "explain.h"
#include "facet.h"
#include "latent_similarity.h"
#include "match.h"
#include "query_builder.h"
#include "query_filters.h"
#include "ranking.h"
#include "record.h"
#include "schema.h"
#include "sentence_choice.h"
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

// The words that the prefixes of the query stand for.
std::vector<std::string> begun_words(const Xapian::Database& database,
                                     const BuiltQuery& built) {
  std::vector<std::string> out;
  for (const QueryLeaf& leaf : built.leaves) {
    if (leaf.prefix.empty()) continue;
    out.insert(out.end(), leaf.phrase.begin(), leaf.phrase.end());
    for (std::string& word : beginning_with(database, leaf.prefix))
      out.push_back(std::move(word));
  }
  return out;
}

// What the section facet looks for: the words of the query and their other names.
std::vector<WordPattern> facet_patterns(const Xapian::Database& database,
                                        const BuiltQuery& built) {
  constexpr FieldMask kSections = kAllFields & ~field_bit(Field::kAuthor);
  std::vector<WordPattern> out;
  std::vector<std::string> words = begun_words(database, built);
  const auto add_phrase = [&](const std::vector<std::string>& terms) {
    if (terms.size() == 1) words.push_back(terms[0]);
    if (terms.size() > 1) out.push_back(phrase_pattern(terms, kSections));
  };
  for (const QueryLeaf& leaf : built.leaves) {
    if (!leaf.term.empty()) words.push_back(leaf.term);
    add_phrase(leaf.phrase);
  }
  for (const std::vector<std::string>& name : other_names(built)) add_phrase(name);
  if (built.has_words) out.push_back(any_word_pattern(words, kSections));
  return out;
}

// Hits come in any order: a ValueStream is for documents that come in theirs.
Paper paper_of(const IndexParts& index, const Xapian::Document& document,
               Xapian::docid did) {
  KeptReads* kept = index.kept_of_papers();
  if (kept == nullptr) return index.records.paper(document);
  if (const std::string* record = kept->value(kRecordSlot, did))
    return *decode_record(*record);
  std::string record = index.records.record(packed_record(document)).value_or("");
  std::optional<Paper> paper = decode_record(record);
  if (!paper) return index.records.paper(document);  // which says what is wrong
  kept->keep_value(kRecordSlot, did, std::move(record));
  return *std::move(paper);
}

Hit hit_of(const IndexParts& index, const Xapian::Document& document,
           const Candidate& candidate, std::size_t rank) {
  Hit hit;
  hit.paper = paper_of(index, document, candidate.did);
  hit.rank = rank;
  hit.score = candidate.score();
  hit.relevance = candidate.relevance();
  hit.popularity = candidate.popularity;
  return hit;
}

// Shows `spy` the matches where shards do not know it: in the local part.
void show_matches(const IndexParts& index, Analyzer& analyzer, const Glossary& glossary,
                  const QueryNode& query, const SearchOptions& options, Matching matching,
                  Xapian::MatchSpy& spy) {
  Xapian::Enquire enquire(index.local);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(QueryBuilder(index.local, analyzer, glossary)
                        .build(query, options, matching)
                        .part.query(nullptr));
  enquire.add_matchspy(&spy);
  static_cast<void>(enquire.get_mset(0, 0, index.local.get_doccount()));
}

// The ways to read the words side by side, of which the first that finds anything is taken:
// with an order that is not the best first, papers that hold them all come before the rest.
std::vector<Matching> ways_to_match(const SearchOptions& options) {
  std::vector<Matching> ways = {Matching::kAny, Matching::kAnyPart};
  if (options.sort != SortOrder::kRelevance) ways.insert(ways.begin(), Matching::kAll);
  return ways;
}

void set_facets(const FacetSpy& spy, std::size_t limit, Facets& out) {
  out.month = spy.months(limit);
  out.author = spy.authors(limit);
  out.section = spy.sections(limit);
}

// `document` is what the shards have of it.
std::string words_of(const IndexParts& index, Xapian::docid did,
                     const Xapian::Document& document) {
  if (index.is_sharded())
    return index.local.get_document(did, Xapian::DOC_ASSUME_VALID).get_value(kWordsSlot);
  KeptReads* kept = index.kept_of_papers();
  if (kept == nullptr) return document.get_value(kWordsSlot);
  if (const std::string* words = kept->value(kWordsSlot, did)) return *words;
  return kept->keep_value(kWordsSlot, did, document.get_value(kWordsSlot));
}

// Hits for the papers, with what there is to show of them.
std::vector<Hit> hits_of(const IndexParts& index, Analyzer& analyzer,
                         const BuiltQuery& built, const std::vector<Candidate>& papers,
                         const SearchOptions& options) {
  const Xapian::Database& database = index.local;
  const Highlighter highlighter{built.terms, built.prefixes, other_names(built)};
  std::vector<std::string> terms = begun_words(database, built);
  terms.insert(terms.end(), built.terms.begin(), built.terms.end());
  SentenceChoice choice(terms, highlighter.names, [&](const std::string& term) {
    return inverse_document_frequency(database.get_doccount(),
                                      frequency_of(term, database, index.kept));
  });
  const SnippetOptions snippet_options{options.snippets, options.snippet_length,
                                       section_fields(options.sections)};
  WordSequence words;
  std::vector<Hit> out;
  for (const Candidate& candidate : papers) {
    const Xapian::Document document =
        index.papers.get_document(candidate.did, Xapian::DOC_ASSUME_VALID);
    Hit hit = hit_of(index, document, candidate, options.offset + out.size() + 1);
    words.read(candidate.words.empty() ? words_of(index, candidate.did, document)
                                       : candidate.words);
    if (choice.stands_in(words, field_bit(Field::kTitle)))
      hit.title_highlights = highlight(hit.paper.title, highlighter, analyzer);
    hit.snippets =
        make_snippets(hit.paper, words, choice, highlighter, snippet_options, analyzer);
    hit.paper.sections.clear();
    if (options.explain) {
      hit.explanation = explain(index, built, candidate.did, hit.paper.id);
      hit.explanation->closeness = candidate.closeness;
      hit.explanation->latent = candidate.latent;
    }
    out.push_back(std::move(hit));
  }
  return out;
}

}  // namespace

Result<SearchResult> search(const IndexParts& index, Analyzer& analyzer,
                            const Glossary& glossary, const QueryNode& query,
                            const SearchOptions& options) {
  const Xapian::Database& database = index.local;
  QueryBuilder builder(database, analyzer, glossary, index.order, index.kept_of_papers());
  SearchResult result;
  if (options.facets) result.facets.emplace();
  BuiltQuery built;
  Matched matched;
  for (const Matching way : ways_to_match(options)) {
    built = builder.build(query, options, way);
    if (built.part.empty()) return result;
    FacetSpy spy(options.facets ? facet_patterns(database, built)
                                : std::vector<WordPattern>());
    LatentSimilarity latent(database, index.kept);
    if (options.latent_weight > 0 && options.sort == SortOrder::kRelevance)
      latent.set_query(latent_terms(built));
    matched = match(index, built, latent, options,
                    options.facets && !index.is_sharded() ? &spy : nullptr);
    if (matched.total == 0 && built.has_words) continue;
    if (options.facets && index.is_sharded())
      show_matches(index, analyzer, glossary, query, options, way, spy);
    if (options.facets) set_facets(spy, options.facet_limit, *result.facets);
    break;
  }
  result.total = matched.total;
  result.total_is_exact = matched.total_is_exact;

  result.hits = hits_of(index, analyzer, built, matched.papers, options);
  return result;
}

Result<SearchResult> similar(const IndexParts& index, Xapian::docid did,
                             const SearchOptions& options) {
  const Xapian::Database& database = index.local;
  BuiltQuery alike;
  alike.part = similarity_query(index, did);
  alike.has_words = true;
  SearchResult result;
  if (alike.part.empty()) return result;
  KeptReads* kept = index.kept_of_papers();
  alike.part = alike.part.filtered(option_filters(options, index.order, kept), kept);
  LatentSimilarity latent(database, index.kept);
  if (options.latent_weight > 0) latent.set_query(did);
  SearchOptions by_meaning = options;
  by_meaning.latent_weight *= kLatentOfSimilar;
  const Matched matched = match(index, alike, latent, by_meaning, nullptr);
  result.total = matched.total;
  result.total_is_exact = matched.total_is_exact;
  for (const Candidate& candidate : matched.papers) {
    const Xapian::Document document =
        index.papers.get_document(candidate.did, Xapian::DOC_ASSUME_VALID);
    Hit hit = hit_of(index, document, candidate, options.offset + result.hits.size() + 1);
    hit.paper.sections.clear();
    result.hits.push_back(std::move(hit));
  }
  return result;
}

}  // namespace papersearch
