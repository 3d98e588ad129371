// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes of Xapian's tables changed, which its reading can crash on: every command answers,
// or says that the index is damaged.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::HasSubstr;

constexpr int kPlaces = 15;  // of each table

class DamagedTablesTest : public ::testing::TestWithParam<const char*> {
 protected:
  DamagedTablesTest() { write_index(db_, sample_papers()); }

  std::string table() const {
    return db_ + "/generation.1/" + GetParam() + std::string(".glass");
  }

  // Every way to read the index; each ends by itself.
  void expect_no_crash(const std::string& where) const {
    for (const Arguments& arguments :
         std::vector<Arguments>{{"search", "강화학습 model", "--facets", "--explain"},
                                {"search", "\"reward model\" mo* author:baker", "--json"},
                                {"show", "2504.00001"},
                                {"similar", "2504.00001"},
                                {"suggest", "re"},
                                {"glossary", "LLM"},
                                {"stats"}}) {
      Arguments argv = {papersearch_program(), arguments[0], "--db", db_};
      argv.insert(argv.end(), arguments.begin() + 1, arguments.end());
      const ProcessResult result = run(argv);
      EXPECT_THAT(result.status, AnyOf(0, 1, 3)) << where << " " << arguments[0];
      if (result.status != 3) continue;
      EXPECT_THAT(result.err, HasSubstr("papersearch: ")) << where << " " << arguments[0];
    }
  }

  TempDir folder_;
  const std::string db_ = folder_ / "index";
};

TEST_P(DamagedTablesTest, CrashNoCommand) {
  std::ifstream in(table(), std::ios::binary);
  const std::string sound(std::istreambuf_iterator<char>(in), {});
  ASSERT_FALSE(sound.empty());
  std::mt19937 random(1);
  for (int i = 0; i < kPlaces; ++i) {
    std::string damaged = sound;
    const std::size_t at = random() % damaged.size();
    damaged[at] = static_cast<char>(random() % 2 == 0 ? 0xFF : random());
    std::ofstream(table(), std::ios::binary) << damaged;
    expect_no_crash("byte " + std::to_string(at));
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, DamagedTablesTest,
                         ::testing::Values("postlist", "termlist"),
                         [](const auto& table) { return std::string(table.param); });

}  // namespace
}  // namespace papersearch::testing
