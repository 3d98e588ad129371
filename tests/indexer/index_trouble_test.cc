// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch-index where it cannot do what it should: exit statuses 1, 3 and 4.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "index_run.h"
#include "papersearch/index_writer.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// A disk that is not mounted must not cost the index.
TEST_F(IndexProgramTest, MoreThanHalfOfThePapersDoNotGoAtOnce) {
  run_index(db(), {good()});
  fs::create_directory(folder_ / "empty");
  for (const std::string& path : {folder_ / "empty", folder_ / "none"}) {
    for (const char* option : {"--json", "--dry-run", "--rebuild"}) {
      const ProcessResult result = run_index(db(), {option, path});
      EXPECT_EQ(result.status, 3);
      EXPECT_EQ(result.out, "");
      EXPECT_THAT(result.err, HasSubstr(db() + ": 2 of 2 papers would be gone; the index "
                                               "is as it was."));
      EXPECT_EQ(papers_in(db()), 2);
    }
  }
  const ProcessResult allowed =
      run_index(db(), {"--allow-mass-removal", folder_ / "empty"});
  EXPECT_EQ(allowed.status, 0) << allowed.err;
  EXPECT_EQ(papers_in(db()), 0);
}

TEST_F(IndexProgramTest, HalfOfThePapersMayGo) {
  run_index(db(), {good()});
  folder_.write("a.md", heading("One"));
  EXPECT_EQ(run_index(db(), {folder_ / "a.md"}).status, 0);
  EXPECT_EQ(papers_in(db()), 1);
}

TEST_F(IndexProgramTest, AnEmptyIndexMayBeMade) {
  fs::create_directory(folder_ / "empty");
  const ProcessResult result = run_index(db(), {folder_ / "empty"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("0 files, 0 entries, 0 complaints\n0 papers: 0 added"));
}

TEST_F(IndexProgramTest, AFolderThatIsNoIndexIsLeftAlone) {
  const ProcessResult result = run_index(folder_.path().string(), {good("archive/a.md")});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, HasSubstr("this folder is no index: it holds \"archive\""));
  EXPECT_EQ(result.out, "");
}

TEST_F(IndexProgramTest, AnIndexThatCannotBeMadeIsStatus3) {
  const std::string file = good();
  for (const std::string& path : {file, file + "/below", folder_ / std::string(300, 'x')}) {
    const ProcessResult result = run_index(path, {file});
    EXPECT_EQ(result.status, 3) << path;
    EXPECT_THAT(result.err, StartsWith("papersearch-index: "));
    EXPECT_EQ(result.out, "");
  }
}

TEST_F(IndexProgramTest, ASecondIndexerIsToldOfTheFirst) {
  run_index(db(), {good()});
  const Result<IndexWriter> writer = IndexWriter::open(db());
  ASSERT_TRUE(writer);
  const ProcessResult result = run_index(db(), {good()});
  EXPECT_EQ(result.status, 4);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "papersearch-index: error: " + db() +
                            ": another indexer is at work, process " +
                            std::to_string(::getpid()) + "\n");
}

TEST_F(IndexProgramTest, ALockLeftBehindIsNoLock) {
  run_index(db(), {good()});
  folder_.write("index/lock", "1\n");  // a process that lives, and holds nothing
  EXPECT_EQ(run_index(db(), {good()}).status, 0);
}

// The index is current by then: only the summary is lost.
TEST_F(IndexProgramTest, ASummaryThatCannotBePrintedIsStatus1) {
  ProcessOptions full;
  full.stdout_file = "/dev/full";
  ProcessOptions closed;
  closed.stdout_is_closed = true;
  for (const ProcessOptions& options : {full, closed}) {
    for (const char* option : {"--json", "--db"}) {
      std::vector<std::string> arguments = {good()};
      if (option == std::string("--json")) arguments.emplace_back(option);
      const ProcessResult result = run_index(db(), arguments, options);
      EXPECT_EQ(result.status, 1);
      EXPECT_THAT(
          result.err,
          StartsWith(
              "papersearch-index: error: standard output: cannot write the summary: "));
      EXPECT_EQ(papers_in(db()), 2);
    }
  }
}

TEST_F(IndexProgramTest, AClosedPipeIsNoTrouble) {
  ProcessOptions options;
  options.stdout_is_broken_pipe = true;
  const ProcessResult result = run_index(db(), {good()}, options);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(papers_in(db()), 2);
}

}  // namespace
}  // namespace papersearch::testing
