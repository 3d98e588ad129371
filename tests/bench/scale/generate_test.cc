// SPDX-License-Identifier: GPL-2.0-or-later
// Generated archives: the same each time, and such as the readers take.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "scan.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace papersearch::bench {
namespace {

using Files = std::map<std::string, std::string>;

constexpr std::size_t kPapers = 300;

Files generate(const std::string& out, const std::vector<std::string>& options = {}) {
  std::vector<std::string> argv = {GENERATE_PROGRAM,
                                   testing::source_dir() + "/data/digests",
                                   testing::source_dir() + "/data/feed", "--out", out};
  argv.insert(argv.end(), {"--papers", std::to_string(kPapers), "--per-day", "25"});
  argv.insert(argv.end(), options.begin(), options.end());
  const testing::ProcessResult result = testing::run(argv);
  EXPECT_EQ(result.status, 0) << result.err;
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(out)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path());
    files[std::filesystem::relative(entry.path(), out)].assign(
        std::istreambuf_iterator<char>(file), {});
  }
  return files;
}

TEST(GenerateTest, IsTheSameForASeedAndAnotherForAnother) {
  const testing::TempDir folder;
  const Files files = generate(folder / "a");
  EXPECT_EQ(files, generate(folder / "b"));
  EXPECT_NE(files, generate(folder / "c", {"--seed", "2"}));
}

TEST(GenerateTest, ReadersTakeAllOfIt) {
  const testing::TempDir folder;
  generate(folder / "archive");
  std::set<std::string> ids, days;
  for (const SourceFile& file : scan({folder / "archive"}).files) {
    const Content content = read_source(file);
    EXPECT_TRUE(content.complaints.empty())
        << file.path << ": " << content.complaints.front().reason;
    for (const Entry& entry : content.entries) {
      ids.insert(entry.paper.id);
      days.insert(entry.paper.date);
      EXPECT_FALSE(entry.paper.title.empty());
      EXPECT_FALSE(entry.paper.sections.empty());
    }
  }
  EXPECT_EQ(ids.size(), kPapers);
  EXPECT_EQ(days.size(), kPapers / 25);
}

}  // namespace
}  // namespace papersearch::bench
