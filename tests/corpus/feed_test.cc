// SPDX-License-Identifier: GPL-2.0-or-later
// hf_daily_papers, alone and together with digests_ko.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "archive_index.h"
#include "support/process.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;

using FeedTest = ArchiveTest;
using BothTest = ArchiveTest;

// The "paper" objects of all files.
const std::vector<nlohmann::json>& feed_papers() {
  static const std::vector<nlohmann::json> papers = [] {
    std::vector<nlohmann::json> out;
    for (const auto& file :
         fs::recursive_directory_iterator(*archive_dir() + "/hf_daily_papers")) {
      if (file.path().extension() != ".json") continue;
      std::ifstream in(file.path());
      for (const nlohmann::json& entry : nlohmann::json::parse(in))
        out.push_back(entry.at("paper"));
    }
    return out;
  }();
  return papers;
}

std::map<std::string, std::int64_t> largest_votes() {
  std::map<std::string, std::int64_t> out;
  for (const nlohmann::json& paper : feed_papers()) {
    std::int64_t& votes = out[paper.at("id").get<std::string>()];
    votes = std::max(votes, paper.at("upvotes").get<std::int64_t>());
  }
  return out;
}

std::string text_of(const Paper& paper, const std::string& section) {
  std::string out;
  for (const Section& part : paper.sections) {
    if (part.name == section) out += part.text + "\n";
  }
  return out;
}

TEST_F(FeedTest, AllEntriesAreTaken) {
  const nlohmann::json& summary = feed_index().summary();
  EXPECT_EQ(summary["files"], 314);
  EXPECT_EQ(summary["entries"], 6817);
  EXPECT_EQ(summary["papers"], 6814);
  // One paper stands twice on one day.
  EXPECT_EQ(feed_index().status(), 1);
  ASSERT_THAT(summary["skipped"], SizeIs(1));
  EXPECT_THAT(summary["skipped"][0]["file"].get<std::string>(),
              HasSubstr("2025/06/03.json"));
  EXPECT_EQ(summary["skipped"][0]["reason"],
            "2506.01920 stands in this file before, at line 2116");
  EXPECT_EQ(feed_papers().size(), 6817);
}

TEST_F(FeedTest, NoWordOfAnAbstractIsLost) {
  for (const nlohmann::json& entry : feed_papers()) {
    const Paper paper = feed_index().find(entry.at("id"));
    std::map<std::string, int> have = words_of(text_of(paper, "Abstract"));
    for (const auto& [word, count] : words_of(entry.at("summary"))) {
      EXPECT_GE(have[word], count) << paper.id << ": " << word;
    }
  }
}

TEST_F(FeedTest, VotesAreTheLargest) {
  for (const auto& [id, votes] : largest_votes())
    EXPECT_EQ(feed_index().find(id).votes, votes) << id;
}

TEST_F(BothTest, PapersOfBothAreOne) {
  const nlohmann::json& summary = both_index().summary();
  EXPECT_EQ(summary["files"], 357 + 314);
  EXPECT_EQ(summary["entries"], 5488 + 6817);
  EXPECT_EQ(summary["papers"], 10542);
  EXPECT_EQ(both_index().statistics().papers, 10542);
}

TEST_F(BothTest, APaperOfBothHasTheSectionsOfBothAndTheLargerVotes) {
  std::map<std::string, std::int64_t> votes = largest_votes();
  std::size_t common = 0;
  for (const RawEntry& entry : raw_entries()) {
    const auto feed = votes.find(entry.id);
    if (feed == votes.end()) continue;
    ++common;
    const bool known = !entry.votes.empty() && entry.votes != "-";
    const Paper paper = both_index().find(entry.id);
    EXPECT_EQ(paper.votes,
              std::max<std::int64_t>(feed->second, known ? std::stoll(entry.votes) : 0))
        << entry.id;
    EXPECT_NE(text_of(paper, "Abstract"), "") << entry.id;
    EXPECT_EQ(paper.sections.back().name, "Abstract") << entry.id;
    EXPECT_THAT(
        text_of(paper, "What's New") + text_of(paper, "What’s New") + text_of(paper, ""),
        ::testing::Not(""))
        << entry.id;
    EXPECT_LE(paper.date, entry.date) << entry.id;
  }
  EXPECT_EQ(common, 1759);
}

}  // namespace
}  // namespace papersearch::testing
