// SPDX-License-Identifier: GPL-2.0-or-later
// An index that is brought up to date is the one that a rebuild from the same files gives,
// whatever the history of the archive.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "index_dump.h"
#include "index_run.h"
#include "random_archive.h"

namespace papersearch::testing {
namespace {

constexpr int kHistories = 10;  // a test
constexpr int kSteps = 4;
constexpr int kMostChanges = 3;

// What is left out of the comparison is the time, and the latent space: it is learned from
// the papers that were there at the time.
ProcessResult bring_up_to_date(const std::string& db, const TempDir& folder) {
  return run_index(db,
                   {"--json", "--no-latent", "--allow-mass-removal", folder / "archive"});
}

class HistoryTest : public ::testing::TestWithParam<int> {};

TEST_P(HistoryTest, UpdatedIsAsRebuilt) {
  int updates = 0;
  int steps = 0;
  for (int history = 0; history < kHistories; ++history) {
    const int seed = GetParam() * kHistories + history;
    const TempDir folder;
    RandomArchive archive(folder, static_cast<std::uint32_t>(seed));
    ASSERT_LE(bring_up_to_date(folder / "index", folder).status, 1);
    std::string told;
    for (int step = 0; step < kSteps; ++step) {
      for (int change = 0; change <= step % kMostChanges; ++change)
        told += archive.change() + "\n";
      const ProcessResult result = bring_up_to_date(folder / "index", folder);
      ASSERT_LE(result.status, 1) << result.err << told;
      ++steps;
      if (summary_of(result)["change"] == "update") ++updates;
      told += "-- " + result.out;
    }
    const ProcessResult rebuilt = bring_up_to_date(folder / "rebuilt", folder);
    ASSERT_LE(rebuilt.status, 1) << rebuilt.err;
    ASSERT_EQ(difference(dump_index(folder / "index"), dump_index(folder / "rebuilt")), "")
        << "with the seed " << seed << ":\n"
        << told;
  }
  EXPECT_GT(updates, steps / 4) << "changed in place";
}

INSTANTIATE_TEST_SUITE_P(Random, HistoryTest, ::testing::Range(0, 20));

}  // namespace
}  // namespace papersearch::testing
