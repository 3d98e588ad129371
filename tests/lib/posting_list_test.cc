// SPDX-License-Identifier: GPL-2.0-or-later
#include "posting_list.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace papersearch {
namespace {

using Postings = std::map<Xapian::docid, Xapian::termcount>;

PostingList list_of(const Postings& postings) {
  PostingList out;
  for (const auto& [did, wdf] : postings) EXPECT_TRUE(out.add(did, wdf));
  return out;
}

std::uint32_t below(std::uint32_t end, std::mt19937& random) {
  return static_cast<std::uint32_t>(random() % end);
}

// From each posting on in steps of random length, against a tree.
void expect_reads(const Postings& postings, std::uint32_t longest_step) {
  const PostingList list = list_of(postings);
  ASSERT_EQ(list.size(), postings.size());
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    PostingCursor cursor(list);
    auto expected = postings.begin();
    for (;;) {
      if (expected == postings.end()) {
        ASSERT_EQ(cursor.did(), PostingCursor::kNoMore);
        break;
      }
      ASSERT_EQ(cursor.did(), expected->first);
      ASSERT_EQ(cursor.wdf(), expected->second);
      const Xapian::docid wanted = cursor.did() + 1 + below(longest_step, random);
      cursor.advance_to(wanted);
      expected = postings.lower_bound(wanted);
    }
  }
}

TEST(PostingListTest, NoneAndOne) {
  EXPECT_EQ(PostingCursor(PostingList()).did(), PostingCursor::kNoMore);
  expect_reads({{1, 0}}, 3);
  expect_reads({{70'000, 255}}, 3);
}

// Containers end at multiples of 65,536, and some are empty.
TEST(PostingListTest, EndsOfContainers) {
  expect_reads({{1, 1}, {65'535, 2}, {65'536, 3}, {131'071, 4}, {400'000, 5}}, 2);
  expect_reads({{1, 1}, {65'535, 2}, {65'536, 3}, {131'071, 4}, {400'000, 5}}, 200'000);
}

TEST(PostingListTest, DenseAndSparseLists) {
  std::mt19937 random(2);
  for (const std::uint32_t gap : {1U, 3U, 100U, 30'000U}) {
    Postings postings;
    Xapian::docid did = 0;
    for (int i = 0; i < 2'000; ++i)
      postings[did += 1 + below(gap, random)] = below(256, random);
    for (const std::uint32_t step : {1U, 10U, 1'000U, 1'000'000U})
      expect_reads(postings, step);
  }
}

TEST(PostingListTest, RefusesAFrequencyOfMoreThanAByte) {
  PostingList list;
  EXPECT_TRUE(list.add(1, 255));
  EXPECT_FALSE(list.add(2, 256));
  EXPECT_EQ(list.size(), 1U);
}

}  // namespace
}  // namespace papersearch
