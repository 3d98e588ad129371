// SPDX-License-Identifier: GPL-2.0-or-later
// Records that are not at arXiv have ids of one's own, wherever the library takes an id.
#include <gtest/gtest.h>

#include "small_index.h"

namespace papersearch {
namespace {

Paper note(const char* id, const char* title) {
  Paper paper = testing::make_paper(id, title, "Rewards for agents.");
  paper.url = "https://example.org/" + paper.id;
  return paper;
}

TEST(OwnIdsTest, AreFoundShownAskedForAndCompared) {
  testing::SmallIndex index({note("lab:note/7", "One"), note("lab:note/8", "Two"),
                             testing::make_paper("2504.00001", "Three", "Other.")});
  const Paper found = testing::require(index.searcher().find(" lab:note/7 "));
  EXPECT_EQ(found.title, "One");
  EXPECT_EQ(found.url, "https://example.org/lab:note/7");
  const SearchResult asked = index.search("id:lab:note/7");
  ASSERT_EQ(asked.hits.size(), 1U);
  EXPECT_EQ(asked.hits[0].paper.url, found.url);
  const SearchResult similar = testing::require(index.searcher().similar("lab:note/7"));
  ASSERT_FALSE(similar.hits.empty());
  EXPECT_EQ(similar.hits[0].paper.id, "lab:note/8");
}

// Capitals count, and one id may begin with another.
TEST(OwnIdsTest, AreTakenByTheLetter) {
  testing::SmallIndex index(
      {note("note-7", "One"), note("NOTE-7", "Two"), note("note-77", "Three")});
  EXPECT_EQ(testing::require(index.searcher().find("NOTE-7")).title, "Two");
  EXPECT_EQ(index.search("id:note-7").total, 1U);
  EXPECT_EQ(index.searcher().find("Note-7").error().code(), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace papersearch
