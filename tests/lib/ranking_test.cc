// SPDX-License-Identifier: GPL-2.0-or-later
#include "ranking.h"

#include <gtest/gtest.h>

#include <limits>

namespace papersearch {
namespace {

// More votes never count less, and never more than one.
TEST(PopularityTest, GrowsAndSaturates) {
  double before = -1;
  for (const std::int64_t votes : {0, 1, 2, 5, 10, 28, 69, 291, 100'000}) {
    const double now = popularity(votes);
    EXPECT_GT(now, before) << votes;
    EXPECT_LT(now, 1) << votes;
    before = now;
  }
  EXPECT_EQ(popularity(0), 0);
  EXPECT_LE(popularity(std::numeric_limits<std::int64_t>::max()), 1);
}

// Nobody knows is neither praise nor blame.
TEST(PopularityTest, UnknownVotesCountAsTheMiddle) {
  EXPECT_EQ(popularity(std::nullopt), 0.5);
  EXPECT_EQ(popularity(static_cast<std::int64_t>(kVotesHalf)), 0.5);
}

TEST(InverseDocumentFrequencyTest, RareSaysMoreAndNothingIsNegative) {
  EXPECT_GT(inverse_document_frequency(1000, 1), inverse_document_frequency(1000, 10));
  EXPECT_GT(inverse_document_frequency(1000, 500), inverse_document_frequency(1000, 1000));
  EXPECT_GT(inverse_document_frequency(1000, 1000), 0);
  EXPECT_GT(inverse_document_frequency(1, 1), 0);
  EXPECT_GT(inverse_document_frequency(1000, 0), inverse_document_frequency(1000, 1));
}

TEST(RankingTest, WeightsKeepTheirOrder) {
  EXPECT_GT(kTitleWeight, 1U);
  // A whole and a pair of syllables are hints beside the words themselves.
  EXPECT_GT(kWholeWeight, 0);
  EXPECT_LT(kWholeWeight, 1);
  EXPECT_GT(kBigramWeight, 0);
  EXPECT_LT(kBigramWeight, 1);
}

}  // namespace
}  // namespace papersearch
