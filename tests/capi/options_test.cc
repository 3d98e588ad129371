// SPDX-License-Identifier: GPL-2.0-or-later
// Every option that can be set reaches the search.
#include <functional>
#include <ostream>

#include "c_index.h"
#include "papersearch/searcher.h"

namespace papersearch::testing {
namespace {

struct OptionCase {
  const char* name;
  std::function<papersearch_status(papersearch_options*)> set;
  std::function<void(SearchOptions&)> expected;
};
void PrintTo(const OptionCase& option, std::ostream* out) { *out << option.name; }

class OptionCTest : public CApiTest, public ::testing::WithParamInterface<OptionCase> {};

std::string told(const Hit& hit) {
  std::string out = hit.paper.id + " " + std::to_string(hit.score);
  for (const Snippet& snippet : hit.snippets) out += "\n  " + snippet.text;
  return out + (hit.explanation ? " explained\n" : "\n");
}
std::string told(const papersearch_hit* hit) {
  std::string out = std::string(papersearch_paper_id(papersearch_hit_paper(hit))) + " " +
                    std::to_string(papersearch_hit_score(hit));
  for (size_t i = 0; i < papersearch_hit_snippet_count(hit); ++i)
    out += std::string("\n  ") + papersearch_snippet_text(papersearch_hit_snippet(hit, i));
  return out + (papersearch_hit_is_explained(hit) != 0 ? " explained\n" : "\n");
}

// What a search with the options gives, told in one text.
std::string told(const SearchResult& result) {
  std::string out = std::to_string(result.total) + result.suggestion.value_or("") + "\n";
  for (const Hit& hit : result.hits) out += told(hit);
  if (result.facets) out += std::to_string(result.facets->author.size());
  return out;
}
std::string told(const papersearch_result* result) {
  const char* suggestion = papersearch_result_suggestion(result);
  std::string out = std::to_string(papersearch_result_total(result)) +
                    (suggestion == nullptr ? "" : suggestion) + "\n";
  for (size_t i = 0; i < papersearch_result_hit_count(result); ++i)
    out += told(papersearch_result_hit(result, i));
  const size_t authors = papersearch_result_facet_count(result, PAPERSEARCH_FACET_AUTHOR);
  return authors == 0 ? out : out + std::to_string(authors);
}

// The answer is that of the C++ option of the same name, and not that of the default.
TEST_P(OptionCTest, ReachesTheSearch) {
  const char* const query = "강화 학습 vision benchmrks";
  SearchOptions expected;
  GetParam().expected(expected);
  Result<Searcher> cpp = Searcher::open(db());
  const std::string with = told(cpp.value().search(query, expected).value());
  const std::string without = told(cpp.value().search(query).value());

  const OptionsHandle options = made<OptionsHandle>(papersearch_options_new);
  ASSERT_EQ(GetParam().set(options.get()), PAPERSEARCH_OK);
  EXPECT_EQ(told(search(query, options.get()).get()), with);
  EXPECT_NE(with, without) << "the case shows nothing";
}

// A setter with its argument, and what it means in C++.
#define OPTION(SETTER, ARGUMENT, EXPECTED)                                              \
  OptionCase {                                                                          \
#SETTER, [](papersearch_options *                                                   \
                o) { return SETTER(o, ARGUMENT); }, [](SearchOptions & o) { EXPECTED; } \
  }

INSTANTIATE_TEST_SUITE_P(
    Options, OptionCTest,
    ::testing::Values(
        OPTION(papersearch_options_set_limit, 3, o.limit = 3),
        OPTION(papersearch_options_set_offset, 2, o.offset = 2),
        OPTION(papersearch_options_set_sort, PAPERSEARCH_SORT_VOTES,
               o.sort = SortOrder::kVotes),
        OPTION(papersearch_options_set_since, "2026", o.since = "2026"),
        OPTION(papersearch_options_set_until, "2024-12", o.until = "2024-12"),
        OPTION(papersearch_options_set_min_votes, 50, o.min_votes = 50),
        OPTION(papersearch_options_add_author, "zuo", o.authors = {"zuo"}),
        OPTION(papersearch_options_add_section, "title", o.sections = {"title"}),
        OPTION(papersearch_options_set_exact, 1, o.exact = true),
        OPTION(papersearch_options_set_correct_spelling, 0, o.correct_spelling = false),
        OPTION(papersearch_options_set_votes_weight, 1.0, o.votes_weight = 1.0),
        OPTION(papersearch_options_set_latent_weight, 0.0, o.latent_weight = 0.0),
        OPTION(papersearch_options_set_closeness_weight, 0.0, o.closeness_weight = 0.0),
        OPTION(papersearch_options_set_snippets, 1, o.snippets = 1),
        OPTION(papersearch_options_set_snippet_length, 40, o.snippet_length = 40),
        OPTION(papersearch_options_set_facets, 1, o.facets = true),
        OPTION(papersearch_options_set_explain, 1, o.explain = true)),
    [](const ::testing::TestParamInfo<OptionCase>& row) { return row.param.name; });
#undef OPTION

TEST_F(CApiTest, FacetLimitHoldsForEachFacet) {
  const OptionsHandle options = made<OptionsHandle>(papersearch_options_new);
  papersearch_options_set_facets(options.get(), 1);
  papersearch_options_set_facet_limit(options.get(), 4);
  const ResultHandle result = search("vision", options.get());
  EXPECT_EQ(papersearch_result_facet_count(result.get(), PAPERSEARCH_FACET_AUTHOR), 4U);
}

// Options are kept by the caller and can be used again, changed.
TEST_F(CApiTest, OptionsCanBeTakenBack) {
  const OptionsHandle options = made<OptionsHandle>(papersearch_options_new);
  papersearch_options_set_min_votes(options.get(), 1'000'000);
  EXPECT_EQ(papersearch_result_total(search("vision", options.get()).get()), 0U);
  papersearch_options_set_min_votes(options.get(), PAPERSEARCH_VOTES_UNKNOWN);
  EXPECT_GT(papersearch_result_total(search("vision", options.get()).get()), 0U);
  for (const int sort : {PAPERSEARCH_SORT_DATE, PAPERSEARCH_SORT_RELEVANCE})
    EXPECT_EQ(papersearch_options_set_sort(options.get(), sort), PAPERSEARCH_OK);
}

}  // namespace
}  // namespace papersearch::testing
