// SPDX-License-Identifier: GPL-2.0-or-later
// What a search says when shards do not answer, are slow, or come back.
#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "papersearch/index_check.h"
#include "sharded_archive.h"

namespace papersearch::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::size_t kDown = 2;
constexpr unsigned kShortMs = 300;
const char* const kQuery = "model reasoning";

// Servers are stopped, so that each test has its own.
class ShardFailureTest : public ::testing::Test {
 protected:
  Searcher open(const SearcherOptions& options = {}) {
    Result<Searcher> searcher = Searcher::open(archive_.remote(), options);
    EXPECT_TRUE(searcher);
    return std::move(*searcher);
  }
  Searcher open_partial() { return open({true, kShortMs}); }

  std::string down() { return archive_.servers().address(kDown); }
  bool is_on_down(const std::string& id) const {
    for (std::size_t i = kDown; i < archive_.papers().size(); i += kShards) {
      if (archive_.paper_of_shard(i) == id) return true;
    }
    return false;
  }
  void expect_all_but_one(Searcher& searcher, std::size_t whole) {
    SearchOptions options;
    options.limit = 400;
    const auto result = searcher.search(kQuery, options);
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_THAT(result->missing_shards, ElementsAre(down()));
    EXPECT_LT(result->total, whole);
    EXPECT_EQ(result->hits.size(), result->total);
    for (const Hit& hit : result->hits) EXPECT_FALSE(is_on_down(hit.paper.id));
  }

  ShardedArchive archive_{80};
};

TEST_F(ShardFailureTest, OneThatIsDownIsNamed) {
  archive_.servers().kill(kDown);
  const auto result = open().search(kQuery);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code(), ErrorCode::kUnavailable);
  EXPECT_THAT(result.error().message(),
              AllOf(HasSubstr(archive_.remote()), HasSubstr(down()),
                    HasSubstr("Connection refused")));
}

TEST_F(ShardFailureTest, OneThatIsSilentIsNamedAndNotWaitedFor) {
  archive_.servers().silence(kDown);
  const auto result = open({false, kShortMs}).search(kQuery);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code(), ErrorCode::kUnavailable);
  EXPECT_THAT(result.error().message(), HasSubstr(down()));
}

TEST_F(ShardFailureTest, OneThatFallsSilentOnTheWayIsNamed) {
  Searcher searcher = open({false, kShortMs});
  ASSERT_TRUE(searcher.search(kQuery));
  archive_.servers().silence(kDown);
  const auto result = searcher.search(kQuery);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code(), ErrorCode::kUnavailable);
  EXPECT_THAT(result.error().message(), HasSubstr(down()));
}

TEST_F(ShardFailureTest, APartialAnswerSaysWhatIsMissing) {
  const std::size_t whole = open().search(kQuery)->total;
  Searcher searcher = open_partial();
  EXPECT_EQ(searcher.search(kQuery)->total, whole);
  archive_.servers().kill(kDown);
  expect_all_but_one(searcher, whole);
  expect_all_but_one(searcher, whole);
  Searcher late = open_partial();
  expect_all_but_one(late, whole);
}

TEST_F(ShardFailureTest, APartialAnswerDoesNotWaitForSilence) {
  const std::size_t whole = open().search(kQuery)->total;
  Searcher searcher = open_partial();
  ASSERT_TRUE(searcher.search(kQuery));
  archive_.servers().silence(kDown);
  expect_all_but_one(searcher, whole);
  expect_all_but_one(searcher, whole);
}

TEST_F(ShardFailureTest, NothingIsNoPartialAnswer) {
  Searcher searcher = open_partial();
  for (std::size_t i = 0; i < kShards; ++i) archive_.servers().kill(i);
  const auto result = searcher.search(kQuery);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code(), ErrorCode::kUnavailable);
}

TEST_F(ShardFailureTest, PapersOfTheOthersAreFound) {
  archive_.servers().kill(kDown);
  for (const bool partial : {false, true}) {
    Searcher searcher = open({partial, kShortMs});
    EXPECT_TRUE(searcher.find(archive_.paper_of_shard(kDown + 1)));
    const auto lost = searcher.find(archive_.paper_of_shard(kDown));
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().code(), ErrorCode::kUnavailable);
    EXPECT_THAT(lost.error().message(), HasSubstr(down()));
  }
}

// An export that lacks a quarter of the papers would be taken for the archive.
TEST_F(ShardFailureTest, AWalkOverAllPapersIsNeverPartial) {
  archive_.servers().kill(kDown);
  Searcher searcher = open_partial();
  const auto walked = searcher.for_each_paper({}, [](const Paper&) { return true; });
  ASSERT_FALSE(walked);
  EXPECT_EQ(walked.error().code(), ErrorCode::kUnavailable);
}

