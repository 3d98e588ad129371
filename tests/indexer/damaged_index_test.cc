// SPDX-License-Identifier: GPL-2.0-or-later
// Runs over an index whose tables hold other bytes than were written, which Xapian can
// crash on: none ends by a signal, and --rebuild always gives the index that the files
// give.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "index_dump.h"
#include "index_run.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr int kPlaces = 12;  // of each table

class DamagedTablesRunTest : public ::testing::TestWithParam<const char*> {
 protected:
  DamagedTablesRunTest() {
    folder_.write("archive/long.md", long_digest(60, 40));
    folder_.write("archive/short.md", heading("One", "2504.10001"));
    run_index(folder_ / "before", {archive()});
    folder_.write("archive/short.md", heading("Two", "2504.10001"));
    run_index(folder_ / "after", {archive()});
    after_ = dump_index(folder_ / "after");
  }

  std::string db() const { return folder_ / "index"; }
  std::string archive() const { return folder_ / "archive"; }

  // An index of the archive as it was, with one byte changed.
  std::string make_damaged(std::mt19937& random) const {
    fs::remove_all(db());
    fs::copy(folder_ / "before", db(), fs::copy_options::recursive);
    const std::string file = db() + "/generation.1/" + GetParam() + ".glass";
    const std::size_t at = random() % fs::file_size(file);
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(static_cast<std::streamoff>(at));
    out.put(static_cast<char>(random() % 2 == 0 ? 0xFF : random()));
    return "byte " + std::to_string(at);
  }

  TempDir folder_;
  std::string after_;
};

TEST_P(DamagedTablesRunTest, MendByARebuild) {
  std::mt19937 random(1);
  for (int i = 0; i < kPlaces; ++i) {
    SCOPED_TRACE(make_damaged(random));
    const ProcessResult result = run_index(db(), {"--rebuild", archive()});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(difference(dump_index(db()), after_), "");
  }
}

TEST_P(DamagedTablesRunTest, CrashNoRun) {
  std::mt19937 random(2);
  for (int i = 0; i < kPlaces; ++i) {
    SCOPED_TRACE(make_damaged(random));
    const ProcessResult result = run_index(db(), {archive()});
    EXPECT_THAT(result.status, AnyOf(0, 3)) << result.err;
    if (result.status == 0) continue;
    EXPECT_THAT(result.err, StartsWith("papersearch-index: "));
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, DamagedTablesRunTest,
                         ::testing::Values("postlist", "termlist"),
                         [](const auto& table) { return std::string(table.param); });

// A crash that has another cause comes again: the third run is the last.
TEST_F(IndexProgramTest, ACrashThatIsNotTheIndexsEndsTheRun) {
  if (kIsSanitized) GTEST_SKIP() << "nothing can be preloaded beside a sanitizer";
  run_index(db(), {good("a.md")});
  const std::string before = dump_index(db());
  ProcessOptions options;
  options.environment = {{"LD_PRELOAD", FAULT_SHIM}, {"PAPERSEARCH_FAULT", "crash:5"}};
  const ProcessResult result = run_index(db(), {good("a.md"), bad()}, options);
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("all files are read again\n"));
  EXPECT_THAT(result.err, HasSubstr("nothing of the index is kept\n"));
  EXPECT_THAT(result.err, HasSubstr("the index is as it was; please report this\n"));
  EXPECT_EQ(difference(dump_index(db()), before), "");
}

TEST_F(IndexProgramTest, ACrashIsALineOfAJsonLog) {
  if (kIsSanitized) GTEST_SKIP() << "nothing can be preloaded beside a sanitizer";
  ProcessOptions options;
  options.environment = {{"LD_PRELOAD", FAULT_SHIM}, {"PAPERSEARCH_FAULT", "crash:5"}};
  const ProcessResult result = run_index(db(), {"--log-format=json", good()}, options);
  std::istringstream lines(result.err);
  std::vector<std::string> levels;
  for (std::string line; std::getline(lines, line);)
    levels.push_back(nlohmann::json::parse(line)["level"]);
  EXPECT_THAT(levels, ElementsAre("warning", "warning", "error"));
}

// Standard input cannot be read a second time.
TEST_F(IndexProgramTest, ACrashBesideStandardInputSaysWhatToDo) {
  if (kIsSanitized) GTEST_SKIP() << "nothing can be preloaded beside a sanitizer";
  ProcessOptions options;
  options.environment = {{"LD_PRELOAD", FAULT_SHIM}, {"PAPERSEARCH_FAULT", "crash:5"}};
  options.input = digest("- text\n");
  const ProcessResult result = run_index(db(), {"-"}, options);
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("move it away, and make it anew\n"));
}

// The index is not asked how many papers there were, but one is not emptied by accident.
TEST_F(IndexProgramTest, AnIndexThatIsNotLookedAtIsNotEmptied) {
  run_index(db(), {good()});
  fs::create_directory(folder_ / "empty");
  const ProcessResult result =
      run_index(db(), {"--rebuild", "--ignore-existing", folder_ / "empty"});
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("no file holds a paper; the index is as it was"));
  EXPECT_EQ(papers_in(db()), 2U);
}

}  // namespace
}  // namespace papersearch::testing
