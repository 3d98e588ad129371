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
  out.finish();
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

// All of it by ranges of random length, some of which are skipped.
void expect_reads_ranges(const Postings& postings, std::uint32_t longest_range) {
  const PostingList list = list_of(postings);
  std::mt19937 random(3);
  PostingCursor cursor(list);
  Postings read;
  Postings expected;
  for (auto at = postings.begin(); at != postings.end();) {
    const Xapian::docid end = cursor.did() + 1 + below(longest_range, random);
    if (random() % 4 == 0) {
      cursor.advance_to(end);
    } else {
      expected.insert(at, postings.lower_bound(end));
      cursor.read_until(end, [&](Xapian::docid did, Xapian::termcount wdf) {
        EXPECT_TRUE(read.emplace(did, wdf).second) << did;
      });
    }
    at = postings.lower_bound(end);
    ASSERT_EQ(cursor.did(), at == postings.end() ? PostingCursor::kNoMore : at->first);
  }
  EXPECT_EQ(read, expected);
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
    for (const std::uint32_t step : {1U, 10U, 1'000U, 1'000'000U}) {
      expect_reads(postings, step);
      expect_reads_ranges(postings, step);
    }
  }
}

// What is in every other document takes a byte each, what is rare three.
TEST(PostingListTest, TakesTheSmallerKindOfContainer) {
  Postings often;
  Postings rarely;
  for (Xapian::docid did = 1; did < 100'000; did += 2) often[did] = 1;
  for (Xapian::docid did = 1; did < 100'000; did += 50) rarely[did] = 1;
  EXPECT_LT(list_of(often).bytes(), often.size() * 5 / 4);
  EXPECT_LT(list_of(rarely).bytes(), rarely.size() * 5);
}

TEST(PostingListTest, RefusesAFrequencyOfMoreThanAByte) {
  PostingList list;
  EXPECT_TRUE(list.add(1, 255));
  EXPECT_FALSE(list.add(2, 256));
  EXPECT_EQ(list.size(), 1U);
}

}  // namespace
}  // namespace papersearch
