// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch-index over an archive that changed: what is read, kept, refused and said.
#include <gmock/gmock.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "index_run.h"
#include "lib/unprivileged.h"
#include "papersearch/index_writer.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr int kFiles = 8;

std::string id_of(int i) { return "2504.0000" + std::to_string(i); }

// An archive of a paper a file, and its index.
class UpdateTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (int i = 1; i <= kFiles; ++i) write(i);
    ASSERT_EQ(update().status, 0);
  }

  std::string db() const { return folder_ / "index"; }
  std::string archive() const { return folder_ / "archive"; }
  std::string file(int i) const { return archive() + "/" + std::to_string(i) + ".md"; }
  void write(int i, const std::string& text = "- text\n") const {
    folder_.write("archive/" + std::to_string(i) + ".md",
                  heading("Paper", id_of(i)) + text);
  }

  ProcessResult update(std::vector<std::string> options = {}) const {
    options.push_back(archive());
    options.emplace_back("--json");
    return run_index(db(), options);
  }

  // When each file of the index was written, but for the lock.
  std::map<std::string, fs::file_time_type> times() const {
    std::map<std::string, fs::file_time_type> out;
    for (const auto& entry : fs::recursive_directory_iterator(db())) {
      if (entry.path().filename() != "lock")
        out[entry.path()] = fs::last_write_time(entry.path());
    }
    return out;
  }

  TempDir folder_;
};

TEST_F(UpdateTest, ReadsOnlyWhatChanged) {
  write(3, "- another text\n");
  write(9);
  fs::last_write_time(file(5), fs::file_time_type::clock::now());
  const json summary = summary_of(update());
  EXPECT_EQ(summary["files"], kFiles + 1);
  EXPECT_EQ(summary["files_read"], 2);
  EXPECT_EQ(summary["entries"], kFiles + 1);
  EXPECT_EQ(summary["added"], 1);
  EXPECT_EQ(summary["updated"], 1);
  EXPECT_EQ(summary["unchanged"], kFiles - 1);
  EXPECT_EQ(summary["change"], "update");
  EXPECT_TRUE(fs::exists(db() + "/generation.1"));
}

// Content that changes while size and time stay is seen.
TEST_F(UpdateTest, ContentDecidesNotTheTime) {
  const auto time = fs::last_write_time(file(2));
  write(2, "- tEXt\n");
  fs::last_write_time(file(2), time);
  EXPECT_EQ(summary_of(update())["updated"], 1);
  write(2, "- tEXt\n");
  EXPECT_EQ(summary_of(update())["files_read"], 0);
}

TEST_F(UpdateTest, WritesNothingWhenNothingChanged) {
  const auto before = times();
  for (int i = 1; i <= kFiles; ++i)
    fs::last_write_time(file(i), fs::file_time_type::clock::now());
  const json summary = summary_of(update());
  EXPECT_EQ(summary["change"], "nothing");
  EXPECT_EQ(summary["files_read"], 0);
  EXPECT_EQ(times(), before);
}

// What was complained of before is complained of again: it is still missing.
TEST_F(UpdateTest, RepeatsTheComplaintsOfUnchangedFiles) {
  folder_.write("archive/2.md", "### No Link\n" + heading("Paper", id_of(2)));
  const ProcessResult first = update();
  EXPECT_EQ(first.status, 1);
  const auto before = times();
  const ProcessResult second = update();
  EXPECT_EQ(second.status, 1);
  EXPECT_EQ(second.err, first.err);
  EXPECT_EQ(summary_of(second)["skipped"], summary_of(first)["skipped"]);
  EXPECT_EQ(summary_of(second)["skipped"].size(), 1);
  EXPECT_EQ(summary_of(second)["files_read"], 0);
  EXPECT_EQ(times(), before);
}

TEST_F(UpdateTest, AFileThatIsGoneTakesItsPapersAlong) {
  fs::remove(file(4));
  const ProcessResult result = update();
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(summary_of(result)["removed"], 1);
  EXPECT_THAT(held(db(), {id_of(4)}), IsEmpty());
}

TEST_F(UpdateTest, ARenamedFileChangesNoPaper) {
  fs::rename(file(4), archive() + "/renamed.md");
  const json summary = summary_of(update());
  EXPECT_EQ(summary["unchanged"], kFiles);
  EXPECT_EQ(summary["files"], kFiles);
}

// The same files by another way.
TEST_F(UpdateTest, APathMayBeWrittenInOtherWays) {
  const json summary = summary_of(
      run_index(db(), {"--json", archive() + "/../archive/./", archive() + "/3.md"}));
  EXPECT_EQ(summary["files"], kFiles);
  EXPECT_EQ(summary["change"], "nothing");
}

// Two files that the letters of their paths do not tell apart.
TEST_F(UpdateTest, BehindALinkTwoDotsLeadElsewhere) {
  folder_.write("elsewhere/below/x", "");
  folder_.write("elsewhere/1.md", heading("Elsewhere", id_of(9)));
  fs::create_directory_symlink(folder_ / "elsewhere/below", archive() + "/link");
  for (int run = 0; run < 2; ++run) {
    const ProcessResult result =
        run_index(db(), {"--json", archive(), archive() + "/link/../1.md"});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(papers_in(db()), kFiles + 1);
    EXPECT_EQ(summary_of(result)["files_read"], run == 0 ? 1 : 0);
  }
}

