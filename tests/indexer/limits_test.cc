// SPDX-License-Identifier: GPL-2.0-or-later
// Limits of the machine: what papersearch-index does without enough of something, and with
// a clock that runs backwards.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "index_run.h"

namespace papersearch::testing {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

class LimitsTest : public IndexProgramTest {
 protected:
  // A run that may have so many files open.
  ProcessResult run_with_files(int files, const std::string& source) const {
    return run({"/bin/sh", "-c", "ulimit -n \"$0\"; exec \"$@\"", std::to_string(files),
                papersearch_index_program(), "--db", db(), source});
  }
  std::string last_indexed() const {
    Result<Searcher> searcher = Searcher::open(db());
    return searcher ? searcher->statistics()->last_indexed : searcher.error().message();
  }
};

// From too few to start at all up to as many as it takes.
TEST_F(LimitsTest, WithoutOpenFilesTheIndexIsAsItWas) {
  if (kIsSanitized) GTEST_SKIP() << "a sanitizer needs open files itself";
  ASSERT_EQ(run_index(db(), {good()}).status, 0);
  const std::string more = folder_.write("more.md", long_digest(300, 10));
  std::size_t failures = 0;
  for (int files = 4;; ++files) {
    ASSERT_LT(files, 100) << "it never has enough";
    const ProcessResult result = run_with_files(files, more);
    if (result.status == 0) break;
    ++failures;
    // 127: not even its libraries could be opened.
    EXPECT_THAT(result.status, AnyOf(1, 3, 127)) << files << ": " << result.err;
    if (result.status != 127) {
      EXPECT_THAT(result.err, HasSubstr("oo many open files")) << files;
    }
    EXPECT_EQ(papers_in(db()), 2u) << files;
  }
  EXPECT_GT(failures, 0u);
  EXPECT_EQ(papers_in(db()), 300u);
  expect_tidy(db());
}

// Entries that wait on the disk give the index that entries in memory give.
TEST_F(LimitsTest, WithLittleMemoryTheIndexIsTheSame) {
  const std::string large = folder_.write("large.md", long_digest(600, 400));
  ASSERT_EQ(run_index(db(), {large, "--memory", "1", "--no-latent"}).status, 0);
  const std::string other = folder_ / "other";
  ASSERT_EQ(run_index(other, {large, "--no-latent"}).status, 0);
  const auto exported = [](const std::string& index) {
    return run({papersearch_program(), "--db", index, "export"}).out;
  };
  EXPECT_GT(exported(db()).size(), std::size_t{1} << 20);
  EXPECT_EQ(exported(db()), exported(other));
  expect_tidy(db());
}

TEST_F(LimitsTest, AClockThatRunsBackwardsLosesNothing) {
  if (kIsSanitized) GTEST_SKIP() << "nothing can be preloaded beside a sanitizer";
  const auto at = [&](const std::string& seconds, const std::vector<std::string>& sources) {
    return run_index(
        db(), sources,
        {.environment = {{"LD_PRELOAD", FAULT_SHIM}, {"PAPERSEARCH_TIME", seconds}}});
  };
  ASSERT_EQ(at("1900000000", {good()}).status, 0);
  EXPECT_EQ(last_indexed(), "2030-03-17T17:46:40Z");
  const std::string third = folder_.write("c.md", heading("Three", "2504.00003"));
  ASSERT_EQ(at("1700000000", {good(), third}).status, 0);
  EXPECT_EQ(last_indexed(), "2023-11-14T22:13:20Z");
  EXPECT_EQ(papers_in(db()), 3u);
}

}  // namespace
}  // namespace papersearch::testing
