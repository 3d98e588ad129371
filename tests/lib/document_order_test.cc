// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <tuple>

namespace papersearch {
namespace {

using Moves = std::vector<std::pair<Xapian::docid, Xapian::docid>>;
using Numbers = std::vector<Xapian::docid>;

TEST(DocumentOrderTest, NewPapersOfTheLastDayFollow) {
  const Numbering out =
      number_documents({{1, "2025-04-22", ""}, {2, "2025-04-23", ""}},
                       {{0, "2025-04-24", "2504.1"}, {0, "2025-04-24", "2504.2"}});
  EXPECT_EQ(out.added, (Numbers{3, 4}));
  EXPECT_EQ(out.moves, Moves());
}

TEST(DocumentOrderTest, AGapIsFilled) {
  const Numbering out = number_documents({{1, "2025-04-22", ""}, {5, "2025-04-24", ""}},
                                         {{0, "2025-04-23", "2504.1"}});
  EXPECT_EQ(out.added, Numbers{2});
  EXPECT_EQ(out.moves, Moves());
}

// Only as many make room as it takes.
TEST(DocumentOrderTest, WithoutAGapTheNextMakeRoom) {
  const Numbering out = number_documents({{1, "2025-04-22", ""},
                                          {2, "2025-04-24", ""},
                                          {3, "2025-04-25", ""},
                                          {7, "2025-04-26", ""}},
                                         {{0, "2025-04-23", "2504.1"}});
  EXPECT_EQ(out.added, Numbers{2});
  EXPECT_EQ(out.moves, (Moves{{2, 3}, {3, 4}}));
}

TEST(DocumentOrderTest, OfOneDayTheIdDecidesAndWithoutADateAPaperIsFirst) {
  const Numbering out = number_documents(
      {{3, "", "2504.2"}, {5, "2025-04-22", "2504.1"}, {9, "2025-04-22", "2504.5"}},
      {{0, "", "2504.1"}, {0, "2025-04-22", "2504.3"}});
  EXPECT_EQ(out.added, (Numbers{1, 6}));
  EXPECT_EQ(out.moves, Moves());
}

TEST(DocumentOrderTest, AnEmptyIndexIsNumberedFromOne) {
  EXPECT_EQ(number_documents({}, {{0, "", "1"}, {0, "", "2"}}).added, (Numbers{1, 2}));
  EXPECT_EQ(number_documents({{4, "", ""}}, {}).moves, Moves());
}

// Whatever is added: all numbers are different, follow date and id, and only go up.
TEST(DocumentOrderTest, NumbersAlwaysFollowDateAndId) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<NumberedPaper> all;
    for (int i = 0; i < 30; ++i) {
      all.push_back(
          {0, "2025-04-" + std::to_string(10 + random() % 9), std::to_string(1000 + i)});
    }
    const auto is_before = [](const NumberedPaper& a, const NumberedPaper& b) {
      return std::tie(a.date, a.id) < std::tie(b.date, b.id);
    };
    std::sort(all.begin(), all.end(), is_before);
    std::vector<NumberedPaper> there;
    std::vector<NumberedPaper> added;
    Xapian::docid last = 0;
    for (NumberedPaper& paper : all) {
      if (random() % 3 == 0) {
        added.push_back(paper);
      } else {
        last += static_cast<Xapian::docid>(1 + random() % 3);
        paper.did = last;
        there.push_back(paper);
      }
    }
    const Numbering out = number_documents(there, added);
    ASSERT_EQ(out.added.size(), added.size());
    for (std::size_t i = 0; i < added.size(); ++i) added[i].did = out.added[i];
    const std::map<Xapian::docid, Xapian::docid> moved(out.moves.begin(), out.moves.end());
    for (NumberedPaper& paper : there) {
      const auto to = moved.find(paper.did);
      if (to == moved.end()) continue;
      ASSERT_GT(to->second, paper.did);
      paper.did = to->second;
    }
    there.insert(there.end(), added.begin(), added.end());
    std::sort(there.begin(), there.end(), is_before);
    for (std::size_t i = 1; i < there.size(); ++i)
      ASSERT_LT(there[i - 1].did, there[i].did);
  }
}

}  // namespace
}  // namespace papersearch
