// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch-index --check as a user sees it.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "index_run.h"
#include "papersearch/index_writer.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class CheckCommandTest : public IndexProgramTest {
 protected:
  ProcessResult check(const std::vector<std::string>& options = {},
                      const ProcessOptions& process = {}) const {
    std::vector<std::string> arguments = {"--check"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run_index(db(), arguments, process);
  }

  static std::string content_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }

  // Every record of the index.
  void damage() const {
    const std::string file = db() + "/generation.1/postlist.glass";
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(static_cast<std::streamoff>(fs::file_size(file)) - 300);
    out << std::string(300, '\x55');
  }
};

TEST_F(CheckCommandTest, ASoundIndexIsStatus0) {
  run_index(db(), {good()});
  const ProcessResult result = check();
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, db() + ": sound, 2 papers in generation.1\n");
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(check({"--quiet"}).out, "");
}

TEST_F(CheckCommandTest, ADamagedIndexIsStatus3AndToldWhatToDo) {
  run_index(db(), {good()});
  damage();
  for (const ProcessResult& result : {check(), check({"--quiet"})}) {
    EXPECT_EQ(result.status, 3);
    EXPECT_THAT(result.out, StartsWith(db() + ": damaged\n  "));
    EXPECT_THAT(
        result.out,
        HasSubstr("\nwrite it anew with: papersearch-index --rebuild --db " + db()));
  }
}

// Xapian can crash on such tables, or go round for ever.
TEST_F(CheckCommandTest, ADamagedIndexCrashesNothing) {
  run_index(db(), {folder_.write("long.md", long_digest(60, 40))});
  std::mt19937 random(1);
  for (const char* table : {"postlist", "termlist"}) {
    const std::string file = db() + "/generation.1/" + table + ".glass";
    const std::string sound = content_of(file);
    for (int i = 0; i < 40; ++i) {
      std::string damaged = sound;
      const std::size_t at = random() % damaged.size();
      damaged[at] = static_cast<char>(i % 2 == 0 ? 0xFF : random());
      std::ofstream(file, std::ios::binary) << damaged;
      const ProcessResult result = check();
      EXPECT_THAT(result.status, AnyOf(0, 3)) << table << " byte " << at;
      if (result.status == 0) continue;
      EXPECT_THAT(result.out, HasSubstr("\nwrite it anew with: ")) << table << " " << at;
    }
    std::ofstream(file, std::ios::binary) << sound;
  }
}

TEST_F(CheckCommandTest, ListsTwentyLinesAtMost) {
  run_index(db(), {folder_.write("long.md", long_digest(60, 5))});
  std::ofstream(db() + "/generation.1/postlist.glass", std::ios::binary) << "";
  const ProcessResult result = check();
  EXPECT_EQ(result.status, 3);
  EXPECT_LE(std::count(result.out.begin(), result.out.end(), '\n'), 23);
}

TEST_F(CheckCommandTest, PrintsOneJsonObject) {
  run_index(db(), {good()});
  nlohmann::json report = summary_of(check({"--json"}));
  EXPECT_EQ(report["sound"], true);
  EXPECT_EQ(report["papers"], 2);
  EXPECT_EQ(report["generation"], "generation.1");
  EXPECT_EQ(report["problem_count"], 0);
  EXPECT_EQ(report["problems"], nlohmann::json::array());
  EXPECT_EQ(report["remedy"], nullptr);

  damage();
  const ProcessResult result = check({"--json"});
  EXPECT_EQ(result.status, 3);
  report = summary_of(result);
  EXPECT_EQ(report["sound"], false);
  EXPECT_EQ(report["problem_count"], report["problems"].size());
  EXPECT_THAT(report["remedy"].get<std::string>(), HasSubstr("--rebuild"));
}

TEST_F(CheckCommandTest, WhereThereIsNoIndexIsStatus3) {
  fs::create_directory(db());
  for (int i = 0; i < 2; ++i) {
    const ProcessResult result = check();
    EXPECT_EQ(result.status, 3);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err,
              "papersearch-index: error: " + db() + ": there is no index here\n");
    fs::remove(db());
  }
  EXPECT_FALSE(fs::exists(db()));
}

TEST_F(CheckCommandTest, TakesNoPathAndNothingThatChangesTheIndex) {
  for (const std::string& argument :
       {good(), std::string("--rebuild"), std::string("--dry-run"), std::string("--wait=1"),
        std::string("--no-latent"), std::string("--allow-mass-removal")}) {
    const ProcessResult result = check({argument});
    EXPECT_EQ(result.status, 2) << argument;
    EXPECT_THAT(result.err,
                AllOf(HasSubstr("--check"), HasSubstr("see papersearch-index")));
  }
  EXPECT_EQ(run_index(db(), {}).status, 2);
}

// While one indexer holds the index.
TEST_F(CheckCommandTest, NeedsNoLock) {
  run_index(db(), {good()});
  const Result<IndexWriter> writer = IndexWriter::open(db());
  ASSERT_TRUE(writer);
  EXPECT_EQ(check().status, 0);
}

TEST_F(CheckCommandTest, AReportThatCannotBePrintedIsNoSoundIndex) {
  run_index(db(), {good()});
  ProcessOptions full;
  full.stdout_file = "/dev/full";
  const ProcessResult result = check({}, full);
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, HasSubstr("standard output: cannot write the report"));
}

}  // namespace
}  // namespace papersearch::testing