TEST_F(ShardFailureTest, WhatTheLocalPartKnowsNeedsNoShard) {
  Searcher searcher = open();
  for (std::size_t i = 0; i < kShards; ++i) archive_.servers().kill(i);
  EXPECT_TRUE(searcher.suggest("rein"));
  EXPECT_TRUE(searcher.statistics());
  EXPECT_TRUE(searcher.trend("reward"));
  EXPECT_TRUE(searcher.top_authors("reward"));
  EXPECT_TRUE(searcher.glossary("강화 학습"));
}

TEST_F(ShardFailureTest, AServerThatComesBackIsUsedAgain) {
  Searcher searcher = open();
  const std::size_t whole = searcher.search(kQuery)->total;
  archive_.servers().kill(kDown);
  EXPECT_FALSE(searcher.search(kQuery));
  archive_.servers().start(kDown);
  const auto result = searcher.search(kQuery);
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_EQ(result->total, whole);
}

TEST_F(ShardFailureTest, ARestartBetweenTwoSearchesIsNotNoticed) {
  Searcher searcher = open();
  const std::size_t whole = searcher.search(kQuery)->total;
  for (std::size_t i = 0; i < kShards; ++i) {
    archive_.servers().kill(i);
    archive_.servers().start(i);
  }
  const auto result = searcher.search(kQuery);
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_EQ(result->total, whole);
}

// Whole answers, marked ones and named errors, and nothing else.
TEST_F(ShardFailureTest, UnderLoadEveryAnswerIsWholeOrMarkedOrAnError) {
  const std::size_t whole = open().search(kQuery)->total;
  std::atomic<bool> stop = false;
  std::atomic<int> answers = 0;
  std::vector<std::thread> readers;
  for (const bool partial : {false, true, false, true}) {
    readers.emplace_back([&, partial] {
      Result<Searcher> searcher = Searcher::open(archive_.remote(), {partial, 5'000});
      while (searcher && !stop) {
        const auto result = searcher->search(kQuery);
        ++answers;
        if (!result) {
          EXPECT_FALSE(partial) << result.error().message();
          EXPECT_EQ(result.error().code(), ErrorCode::kUnavailable);
        } else if (result->missing_shards.empty()) {
          EXPECT_EQ(result->total, whole);
        } else {
          EXPECT_TRUE(partial);
          EXPECT_THAT(result->missing_shards, ElementsAre(down()));
          EXPECT_LT(result->total, whole);
        }
      }
    });
  }
  for (int round = 0; round < 5; ++round) {
    for (const bool is_up : {false, true}) {
      const int before = answers;
      while (answers < before + 20) std::this_thread::yield();
      if (is_up) {
        archive_.servers().start(kDown);
      } else {
        archive_.servers().kill(kDown);
      }
    }
  }
  stop = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(open().search(kQuery)->total, whole);
}

TEST_F(ShardFailureTest, AShardOfAnotherStateIsRefused) {
  ASSERT_TRUE(write_papers(archive_.path("other"), archive_.papers(), kShards));
  std::vector<std::string> wrong = {archive_.four() + "/generation.1/shard.1"};
  for (std::size_t i = 1; i < kShards; ++i)
    wrong.push_back(archive_.path("other") + "/generation.1/shard." + std::to_string(i));
  ShardServers servers(wrong);
  for (const std::string place : {"order", "state"}) {
    const std::string db = archive_.path("wrong-" + place);
    make_remote_index(db, archive_.four(), archive_.servers());
    std::ofstream list(db + "/generation.1/XAPIANDB");
    for (std::size_t i = 0; i < kShards; ++i) {
      const bool is_wrong = i == (place == "order" ? 0 : 1);
      list << "remote " << (is_wrong ? servers : archive_.servers()).address(i) << '\n';
    }
    list.close();
    Result<Searcher> searcher = Searcher::open(db);
    ASSERT_TRUE(searcher);
    const auto result = searcher->search(kQuery);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code(), ErrorCode::kIndexVersion);
    EXPECT_THAT(result.error().message(),
                HasSubstr(servers.address(place == "order" ? 0 : 1)));
  }
}

TEST_F(ShardFailureTest, AListThatMakesNoSenseIsNamedByItsLine) {
  for (const char* line : {"remote nowhere", "remote host:0", "remote host:70000",
                           "remote :80", "auto", "shard.0"}) {
    SCOPED_TRACE(line);
    std::ofstream(archive_.remote() + "/generation.1/XAPIANDB") << "auto x\n"
                                                                << line << '\n';
    const auto searcher = Searcher::open(archive_.remote());
    ASSERT_FALSE(searcher);
    EXPECT_EQ(searcher.error().code(), ErrorCode::kIndexCorrupt);
    EXPECT_THAT(searcher.error().message(), HasSubstr("XAPIANDB:2: "));
  }
}

TEST_F(ShardFailureTest, ACheckReadsShardsOfOtherMachinesToo) {
  const auto sound = check_index(archive_.remote());
  ASSERT_TRUE(sound) << sound.error().message();
  EXPECT_THAT(sound->problems, ElementsAre());
  EXPECT_EQ(sound->papers, archive_.papers().size());
  archive_.servers().kill(kDown);
  const auto unknown = check_index(archive_.remote());
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code(), ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace papersearch::testing
