// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_pool.h"

#include <gtest/gtest.h>

namespace papersearch {
namespace {

TEST(TextPoolTest, EachTextHasOneNumber) {
  TextPool pool;
  EXPECT_EQ(pool.add("강화"), 0U);
  EXPECT_EQ(pool.add(""), 1U);
  EXPECT_EQ(pool.add("강화"), 0U);
  EXPECT_EQ(pool.add("강"), 2U);
  EXPECT_EQ(pool.text(0), "강화");
  EXPECT_EQ(pool.text(1), "");
  EXPECT_EQ(pool.text(2), "강");
}

TEST(TextPoolTest, NumbersStayWhenItGrows) {
  TextPool pool;
  constexpr TextPool::Id kTexts = 100'000;
  for (TextPool::Id id = 0; id < kTexts; ++id) ASSERT_EQ(pool.add(std::to_string(id)), id);
  for (TextPool::Id id = 0; id < kTexts; ++id) {
    ASSERT_EQ(pool.add(std::to_string(id)), id);
    ASSERT_EQ(pool.text(id), std::to_string(id));
  }
}

TEST(TextPoolTest, BeginsAnewWhenItIsCleared) {
  TextPool pool;
  for (int i = 0; i < 100'000; ++i) pool.add(std::to_string(i));
  pool.clear();
  EXPECT_EQ(pool.size(), 0U);
  EXPECT_EQ(pool.add("7"), 0U);
  EXPECT_EQ(pool.add("6"), 1U);
}

}  // namespace
}  // namespace papersearch
