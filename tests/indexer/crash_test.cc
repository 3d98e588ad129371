// SPDX-License-Identifier: GPL-2.0-or-later
// A run that is killed, or finds the disk full, leaves the index as it was.
#include <gmock/gmock.h>
#include <sys/mount.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "index_run.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::HasSubstr;

// The first hit answers a query that only the index as it was, or the new one, can.
std::vector<std::string> hits(const std::string& db, const std::string& query) {
  std::vector<std::string> out;
  Result<Searcher> searcher = Searcher::open(db);
  if (!searcher) return {searcher.error().message()};
  const Result<SearchResult> result = searcher->search(query);
  if (!result) return {result.error().message()};
  for (const Hit& hit : result->hits) out.push_back(hit.paper.id);
  return out;
}

// Files of an index and nothing else: no generation but the current one and the one before.
void expect_tidy(const std::string& db) {
  std::size_t generations = 0;
  for (const auto& entry : fs::directory_iterator(db)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("generation.", 0) == 0) {
      ++generations;
    } else {
      EXPECT_THAT(name, AnyOf("XAPIANDB", "lock"));
    }
  }
  EXPECT_LE(generations, 2);
}

// With a new index the first of these moments is the making of the folder.
TEST(KilledRunTest, LeavesTheOldIndexOrTheNewOne) {
  using Clock = std::chrono::steady_clock;
  const TempDir folder;
  const std::string db = folder / "index";
  const std::string small = folder.write("small.md", heading("Zebrafish"));
  const std::string large = folder.write("large.md", long_digest(1500, 60));
  ASSERT_EQ(run_index(db, {small}).status, 0);

  const auto start = Clock::now();
  ASSERT_EQ(run_index(folder / "other", {large}).status, 0);
  const double whole = std::chrono::duration<double>(Clock::now() - start).count();

  constexpr int kMoments = 12;
  int killed = 0;
  for (int i = 0; i < kMoments; ++i) {
    const std::string seconds = std::to_string(whole * i / kMoments + 0.001);
    const ProcessResult result =
        run({"/usr/bin/timeout", "--foreground", "-s", "KILL", seconds,
             papersearch_index_program(), "--db", db, large});
    const std::size_t papers = papers_in(db);
    if (result.status == 0) {
      EXPECT_EQ(papers, 1500);
    } else {
      EXPECT_EQ(result.status, 128 + 9);
      ++killed;
    }
    if (papers == 1) {
      EXPECT_THAT(hits(db, "zebrafish"), ::testing::ElementsAre("2504.00001"));
    } else {
      EXPECT_EQ(papers, 1500) << "after " << seconds << " s";
      ASSERT_EQ(run_index(db, {small}).status, 0);
    }
  }
  EXPECT_GT(killed, 0);

  const ProcessResult last = run_index(db, {"--json", large});
  EXPECT_EQ(last.status, 0) << last.err;
  EXPECT_EQ(summary_of(last)["added"], 1499);
  EXPECT_EQ(papers_in(db), 1500);
  expect_tidy(db);
}

TEST(KilledRunTest, LeavesAPlaceWhereTheFirstIndexCanBeMade) {
  const TempDir folder;
  const std::string large = folder.write("large.md", long_digest(300, 30));
  for (const char* seconds : {"0.002", "0.005", "0.01", "0.02", "0.05"}) {
    const std::string db = folder / (std::string("index") + seconds);
    run({"/usr/bin/timeout", "--foreground", "-s", "KILL", seconds,
         papersearch_index_program(), "--db", db, large});
    EXPECT_THAT(papers_in(db), AnyOf(0, 300));
    EXPECT_EQ(run_index(db, {large}).status, 0);
    EXPECT_EQ(papers_in(db), 300);
    expect_tidy(db);
  }
}

// A small disk of its own.
class FullDiskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(disk());
    if (::mount("tmpfs", disk().c_str(), "tmpfs", 0, "size=1m,mode=0777") != 0) {
      GTEST_SKIP() << "a small disk cannot be mounted: " << std::strerror(errno);
    }
    mounted_ = true;
  }
  void TearDown() override {
    if (mounted_) ::umount2(disk().c_str(), MNT_DETACH);
  }

  std::string disk() const { return folder_ / "disk"; }
  std::string db() const { return disk() + "/index"; }

  TempDir folder_;
  bool mounted_ = false;
};

TEST_F(FullDiskTest, LeavesTheIndexAsItWas) {
  const std::string small = folder_.write("small.md", heading("Zebrafish"));
  ASSERT_EQ(run_index(db(), {small}).status, 0);
  const ProcessResult result =
      run_index(db(), {folder_.write("large.md", long_digest(2000, 100))});
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("papersearch-index: " + db()));
  EXPECT_THAT(result.err, HasSubstr("o space left on"));
  EXPECT_THAT(hits(db(), "zebrafish"), ::testing::ElementsAre("2504.00001"));
  expect_tidy(db());
  // What was written so far is gone again, or the next run would have no room.
  EXPECT_EQ(run_index(db(), {folder_.write("b.md", heading("Two", "2504.00002"))}).status,
            0);
  EXPECT_EQ(papers_in(db()), 1);
}

TEST_F(FullDiskTest, BeforeTheFirstIndexIsStatus3) {
  const ProcessResult result =
      run_index(db(), {folder_.write("large.md", long_digest(2000, 100))});
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("o space left on"));
  EXPECT_EQ(run_index(db(), {folder_.write("small.md", heading("Zebrafish"))}).status, 0);
}

TEST_F(FullDiskTest, WithNoRoomAtAllIsStatus3) {
  const std::string small = folder_.write("small.md", heading("Zebrafish"));
  ASSERT_EQ(run_index(db(), {small}).status, 0);
  ASSERT_EQ(run({"/bin/dd", "if=/dev/zero", "of=" + disk() + "/filler", "bs=4096"}).status,
            1);
  const ProcessResult result =
      run_index(db(), {folder_.write("b.md", heading("Two", "2504.00002"))});
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("o space left on"));
  EXPECT_THAT(hits(db(), "zebrafish"), ::testing::ElementsAre("2504.00001"));
  // Nothing changed needs no room.
  EXPECT_EQ(run_index(db(), {small}).status, 0);
}

}  // namespace
}  // namespace papersearch::testing
