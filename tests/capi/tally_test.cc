// SPDX-License-Identifier: GPL-2.0-or-later
// Counting by month and by author through the C interface.
#include "c_index.h"
#include "papersearch/searcher.h"

namespace papersearch::testing {
namespace {

using TrendHandle = Handle<papersearch_trend, papersearch_trend_free>;
using AuthorsHandle = Handle<papersearch_authors, papersearch_authors_free>;
using TallyCTest = CApiTest;

TEST_F(TallyCTest, TrendIsThatOfTheSearcher) {
  Result<Searcher> cpp = Searcher::open(db());
  const Result<Trend> expected = cpp.value().trend("vision");
  const auto trend =
      made<TrendHandle>(papersearch_searcher_trend, searcher(), "vision", nullptr);
  const papersearch_trend* t = trend.get();
  ASSERT_GT(expected.value().papers, 0U);
  EXPECT_EQ(papersearch_trend_papers(t), expected.value().papers);
  EXPECT_EQ(papersearch_trend_votes(t), expected.value().votes);
  EXPECT_EQ(papersearch_trend_undated(t), expected.value().undated);
  ASSERT_EQ(papersearch_trend_month_count(t), expected.value().months.size());
  for (size_t i = 0; i < expected.value().months.size(); ++i) {
    const MonthTally& month = expected.value().months[i];
    EXPECT_EQ(papersearch_trend_month(t, i), month.month);
    EXPECT_EQ(papersearch_trend_month_papers(t, i), month.papers);
    EXPECT_EQ(papersearch_trend_month_votes(t, i), month.votes);
    EXPECT_EQ(papersearch_trend_month_all_papers(t, i), month.all_papers);
    EXPECT_EQ(papersearch_trend_month_all_votes(t, i), month.all_votes);
  }
}

TEST_F(TallyCTest, AuthorsAreThoseOfTheSearcher) {
  SearchOptions options;
  options.limit = 5;
  Result<Searcher> cpp = Searcher::open(db());
  const auto expected = cpp.value().top_authors("vision", options);
  const OptionsHandle c_options = made<OptionsHandle>(papersearch_options_new);
  papersearch_options_set_limit(c_options.get(), 5);
  const auto authors = made<AuthorsHandle>(papersearch_searcher_top_authors, searcher(),
                                           "vision", c_options.get());
  ASSERT_EQ(papersearch_authors_count(authors.get()), 5U);
  for (size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(papersearch_authors_name(authors.get(), i), expected.value()[i].author);
    EXPECT_EQ(papersearch_authors_papers(authors.get(), i), expected.value()[i].papers);
    EXPECT_EQ(papersearch_authors_votes(authors.get(), i), expected.value()[i].votes);
  }
}

TEST_F(TallyCTest, WalksAllPapersUntilItIsTold) {
  const auto take = [](const papersearch_paper* paper, void* context) {
    auto& ids = *static_cast<std::vector<std::string>*>(context);
    ids.push_back(papersearch_paper_id(paper));
    return ids.size() == 3 ? 0 : 1;
  };
  std::vector<std::string> expected;
  Result<Searcher> cpp = Searcher::open(db());
  ASSERT_TRUE(cpp.value().for_each_paper({}, [&](const Paper& paper) {
    expected.push_back(paper.id);
    return expected.size() < 3;
  }));
  std::vector<std::string> ids;
  EXPECT_EQ(papersearch_searcher_for_each_paper(searcher(), nullptr, take, &ids),
            PAPERSEARCH_OK);
  EXPECT_EQ(ids.size(), 3U);
  EXPECT_EQ(ids, expected);
  EXPECT_EQ(papersearch_searcher_for_each_paper(searcher(), nullptr, nullptr, nullptr),
            PAPERSEARCH_INVALID_ARGUMENT);
}

TEST_F(TallyCTest, NullIsRefusedOrNothing) {
  papersearch_trend* trend = nullptr;
  papersearch_authors* authors = nullptr;
  EXPECT_EQ(papersearch_searcher_trend(searcher(), nullptr, nullptr, &trend),
            PAPERSEARCH_INVALID_ARGUMENT);
  EXPECT_EQ(papersearch_searcher_top_authors(nullptr, "a", nullptr, &authors),
            PAPERSEARCH_INVALID_ARGUMENT);
  EXPECT_EQ(papersearch_trend_month(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_trend_month_papers(nullptr, 0), 0U);
  EXPECT_EQ(papersearch_authors_count(nullptr), 0U);
  EXPECT_EQ(papersearch_authors_name(nullptr, 0), nullptr);
  papersearch_trend_free(nullptr);
  papersearch_authors_free(nullptr);
}

}  // namespace
}  // namespace papersearch::testing
