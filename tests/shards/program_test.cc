// SPDX-License-Identifier: GPL-2.0-or-later
// The programs over an index of several databases, as a user sees them.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sharded_archive.h"
#include "support/process.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using Json = nlohmann::json;

class ShardProgramTest : public ::testing::Test {
 protected:
  ProcessResult search(const std::string& db, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), papersearch_program());
    arguments.insert(arguments.end(), {"--db", db});
    return run(arguments);
  }
  ProcessResult index(const std::string& db, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), papersearch_index_program());
    arguments.insert(arguments.end(), {"--db", db});
    return run(arguments);
  }
  static std::string digests() { return source_dir() + "/data/digests"; }
  static std::string feed() { return source_dir() + "/data/feed"; }
  static bool has_shards(const std::string& db, int generation, int count) {
    const std::string folder = db + "/generation." + std::to_string(generation);
    return fs::exists(folder + "/shard." + std::to_string(count - 1)) &&
           !fs::exists(folder + "/shard." + std::to_string(count));
  }

  ShardedArchive archive_{80};
};

TEST_F(ShardProgramTest, ANumberOfShardsIsKeptUntilAnotherIsAskedFor) {
  const std::string db = archive_.path("index");
  EXPECT_EQ(index(db, {"--shards", "3", digests()}).status, 0);
  EXPECT_TRUE(has_shards(db, 1, 3));
  EXPECT_EQ(index(db, {digests()}).status, 0);
  EXPECT_FALSE(fs::exists(db + "/generation.2")) << "nothing had changed";
  EXPECT_EQ(index(db, {digests(), feed()}).status, 0);
  EXPECT_TRUE(has_shards(db, 2, 3));
  EXPECT_EQ(index(db, {"--shards", "2", digests(), feed()}).status, 0);
  EXPECT_TRUE(has_shards(db, 3, 2));
  EXPECT_EQ(index(db, {"--check"}).status, 0);
  EXPECT_EQ(index(db, {"--shards", "1", digests(), feed()}).status, 0);
  EXPECT_TRUE(fs::exists(db + "/generation.4/iamglass"));
  EXPECT_EQ(index(db, {"--check"}).status, 0);
}

// What is kept of the index is read from its shards.
TEST_F(ShardProgramTest, ARunThatReadsOneFileKeepsTheOthers) {
  const std::string db = archive_.path("index");
  ASSERT_EQ(index(db, {"--shards", "3", digests(), feed()}).status, 0);
  const std::string more = archive_.path("more.md");
  std::ofstream(more) << "## Daily Papers (2025-05-01)\n### [One More]"
                         "(https://arxiv.org/abs/2505.00001)\n- **What's New**: more.\n";
  ASSERT_EQ(index(db, {digests(), feed(), more}).status, 0);
  const std::string fresh = archive_.path("fresh");
  ASSERT_EQ(index(fresh, {digests(), feed(), more}).status, 0);
  EXPECT_EQ(search(db, {"export"}).out, search(fresh, {"export"}).out);
  EXPECT_EQ(index(db, {"--check"}).status, 0);
}

TEST_F(ShardProgramTest, MoreShardsThanPapersDoNoHarm) {
  const std::string db = archive_.path("index");
  ASSERT_EQ(index(db, {"--shards", "40", digests()}).status, 0);
  EXPECT_EQ(index(db, {"--check"}).status, 0);
  const std::string one = archive_.path("one-database");
  ASSERT_EQ(index(one, {digests()}).status, 0);
  EXPECT_EQ(search(db, {"export"}).out, search(one, {"export"}).out);
}

TEST_F(ShardProgramTest, WrongNumbersAreRefused) {
  for (const char* number : {"0", "257", "-1", "x"}) {
    EXPECT_EQ(index(archive_.path("index"), {"--shards", number, digests()}).status, 2)
        << number;
  }
  for (const char* seconds : {"0", "-1", "601", "x", ""}) {
    EXPECT_EQ(search(archive_.remote(), {"model", "--shard-timeout", seconds}).status, 2)
        << seconds;
  }
}

