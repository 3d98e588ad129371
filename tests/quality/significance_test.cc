// SPDX-License-Identifier: GPL-2.0-or-later
#include "significance.h"

#include <gmock/gmock.h>

namespace papersearch::quality {
namespace {

TEST(RandomizationP, IsOneWithoutAnyDifference) {
  EXPECT_DOUBLE_EQ(randomization_p({0, 0, 0}), 1);
  EXPECT_DOUBLE_EQ(randomization_p({}), 1);
}

TEST(RandomizationP, EqualDifferencesGiveTheShareOfExtremeSigns) {
  // Of 2^5 sign changes, two are as extreme as all five on one side.
  EXPECT_NEAR(randomization_p({0.1, 0.1, 0.1, 0.1, 0.1}), 2.0 / 32, 0.005);
  // One against four: sums of at least 3 in size have 2 * (1 + 5) of 32.
  EXPECT_NEAR(randomization_p({0.1, 0.1, 0.1, 0.1, -0.1}), 12.0 / 32, 0.01);
}

TEST(RandomizationP, ManyLikeDifferencesAreNoChance) {
  const std::vector<double> differences(100, 0.02);
  EXPECT_LT(randomization_p(differences), 0.001);
}

TEST(RandomizationP, DoesNotDependOnTheDirectionAndRepeats) {
  const std::vector<double> up = {0.3, -0.1, 0.2, 0.05, 0.1, -0.02};
  std::vector<double> down;
  for (const double difference : up) down.push_back(-difference);
  EXPECT_EQ(randomization_p(up), randomization_p(down));
  EXPECT_EQ(randomization_p(up), randomization_p(up));
}

}  // namespace
}  // namespace papersearch::quality
