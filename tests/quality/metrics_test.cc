// SPDX-License-Identifier: GPL-2.0-or-later
#include "metrics.h"

#include <gmock/gmock.h>

#include <cmath>

namespace papersearch::quality {
namespace {

std::vector<RankedPaper> hits(const std::vector<std::string>& ids) {
  std::vector<RankedPaper> out;
  for (const std::string& id : ids) out.push_back({id, std::nullopt});
  return out;
}

TEST(Measure, PerfectRankingIsOneThroughout) {
  const Measures m =
      measure(hits({"a", "b", "c"}), {{"a", 3}, {"b", 2}, {"c", 1}, {"d", 0}});
  EXPECT_DOUBLE_EQ(m.ndcg, 1);
  EXPECT_DOUBLE_EQ(m.recall, 1);
  EXPECT_DOUBLE_EQ(m.mrr, 1);
  EXPECT_DOUBLE_EQ(m.judged, 1);
}

TEST(Measure, GainIsExponentialAndDiscountLogarithmic) {
  // Gains 1, 0, 7 at ranks 1 to 3; ideal 7, 3, 1.
  const double gain = 1 + 7 / std::log2(4);
  const double ideal = 7 + 3 / std::log2(3) + 1 / std::log2(4);
  const Measures m = measure(hits({"c", "x", "a"}), {{"a", 3}, {"b", 2}, {"c", 1}});
  EXPECT_DOUBLE_EQ(m.ndcg, gain / ideal);
}

TEST(Measure, FirstPaperOfGradeTwoDecidesReciprocalRank) {
  EXPECT_DOUBLE_EQ(measure(hits({"c", "x", "b"}), {{"b", 2}, {"c", 1}}).mrr, 1.0 / 3);
  EXPECT_DOUBLE_EQ(measure(hits({"c", "x"}), {{"b", 2}, {"c", 1}}).mrr, 0);
}

TEST(Measure, RecallCountsGradeTwoAndAtMostTen) {
  EXPECT_DOUBLE_EQ(measure(hits({"a", "c"}), {{"a", 3}, {"b", 2}, {"c", 1}}).recall, 0.5);
  Grades many;
  std::vector<std::string> found;
  for (int i = 0; i < 20; ++i) {
    many["p" + std::to_string(i)] = 2;
    if (i < 10) found.push_back("p" + std::to_string(i));
  }
  EXPECT_DOUBLE_EQ(measure(hits(found), many).recall, 1);
}

TEST(Measure, NothingBeyondTheTenthHitCounts) {
  std::vector<std::string> ids;
  for (int i = 0; i < 10; ++i) ids.push_back("x" + std::to_string(i));
  ids.push_back("a");
  const Measures m = measure(hits(ids), {{"a", 3}});
  EXPECT_EQ(m.ndcg, 0);
  EXPECT_EQ(m.recall, 0);
  EXPECT_EQ(m.mrr, 0);
  EXPECT_EQ(m.judged, 0);
}

TEST(Measure, UnjudgedHitsLowerTheJudgedShareOnly) {
  const Measures m = measure(hits({"a", "x", "n", "y"}), {{"a", 3}, {"n", 0}});
  EXPECT_DOUBLE_EQ(m.judged, 0.5);
  EXPECT_DOUBLE_EQ(m.ndcg, 1);
}

TEST(Measure, JudgedHitsMoveUpInPlaceOfTheOthers) {
  std::vector<std::string> ids = {"x", "y"};
  for (int i = 0; i < 10; ++i) ids.push_back("n" + std::to_string(i));
  ids.push_back("a");
  Grades grades = {{"a", 3}};
  EXPECT_DOUBLE_EQ(measure(hits(ids), grades).ndcg_judged, 1);
  grades["x"] = 0;
  EXPECT_DOUBLE_EQ(measure(hits(ids), grades).ndcg_judged, 1 / std::log2(3));
}

TEST(Measure, LogVotesAreOverTheHitsWithUnknownAsNone) {
  const Measures m = measure({{"a", 1}, {"b", 7}, {"c", std::nullopt}}, {});
  EXPECT_DOUBLE_EQ(m.log_votes, (1.0 + 3.0 + 0.0) / 3);
}

TEST(Measure, NoHitsOrNoJudgmentsGiveZero) {
  EXPECT_EQ(measure({}, {{"a", 3}}).ndcg, 0);
  const Measures m = measure(hits({"a"}), {});
  EXPECT_EQ(m.ndcg, 0);
  EXPECT_EQ(m.recall, 0);
  EXPECT_EQ(m.judged, 0);
}

TEST(Mean, IsOverAllQueries) {
  const Measures m = mean({{1, 0.5, 1, 1, 2, 1}, {0, 0.5, 0.5, 0, 4, 0.5}});
  EXPECT_DOUBLE_EQ(m.ndcg, 0.5);
  EXPECT_DOUBLE_EQ(m.recall, 0.5);
  EXPECT_DOUBLE_EQ(m.mrr, 0.75);
  EXPECT_DOUBLE_EQ(m.judged, 0.5);
  EXPECT_DOUBLE_EQ(m.log_votes, 3);
  EXPECT_DOUBLE_EQ(m.ndcg_judged, 0.75);
  EXPECT_EQ(mean({}).ndcg, 0);
}

TEST(Percentile, IsTheNearestRank) {
  const std::vector<double> values = {5, 1, 4, 2, 3};
  EXPECT_EQ(percentile(values, 0.5), 3);
  EXPECT_EQ(percentile(values, 0.95), 5);
  EXPECT_EQ(percentile(values, 1), 5);
  EXPECT_EQ(percentile(values, 0), 1);
  EXPECT_EQ(percentile({}, 0.5), 0);
}

}  // namespace
}  // namespace papersearch::quality