TEST_F(ShardProgramTest, ShardsElsewhereAreNotWritten) {
  for (const std::vector<std::string>& how :
       {std::vector<std::string>{}, {"--rebuild"}, {"--dry-run"}, {"--shards", "1"}}) {
    std::vector<std::string> arguments = how;
    arguments.push_back(digests());
    const ProcessResult result = index(archive_.remote(), arguments);
    EXPECT_EQ(result.status, 2);
    EXPECT_THAT(result.err, HasSubstr("its shards lie on other machines"));
  }
  EXPECT_EQ(search(archive_.remote(), {"model"}).status, 0) << "it is as it was";
}

TEST_F(ShardProgramTest, ADamagedShardIsFound) {
  const std::string file = archive_.four() + "/generation.1/shard.1/postlist.glass";
  std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
  out.seekp(static_cast<std::streamoff>(fs::file_size(file)) - 300);
  out << std::string(300, '\x55');
  out.close();
  const ProcessResult result = index(archive_.four(), {"--check"});
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.out + result.err, HasSubstr("shard 1: "));
}

TEST_F(ShardProgramTest, AMissingShardIsAnErrorOrAMark) {
  const std::string down = archive_.servers().address(1);
  archive_.servers().kill(1);
  const ProcessResult failed = search(archive_.remote(), {"model"});
  EXPECT_EQ(failed.status, 3);
  EXPECT_EQ(failed.out, "");
  EXPECT_THAT(failed.err, HasSubstr(down + " does not answer"));

  const ProcessResult text = search(archive_.remote(), {"model", "--partial"});
  EXPECT_EQ(text.status, 0);
  EXPECT_THAT(text.err, HasSubstr(down + " does not answer; its papers are left out"));
  const ProcessResult json = search(archive_.remote(), {"model", "--partial", "--json"});
  EXPECT_EQ(json.err, "");
  EXPECT_EQ(Json::parse(json.out).at("missing_shards"), Json({down}));

  archive_.servers().start(1);
  const ProcessResult whole = search(archive_.remote(), {"model", "--partial", "--json"});
  EXPECT_FALSE(Json::parse(whole.out).contains("missing_shards"));
}

TEST_F(ShardProgramTest, EveryCommandSaysWhatItCanWithoutAShard) {
  const std::string there = archive_.paper_of_shard(0);
  const std::string lost = archive_.paper_of_shard(1);
  archive_.servers().kill(1);
  struct Call {
    std::vector<std::string> arguments;
    int status;
  };
  const std::vector<Call> calls = {
      {{"model"}, 3},
      {{"model", "--partial"}, 0},
      {{"similar", lost}, 3},
      {{"similar", lost, "--partial"}, 0},
      {{"show", there}, 0},
      {{"show", lost}, 3},
      {{"top", "model"}, 3},
      {{"top", "model", "--partial"}, 0},
      {{"top", "--by", "authors", "model"}, 0},
      {{"trends", "model"}, 0},
      {{"suggest", "rein"}, 0},
      {{"glossary", "강화 학습"}, 0},
      {{"stats"}, 0},
      {{"export"}, 3},
  };
  for (const Call& call : calls) {
    const ProcessResult result = search(archive_.remote(), call.arguments);
    EXPECT_EQ(result.status, call.status)
        << ::testing::PrintToString(call.arguments) << result.err;
    if (call.status == 3) {
      EXPECT_THAT(result.err, HasSubstr(archive_.servers().address(1)));
    }
  }
  EXPECT_EQ(index(archive_.remote(), {"--check"}).status, 3);
}

TEST_F(ShardProgramTest, AReaderThatLeavesIsNoError) {
  ProcessOptions options;
  options.stdout_is_broken_pipe = true;
  const ProcessResult here =
      run({papersearch_program(), "export", "--db", archive_.four()}, options);
  const ProcessResult there =
      run({papersearch_program(), "export", "--db", archive_.remote()}, options);
  EXPECT_EQ(there.status, here.status);
  EXPECT_EQ(there.err, here.err);
}

}  // namespace
}  // namespace papersearch::testing
