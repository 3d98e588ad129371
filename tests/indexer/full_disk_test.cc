// SPDX-License-Identifier: GPL-2.0-or-later
// A run that finds the disk full leaves the index as it was.
#include <gmock/gmock.h>
#include <sys/mount.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "index_run.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
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
  EXPECT_THAT(result.err, HasSubstr("papersearch-index: error: " + db()));
  EXPECT_THAT(result.err, HasSubstr("o space left on"));
  EXPECT_THAT(hits(db(), "zebrafish"), ::testing::ElementsAre("2504.00001"));
  expect_tidy(db());
  // What was written so far is gone again, or the next run would have no room.
  EXPECT_EQ(
      run_index(db(), {small, folder_.write("b.md", heading("Two", "2504.00002"))}).status,
      0);
  EXPECT_EQ(papers_in(db()), 2);
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
      run_index(db(), {small, folder_.write("b.md", heading("Two", "2504.00002"))});
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("o space left on"));
  EXPECT_THAT(hits(db(), "zebrafish"), ::testing::ElementsAre("2504.00001"));
  // Nothing changed needs no room.
  EXPECT_EQ(run_index(db(), {small}).status, 0);
}

}  // namespace
}  // namespace papersearch::testing