TEST_F(UpdateTest, KeepsWhatItHasOfAFileThatCannotBeRead) {
  fs::permissions(folder_.path(), fs::perms(0755));
  for (const auto& entry : fs::recursive_directory_iterator(folder_.path()))
    fs::permissions(entry.path(), entry.is_directory() ? fs::perms(0777) : fs::perms(0666));
  fs::permissions(file(4), fs::perms(0));
  const Unprivileged user;
  if (!user.changed()) GTEST_SKIP() << "cannot give up the rights of root";
  const auto before = times();
  const ProcessResult result = update();
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "papersearch-index: warning: " + file(4) +
                            ": cannot be opened: Permission denied; what the index has of "
                            "it is kept\n");
  EXPECT_EQ(summary_of(result)["unchanged"], kFiles);
  EXPECT_EQ(summary_of(result)["files"], kFiles);
  EXPECT_EQ(times(), before);
  const ProcessResult rebuilt = update({"--rebuild"});
  EXPECT_EQ(summary_of(rebuilt)["unchanged"], kFiles) << rebuilt.err;
  EXPECT_EQ(papers_in(db()), kFiles);
}

TEST_F(UpdateTest, KeepsWhatItHasOfAFolderThatCannotBeLookedInto) {
  folder_.write("archive/deep/er/9.md", heading("Paper", id_of(9)));
  ASSERT_EQ(update().status, 0);
  fs::permissions(folder_.path(), fs::perms(0755));
  for (const auto& entry : fs::recursive_directory_iterator(folder_.path()))
    fs::permissions(entry.path(), entry.is_directory() ? fs::perms(0777) : fs::perms(0666));
  fs::permissions(folder_ / "archive/deep", fs::perms(0));
  {
    const Unprivileged user;
    if (!user.changed()) GTEST_SKIP() << "cannot give up the rights of root";
    const ProcessResult result = update();
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.err, "papersearch-index: warning: " + archive() +
                              "/deep: Permission denied; what the index has of it is "
                              "kept\n");
    EXPECT_EQ(summary_of(result)["change"], "nothing");
  }
  fs::permissions(folder_ / "archive/deep", fs::perms(0777));
  EXPECT_EQ(papers_in(db()), kFiles + 1);
}

TEST_F(UpdateTest, ADryRunSaysWhatWouldHappenAndWritesNothing) {
  write(3, "- another text\n");
  const auto before = times();
  ProcessResult result = update({"--dry-run"});
  EXPECT_EQ(summary_of(result)["updated"], 1);
  EXPECT_EQ(summary_of(result)["dry_run"], true);
  EXPECT_EQ(times(), before);
  result = run_index(db(), {"--dry-run", archive()});
  EXPECT_THAT(
      result.out,
      HasSubstr("dry run, nothing is written: the index would be changed in place"));
  result = run_index(folder_ / "none", {"--dry-run", archive()});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("the index would be written anew"));
  EXPECT_THAT(result.out, HasSubstr("8 papers: 8 added"));
  EXPECT_FALSE(fs::exists(folder_ / "none"));
}

TEST_F(UpdateTest, RebuildWritesANewGeneration) {
  const json summary = summary_of(update({"--rebuild"}));
  EXPECT_EQ(summary["unchanged"], kFiles);
  EXPECT_EQ(summary["files_read"], kFiles);
  EXPECT_EQ(summary["change"], "rebuild");
  EXPECT_TRUE(fs::exists(db() + "/generation.2"));
  EXPECT_EQ(papers_in(db()), kFiles);
}

TEST_F(UpdateTest, ADamagedIndexIsWrittenAnew) {
  for (const auto& entry : fs::directory_iterator(db() + "/generation.1"))
    fs::resize_file(entry.path(), 10);
  const ProcessResult result = update();
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(papers_in(db()), kFiles);
}

TEST_F(UpdateTest, LatentSemanticsCanBeSwitchedOff) {
  EXPECT_EQ(summary_of(update({"--no-latent"}))["change"], "rebuild");
  EXPECT_EQ(summary_of(update({"--no-latent"}))["change"], "nothing");
  EXPECT_EQ(summary_of(update())["change"], "rebuild");
}

TEST_F(UpdateTest, WaitsForAnotherIndexer) {
  std::thread other;
  {
    Result<IndexWriter> writer = IndexWriter::open(db());
    ASSERT_TRUE(writer);
    EXPECT_EQ(update({"--wait", "0.1"}).status, 4);
    other = std::thread([held = std::move(*writer)]() mutable {
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      { const IndexWriter gone = std::move(held); }
    });
  }
  const ProcessResult result = update({"--wait", "30"});
  other.join();
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(update({"--wait", "-1"}).status, 2);
  EXPECT_EQ(update({"--wait", "soon"}).status, 2);
}

TEST_F(UpdateTest, TellsHowTheIndexCameAbout) {
  folder_.write("archive/2.md", "### No Link\n" + heading("Paper", id_of(2)));
  update();
  Result<Searcher> searcher = Searcher::open(db());
  ASSERT_TRUE(searcher);
  const Result<IndexStatistics> is = searcher->statistics();
  ASSERT_TRUE(is);
  EXPECT_EQ(is->files, kFiles);
  EXPECT_EQ(is->complaints, 1);
}

}  // namespace
}  // namespace papersearch::testing
