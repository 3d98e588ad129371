// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/tally.h"

#include <gtest/gtest.h>

#include "small_index.h"

namespace papersearch {
namespace {

using testing::require;

Paper listed(std::string id, std::string title, std::string date,
             std::optional<std::int64_t> votes, std::vector<std::string> authors = {}) {
  Paper paper = testing::make_paper(std::move(id), std::move(title));
  paper.date = std::move(date);
  paper.votes = votes;
  paper.authors = std::move(authors);
  return paper;
}

testing::SmallIndex& index() {
  static testing::SmallIndex all({
      listed("2411.00001", "Reward models", "2024-11-05", 10, {"Jo Baker", "Ana Ruiz"}),
      listed("2411.00002", "Reward hacking", "2024-11-20", std::nullopt, {"Jo Baker"}),
      listed("2411.00003", "Other models", "2024-11-30", 5, {"Ana Ruiz"}),
      // Nothing in December and January.
      listed("2502.00001", "강화학습과 도구", "2025-02-01", 40, {"김하늘", "김하늘"}),
      listed("2502.00002", "Reinforcement learning", "2025-02-02", 2, {"Jo Baker"}),
      listed("2503.00001", "Reward models again", "2025-03-01", 7, {"Lea Sommer"}),
      listed("2503.00002", "Reward models of no day", "", 100, {"Nobody"}),
  });
  return all;
}

// "2024-11=2/3 ...": matching papers of all; then the votes of those months that have any.
std::string papers_of(const Trend& trend) {
  std::string out;
  for (const MonthTally& month : trend.months) {
    out += (out.empty() ? "" : " ") + month.month + "=" + std::to_string(month.papers) +
           "/" + std::to_string(month.all_papers);
  }
  return out;
}

std::string votes_of(const Trend& trend) {
  std::string out;
  for (const MonthTally& month : trend.months) {
    out += (out.empty() ? "" : " ") + std::to_string(month.votes) + "/" +
           std::to_string(month.all_votes);
  }
  return out;
}

struct TrendCase {
  const char* name;
  const char* query;
  SearchOptions options;
  const char* papers;
};

SearchOptions between(std::string since, std::string until) {
  SearchOptions options;
  options.since = std::move(since);
  options.until = std::move(until);
  return options;
}

SearchOptions by(std::string author) {
  SearchOptions options;
  options.authors = {std::move(author)};
  return options;
}

class TrendTest : public ::testing::TestWithParam<TrendCase> {};

TEST_P(TrendTest, CountsPapersByMonth) {
  const Trend trend =
      require(index().searcher().trend(GetParam().query, GetParam().options));
  EXPECT_EQ(papers_of(trend), GetParam().papers);
  EXPECT_EQ(trend.query, GetParam().query);
}

INSTANTIATE_TEST_SUITE_P(
    Trend, TrendTest,
    ::testing::Values(
        TrendCase{"OneWord",
                  "reward",
                  {},
                  "2024-11=2/3 2024-12=0/0 2025-01=0/0 2025-02=0/2 2025-03=1/1"},
        TrendCase{"EveryWordIsNeeded",
                  "reward models",
                  {},
                  "2024-11=1/3 2024-12=0/0 2025-01=0/0 2025-02=0/2 2025-03=1/1"},
        TrendCase{"Either",
                  "hacking OR again",
                  {},
                  "2024-11=1/3 2024-12=0/0 2025-01=0/0 2025-02=0/2 2025-03=1/1"},
        TrendCase{"OtherNamesCount",
                  "강화 학습",
                  {},
                  "2024-11=0/3 2024-12=0/0 2025-01=0/0 2025-02=2/2 2025-03=0/1"},
        TrendCase{"NotWhereItIsExact", "강화 학습", testing::exact(),
                  "2024-11=0/3 2024-12=0/0 2025-01=0/0 2025-02=1/2 2025-03=0/1"},
        TrendCase{"Author", "", by("Jo Baker"),
                  "2024-11=2/3 2024-12=0/0 2025-01=0/0 2025-02=1/2 2025-03=0/1"},
        TrendCase{"NothingAskedIsAll",
                  "",
                  {},
                  "2024-11=3/3 2024-12=0/0 2025-01=0/0 2025-02=2/2 2025-03=1/1"},
        TrendCase{"NothingFound",
                  "zyzzyva",
                  {},
                  "2024-11=0/3 2024-12=0/0 2025-01=0/0 2025-02=0/2 2025-03=0/1"},
        TrendCase{"SinceChoosesTheMonths", "reward", between("2025-02", ""),
                  "2025-02=0/2 2025-03=1/1"},
        TrendCase{"APartOfAMonthCountsItself", "reward", between("", "2024-11-20"),
                  "2024-11=2/2"},
        TrendCase{"NoPaperInTheSpan", "reward", between("2024-12", "2025-01"), ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(TrendTest, AddsUpKnownVotes) {
  const Trend trend = require(index().searcher().trend("reward"));
  EXPECT_EQ(votes_of(trend), "10/15 0/0 0/0 0/42 7/7");
  EXPECT_EQ(trend.votes, 17);
}

TEST(TrendTest, TellsPapersWithoutADateApart) {
  const Trend trend = require(index().searcher().trend("reward models"));
  EXPECT_EQ(trend.papers, 2U);
  EXPECT_EQ(trend.undated, 1U);
}

TEST(TrendTest, AnEmptyIndexHasNoMonths) {
  testing::SmallIndex empty({});
  EXPECT_EQ(papers_of(require(empty.searcher().trend("reward"))), "");
  EXPECT_EQ(papers_of(require(empty.searcher().trend(""))), "");
}

TEST(TrendTest, FailsAsASearchDoes) {
  const auto wrong_query = index().searcher().trend("date:spring");
  ASSERT_FALSE(wrong_query);
  EXPECT_EQ(wrong_query.error().code(), ErrorCode::kQuerySyntax);
  const auto wrong_option = index().searcher().trend("reward", between("2025", "2024"));
  ASSERT_FALSE(wrong_option);
  EXPECT_EQ(wrong_option.error().code(), ErrorCode::kInvalidArgument);
}

// "Jo Baker 3 12; …"
std::string text(const std::vector<AuthorTally>& authors) {
  std::string out;
  for (const AuthorTally& author : authors) {
    out += (out.empty() ? "" : "; ") + author.author + " " + std::to_string(author.papers) +
           " " + std::to_string(author.votes);
  }
  return out;
}

TEST(TopAuthorsTest, MostPapersFirstThenVotes) {
  EXPECT_EQ(text(require(index().searcher().top_authors(""))),
            "Jo Baker 3 12; Ana Ruiz 2 15; Nobody 1 100; 김하늘 1 40; Lea Sommer 1 7");
}

TEST(TopAuthorsTest, MostVotesFirstThenPapers) {
  SearchOptions options = between("2024", "");
  options.sort = SortOrder::kVotes;
  EXPECT_EQ(text(require(index().searcher().top_authors("", options))),
            "김하늘 1 40; Ana Ruiz 2 15; Jo Baker 3 12; Lea Sommer 1 7");
}

TEST(TopAuthorsTest, OfAQueryAndAPage) {
  SearchOptions options;
  options.offset = 1;
  options.limit = 1;
  EXPECT_EQ(text(require(index().searcher().top_authors("reward models", options))),
            "Ana Ruiz 1 10");
  options.offset = 10;
  EXPECT_EQ(text(require(index().searcher().top_authors("reward models", options))), "");
}

}  // namespace
}  // namespace papersearch
