// SPDX-License-Identifier: GPL-2.0-or-later
// Runs over the real archive, a day at a time, killed at random moments: no paper is lost.
//
//     PAPERSEARCH_KILLS=1000 indexer_test --gtest_filter='KilledArchive*'   in place of 25
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "index_dump.h"
#include "index_run.h"
#include "killed_run.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

// Days in the index at once: one comes and the oldest goes from step to step.
constexpr std::size_t kDays = 8;
// An index of its own for so many steps, to kill first runs too; every fifth is a rebuild.
constexpr std::size_t kStepsOfAnIndex = 20;
constexpr std::size_t kRebuildEvery = 5;
// Kills of one step; fewer where the work was done before one came.
constexpr int kKillsOfAStep = 4;

int wanted_kills() {
  const char* text = std::getenv("PAPERSEARCH_KILLS");
  return text == nullptr ? 25 : std::max(1, std::atoi(text));
}

// The digests of the archive, one a day.
std::vector<fs::path> days() {
  std::vector<fs::path> out;
  for (const auto& entry :
       fs::recursive_directory_iterator(*archive_dir() + "/digests_ko")) {
    if (entry.path().extension() == ".md" && entry.path().stem() != "LICENSE")
      out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

class KilledArchiveTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!archive_dir()) GTEST_SKIP() << "no archive beside the source";
    if (kIsSanitized) GTEST_SKIP() << "it takes too long beside a sanitizer";
    days_ = days();
  }

  // The archive of step `n` takes the place of that before, and the index that was never
  // killed follows it.
  void prepare(std::size_t n) {
    if (n % kStepsOfAnIndex == 0) {
      fs::remove_all(db());
      fs::remove_all(reference());
    }
    before_ = dump_index(db());
    fs::remove_all(archive());
    fs::create_directory(archive());
    for (std::size_t i = n; i < n + kDays; ++i) {
      const fs::path& day = days_[i % days_.size()];
      fs::copy_file(day, archive() + "/" + std::to_string(i % days_.size()) + ".md");
    }
    arguments_ = {"--quiet", archive()};
    if (n % kRebuildEvery == 3) arguments_.push_back("--rebuild");
    const auto start = Clock::now();
    EXPECT_LE(run_index(reference(), arguments_).status, 1);
    whole_ = std::chrono::duration_cast<microseconds>(Clock::now() - start);
    after_ = dump_index(reference());
  }

  // False when the run had ended before.
  bool kill_a_run() {
    std::vector<std::string> argv = {papersearch_index_program(), "--db", db()};
    argv.insert(argv.end(), arguments_.begin(), arguments_.end());
    const microseconds delay(random_() % static_cast<std::uint64_t>(whole_.count()));
    return killed_after(argv, delay, SIGKILL) == 128 + SIGKILL;
  }

  // Whether the index is as it is to be; else it is as it was.
  bool is_done() const {
    const std::string now = dump_index(db());
    if (fs::exists(db() + "/XAPIANDB")) {
      const ProcessResult check = run_index(db(), {"--check"});
      EXPECT_EQ(check.status, 0) << check.out << check.err;
    }
    if (now == after_) return true;
    EXPECT_EQ(difference(now, before_), "");
    return false;
  }

  void finish() const {
    const ProcessResult result = run_index(db(), arguments_);
    EXPECT_LE(result.status, 1) << result.err;
    EXPECT_EQ(difference(dump_index(db()), after_), "");
    expect_tidy(db());
  }

  std::string db() const { return folder_ / "index"; }
  std::string reference() const { return folder_ / "reference"; }
  std::string archive() const { return folder_ / "archive"; }

  TempDir folder_;
  std::vector<fs::path> days_;
  std::vector<std::string> arguments_;
  std::string before_;
  std::string after_;
  microseconds whole_;
  std::mt19937_64 random_{1};
};

TEST_F(KilledArchiveTest, LosesNothing) {
  int kills = 0;
  int done = 0;
  std::size_t step = 0;
  for (; kills < wanted_kills() && !HasFailure(); ++step) {
    SCOPED_TRACE("step " + std::to_string(step));
    prepare(step);
    for (int i = 0; i < kKillsOfAStep && kills < wanted_kills(); ++i) {
      if (!kill_a_run()) break;
      ++kills;
      if (!is_done()) continue;
      ++done;
      break;
    }
    finish();
  }
  std::printf("%d kills in %zu steps; %d came when the work was done\n", kills, step, done);
}

}  // namespace
}  // namespace papersearch::testing
