// SPDX-License-Identifier: GPL-2.0-or-later
// Searching through the C interface gives what the C++ interface gives.
#include <map>
#include <set>
#include <string_view>

#include "c_index.h"
#include "papersearch/searcher.h"

namespace papersearch::testing {
namespace {

using SearchCTest = CApiTest;

SearchResult searched(const std::string& db, std::string_view query,
                      const SearchOptions& options) {
  Result<Searcher> searcher = Searcher::open(db);
  Result<SearchResult> result = searcher.value().search(query, options);
  return std::move(result.value());
}

std::vector<std::string> ids_of(const papersearch_result* result) {
  std::vector<std::string> out;
  for (size_t i = 0; i < papersearch_result_hit_count(result); ++i)
    out.emplace_back(
        papersearch_paper_id(papersearch_hit_paper(papersearch_result_hit(result, i))));
  return out;
}

void expect_same_ranges(const papersearch_range* ranges, size_t count,
                        const std::vector<ByteRange>& expected) {
  ASSERT_EQ(count, expected.size());
  EXPECT_EQ(ranges == nullptr, expected.empty());
  for (size_t i = 0; i < count; ++i) {
    EXPECT_EQ(ranges[i].begin, expected[i].begin);
    EXPECT_EQ(ranges[i].end, expected[i].end);
  }
}

void expect_same_paper(const papersearch_paper* paper, const Paper& expected) {
  EXPECT_EQ(papersearch_paper_id(paper), expected.id);
  EXPECT_EQ(papersearch_paper_title(paper), expected.title);
  EXPECT_EQ(papersearch_paper_date(paper), expected.date);
  EXPECT_EQ(papersearch_paper_votes(paper),
            expected.votes.value_or(PAPERSEARCH_VOTES_UNKNOWN));
  ASSERT_EQ(papersearch_paper_author_count(paper), expected.authors.size());
  for (size_t i = 0; i < expected.authors.size(); ++i)
    EXPECT_EQ(papersearch_paper_author(paper, i), expected.authors[i]);
  ASSERT_EQ(papersearch_paper_section_count(paper), expected.sections.size());
  for (size_t i = 0; i < expected.sections.size(); ++i) {
    EXPECT_EQ(papersearch_paper_section_name(paper, i), expected.sections[i].name);
    EXPECT_EQ(papersearch_paper_section_text(paper, i), expected.sections[i].text);
  }
}

void expect_same_explanation(const papersearch_hit* hit, const Explanation& expected) {
  EXPECT_EQ(papersearch_hit_closeness(hit), expected.closeness);
  EXPECT_EQ(papersearch_hit_latent(hit), expected.latent);
  ASSERT_EQ(papersearch_hit_term_count(hit), expected.terms.size());
  for (size_t i = 0; i < expected.terms.size(); ++i) {
    const papersearch_term* term = papersearch_hit_term(hit, i);
    EXPECT_EQ(papersearch_term_text(term), expected.terms[i].term);
    EXPECT_EQ(papersearch_term_within_document_frequency(term),
              expected.terms[i].within_document_frequency);
    EXPECT_EQ(papersearch_term_document_frequency(term),
              expected.terms[i].document_frequency);
    EXPECT_EQ(papersearch_term_weight(term), expected.terms[i].weight);
    ASSERT_EQ(papersearch_term_field_count(term), expected.terms[i].fields.size());
    for (size_t f = 0; f < expected.terms[i].fields.size(); ++f)
      EXPECT_EQ(papersearch_term_field(term, f), expected.terms[i].fields[f]);
  }
}

void expect_same_hit(const papersearch_hit* hit, const Hit& expected) {
  EXPECT_EQ(papersearch_hit_rank(hit), expected.rank);
  expect_same_paper(papersearch_hit_paper(hit), expected.paper);
  size_t count = 99;
  const papersearch_range* ranges = papersearch_hit_title_highlights(hit, &count);
  expect_same_ranges(ranges, count, expected.title_highlights);
  EXPECT_EQ(papersearch_hit_score(hit), expected.score);
  EXPECT_EQ(papersearch_hit_relevance(hit), expected.relevance);
  EXPECT_EQ(papersearch_hit_popularity(hit), expected.popularity);
  ASSERT_EQ(papersearch_hit_snippet_count(hit), expected.snippets.size());
  for (size_t i = 0; i < expected.snippets.size(); ++i) {
    const papersearch_snippet* snippet = papersearch_hit_snippet(hit, i);
    EXPECT_EQ(papersearch_snippet_section(snippet), expected.snippets[i].section);
    EXPECT_EQ(papersearch_snippet_text(snippet), expected.snippets[i].text);
    ranges = papersearch_snippet_highlights(snippet, &count);
    expect_same_ranges(ranges, count, expected.snippets[i].highlights);
  }
  ASSERT_EQ(papersearch_hit_is_explained(hit), expected.explanation ? 1 : 0);
  if (expected.explanation) expect_same_explanation(hit, *expected.explanation);
}

void expect_same_facet(const papersearch_result* result, int facet,
                       const std::vector<FacetCount>& expected) {
  ASSERT_EQ(papersearch_result_facet_count(result, facet), expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(papersearch_result_facet_value(result, facet, i), expected[i].value);
    EXPECT_EQ(papersearch_result_facet_papers(result, facet, i), expected[i].count);
  }
}

// Every member of a result has its function, and it gives what is there.
TEST_F(SearchCTest, GivesAllThatTheResultHolds) {
  SearchOptions options;
  options.explain = true;
  options.facets = true;
  const SearchResult expected = searched(db(), "강화학습 reasoning", options);
  const OptionsHandle c_options = made<OptionsHandle>(papersearch_options_new);
  papersearch_options_set_explain(c_options.get(), 1);
  papersearch_options_set_facets(c_options.get(), 1);
  const ResultHandle result = search("강화학습 reasoning", c_options.get());

  EXPECT_STREQ(papersearch_result_query(result.get()), "강화학습 reasoning");
  EXPECT_EQ(papersearch_result_total(result.get()), expected.total);
  EXPECT_EQ(papersearch_result_total_is_exact(result.get()), 1);
  EXPECT_GT(papersearch_result_took_ms(result.get()), 0);
  ASSERT_EQ(papersearch_result_hit_count(result.get()), expected.hits.size());
  ASSERT_GT(expected.hits.size(), 3U);
  for (size_t i = 0; i < expected.hits.size(); ++i)
    expect_same_hit(papersearch_result_hit(result.get(), i), expected.hits[i]);
  expect_same_facet(result.get(), PAPERSEARCH_FACET_MONTH, expected.facets->month);
  expect_same_facet(result.get(), PAPERSEARCH_FACET_AUTHOR, expected.facets->author);
  expect_same_facet(result.get(), PAPERSEARCH_FACET_SECTION, expected.facets->section);
  EXPECT_EQ(papersearch_result_facet_count(result.get(), 3), 0U);
}

TEST_F(SearchCTest, GivesTheBetterSpellingThatItSearchedFor) {
  const ResultHandle result = search("benchmrks");
  const SearchResult expected = searched(db(), "benchmrks", {});
  ASSERT_TRUE(expected.suggestion.has_value());
  EXPECT_EQ(papersearch_result_suggestion(result.get()), *expected.suggestion);
  EXPECT_EQ(papersearch_result_corrected(result.get()), 1);

  const ResultHandle right = search("benchmarks");
  EXPECT_EQ(papersearch_result_suggestion(right.get()), nullptr);
  EXPECT_EQ(papersearch_result_corrected(right.get()), 0);
}

// A result is the caller's, whatever becomes of the searcher.
TEST_F(SearchCTest, ResultOutlivesItsSearcher) {
  SearcherHandle other = made<SearcherHandle>(papersearch_searcher_open, db());
  const ResultHandle result =
      made<ResultHandle>(papersearch_searcher_search, other.get(), "ttrl", nullptr);
  other.reset();
  EXPECT_EQ(ids_of(result.get()), std::vector<std::string>{"2504.16084"});
}

TEST_F(SearchCTest, FindsAWholePaperByAnySpellingOfItsId) {
  const PaperHandle paper = made<PaperHandle>(papersearch_searcher_find, searcher(),
                                              "https://arxiv.org/abs/2504.16084v2");
  Result<Searcher> cpp = Searcher::open(db());
  expect_same_paper(paper.get(), cpp.value().find("2504.16084").value());
  EXPECT_GT(papersearch_paper_section_count(paper.get()), 2U);
  const TextHandle url = made<TextHandle>(papersearch_paper_url, paper.get());
  EXPECT_STREQ(url.get(), "https://arxiv.org/abs/2504.16084");
}

TEST_F(SearchCTest, FindsSimilarPapers) {
  const ResultHandle result =
      made<ResultHandle>(papersearch_searcher_similar, searcher(), "2504.16084", nullptr);
  Result<Searcher> cpp = Searcher::open(db());
  const Result<SearchResult> expected = cpp.value().similar("2504.16084");
  std::vector<std::string> ids;
  for (const Hit& hit : expected.value().hits) ids.push_back(hit.paper.id);
  ASSERT_FALSE(ids.empty());
  EXPECT_EQ(ids_of(result.get()), ids);
}

}  // namespace
}  // namespace papersearch::testing
