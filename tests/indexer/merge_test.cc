// SPDX-License-Identifier: GPL-2.0-or-later
// A paper that stands in several files becomes one, whatever their order.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "index_run.h"
#include "lib/paper_print.h"

namespace papersearch::testing {
namespace {

// The paper 2504.00001 of the index in short; the reason when there is none.
std::string paper_in(const std::string& db) {
  Result<Searcher> searcher = Searcher::open(db);
  if (!searcher) return searcher.error().message();
  const Result<Paper> paper = searcher->find("2504.00001");
  return paper ? print(*paper) : paper.error().message();
}

// Indexes the files in both orders, and expects one paper, the same both times.
void expect_merged(const TempDir& folder, const std::string& first,
                   const std::string& second, const std::string& merged) {
  for (const std::vector<std::string>& files :
       {std::vector{first, second}, {second, first}}) {
    const std::string db = folder / "index";
    const ProcessResult result = run_index(db, files);
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(papers_in(db), 1);
    EXPECT_EQ(paper_in(db), merged);
  }
}

std::string digest_of(const std::string& date, const std::string& facts) {
  return "## Daily Papers (" + date + ")\n\n" + heading("The Title") + "\n" + facts +
         "\n\n- ***What's New***: 새로운 점입니다.\n- ***한계***: 한계입니다.\n";
}

std::string feed_of(const std::string& facts) {
  return "[" +
         feed_entry("2504.00001", ", \"summary\": \"An English\\nabstract.\", " + facts) +
         "]";
}

const std::string kSections =
    "[What's New] 새로운 점입니다.\n[한계] 한계입니다.\n[Abstract] An English abstract.\n";

TEST(MergeTest, FeedHasMoreVotesAndAuthorsAndIsLater) {
  const TempDir folder;
  expect_merged(
      folder, folder.write("a.md", digest_of("2025-04-22", "Vote: 5\n\nAuthors: A B")),
      folder.write("b.json",
                   feed_of(R"("upvotes": 9, "authors": [{"name": "C D"}, {"name": "E F"}],
                    "submittedOnDailyAt": "2025-04-23T00:00:00Z")")),
      "2504.00001 2025-04-22 votes 9\nThe Title\nauthor C D\nauthor E F\n" + kSections);
}

TEST(MergeTest, DigestHasMoreVotesAndAuthorsAndIsLater) {
  const TempDir folder;
  expect_merged(
      folder,
      folder.write("a.md", digest_of("2025-04-24", "Vote: 12\n\nAuthors: A B, C D, E F")),
      folder.write("b.json", feed_of(R"("upvotes": 9, "authors": [{"name": "X Y"}],
                    "submittedOnDailyAt": "2025-04-23T00:00:00Z")")),
      "2504.00001 2025-04-23 votes 12\nA Title\nauthor A B\nauthor C D\nauthor E F\n" +
          kSections);
}

TEST(MergeTest, WhatOneDoesNotKnowTheOtherTells) {
  const TempDir folder;
  expect_merged(
      folder, folder.write("a.md", digest_of("2025-04-22", "Vote: -")),
      folder.write("b.json", feed_of(R"("upvotes": 0, "authors": [{"name": "C D"}],
                    "submittedOnDailyAt": "2025-04-23T00:00:00Z")")),
      "2504.00001 2025-04-22 votes 0\nThe Title\nauthor C D\n" + kSections);
}

TEST(MergeTest, TwoDaysOfDigestsKeepTheFirstDayAndTheLargerVotes) {
  const TempDir folder;
  const std::string earlier =
      folder.write("2025/04/22.md", heading("The Title") + "\nVote: 5\n\n- one\n");
  const std::string later =
      folder.write("2025/04/24.md", heading("The Title") + "\nVote: 8\n\n- two\n");
  expect_merged(folder, earlier, later,
                "2504.00001 2025-04-22 votes 8\nThe Title\n[] one\n[] two\n");
}

TEST(MergeTest, EqualEntriesCountOnce) {
  const TempDir folder;
  const std::string text = digest_of("2025-04-22", "Vote: 5");
  expect_merged(folder, folder.write("a.md", text), folder.write("b.md", text),
                "2504.00001 2025-04-22 votes 5\nThe Title\n[What's New] 새로운 "
                "점입니다.\n[한계] 한계입니다.\n");
}

}  // namespace
}  // namespace papersearch::testing
