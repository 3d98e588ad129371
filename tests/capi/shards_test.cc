// SPDX-License-Identifier: GPL-2.0-or-later
// Shards that do not answer, through the C interface.
#include <fstream>

#include "c_index.h"

namespace papersearch::testing {
namespace {

// Nobody listens on it.
constexpr const char* kNobody = "127.0.0.1:1";
constexpr unsigned kTimeoutMs = 1'000;

class ShardsCTest : public ::testing::Test {
 protected:
  ShardsCTest() {
    const ProcessResult made =
        run({papersearch_index_program(), "--quiet", "--shards", "2", "--db", db_,
             source_dir() + "/data/digests", source_dir() + "/data/feed"});
    EXPECT_EQ(made.status, 0) << made.err;
    std::ofstream(db_ + "/generation.1/XAPIANDB")
        << "auto shard.0\nremote " << kNobody << '\n';
  }

  SearcherHandle open(bool partial) {
    return made<SearcherHandle>(papersearch_searcher_open_shards, db_.c_str(),
                                partial ? 1 : 0, kTimeoutMs);
  }

  TempDir dir_;
  std::string db_ = dir_ / "index";
};

TEST_F(ShardsCTest, APartialAnswerNamesWhatIsMissing) {
  const SearcherHandle searcher = open(true);
  const ResultHandle result =
      made<ResultHandle>(papersearch_searcher_search, searcher.get(), "model", nullptr);
  EXPECT_GT(papersearch_result_hit_count(result.get()), 0U);
  ASSERT_EQ(papersearch_result_missing_shard_count(result.get()), 1U);
  EXPECT_STREQ(papersearch_result_missing_shard(result.get(), 0), kNobody);
  EXPECT_EQ(papersearch_result_missing_shard(result.get(), 1), nullptr);
}

TEST_F(ShardsCTest, ElseItIsAnErrorThatNamesIt) {
  const SearcherHandle searcher = open(false);
  papersearch_result* result = nullptr;
  EXPECT_EQ(papersearch_searcher_search(searcher.get(), "model", nullptr, &result),
            PAPERSEARCH_UNAVAILABLE);
  EXPECT_EQ(result, nullptr);
  EXPECT_NE(std::string(papersearch_error_message()).find(kNobody), std::string::npos)
      << papersearch_error_message();
}

TEST_F(ShardsCTest, ATimeOutOutOfRangeIsRefused) {
  for (const unsigned timeout : {0U, 600'001U}) {
    papersearch_searcher* searcher = nullptr;
    EXPECT_EQ(papersearch_searcher_open_shards(db_.c_str(), 0, timeout, &searcher),
              PAPERSEARCH_INVALID_ARGUMENT);
    EXPECT_EQ(searcher, nullptr);
  }
}

}  // namespace
}  // namespace papersearch::testing
