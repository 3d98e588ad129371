// SPDX-License-Identifier: GPL-2.0-or-later
// How calls of the C interface fail, and what they say.
#include <filesystem>
#include <fstream>
#include <thread>

#include "c_index.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using ErrorCTest = CApiTest;

papersearch_status open_status(const std::string& path) {
  papersearch_searcher* searcher = nullptr;
  const papersearch_status status = papersearch_searcher_open(path.c_str(), &searcher);
  EXPECT_EQ(searcher, nullptr);
  return status;
}

papersearch_status search_status(papersearch_searcher* searcher, const char* query,
                                 const papersearch_options* options = nullptr) {
  auto* result = reinterpret_cast<papersearch_result*>(searcher);
  const papersearch_status status =
      papersearch_searcher_search(searcher, query, options, &result);
  EXPECT_EQ(result, nullptr) << "what was there before must not be freed by the caller";
  return status;
}

TEST_F(ErrorCTest, QueryThatCannotBeUnderstoodPointsAtTheBytes) {
  EXPECT_EQ(search_status(searcher(), "llm date:spring"), PAPERSEARCH_QUERY_SYNTAX);
  EXPECT_EQ(papersearch_error_status(), PAPERSEARCH_QUERY_SYNTAX);
  EXPECT_NE(std::string(papersearch_error_message()).find("spring"), std::string::npos);
  papersearch_range range = {};
  ASSERT_EQ(papersearch_error_range(&range), 1);
  EXPECT_EQ(std::string("llm date:spring").substr(range.begin, range.end - range.begin),
            "spring");
  EXPECT_EQ(papersearch_error_range(nullptr), 1);

  // The range goes with the next error.
  EXPECT_EQ(open_status("/nonexistent"), PAPERSEARCH_INDEX_MISSING);
  EXPECT_EQ(papersearch_error_range(&range), 0);
}

TEST_F(ErrorCTest, OptionOutOfRangeIsNamed) {
  const OptionsHandle options = made<OptionsHandle>(papersearch_options_new);
  papersearch_options_set_limit(options.get(), 10'001);
  EXPECT_EQ(search_status(searcher(), "llm", options.get()), PAPERSEARCH_INVALID_ARGUMENT);
  EXPECT_NE(std::string(papersearch_error_message()).find("limit"), std::string::npos);
  EXPECT_EQ(papersearch_options_set_sort(options.get(), 3), PAPERSEARCH_INVALID_ARGUMENT);
}

TEST_F(ErrorCTest, PaperThatIsNotThere) {
  papersearch_paper* paper = nullptr;
  EXPECT_EQ(papersearch_searcher_find(searcher(), "2504.99999", &paper),
            PAPERSEARCH_NOT_FOUND);
  EXPECT_EQ(papersearch_searcher_find(searcher(), "no id", &paper),
            PAPERSEARCH_INVALID_ARGUMENT);
  EXPECT_EQ(paper, nullptr);
}

TEST_F(ErrorCTest, IndexOrFileThatIsMissingOrDamaged) {
  const TempDir dir;
  EXPECT_EQ(open_status(dir / "none"), PAPERSEARCH_INDEX_MISSING);

  fs::copy(db(), dir / "damaged", fs::copy_options::recursive);
  for (const auto& file : fs::recursive_directory_iterator(dir / "damaged")) {
    if (file.path().extension() == ".glass") fs::resize_file(file.path(), 0);
  }
  EXPECT_EQ(open_status(dir / "damaged"), PAPERSEARCH_INDEX_CORRUPT);

  EXPECT_EQ(papersearch_searcher_add_synonyms(searcher(), (dir / "none").c_str(), nullptr),
            PAPERSEARCH_IO);
}

TEST_F(ErrorCTest, WriterThatFindsAnotherOne) {
  const TempDir dir;
  const std::string path = dir / "index";
  const WriterHandle first = made<WriterHandle>(papersearch_writer_open, path.c_str(), 0U);
  papersearch_writer* second = nullptr;
  EXPECT_EQ(papersearch_writer_open(path.c_str(), 0, &second), PAPERSEARCH_INDEX_LOCKED);
  EXPECT_EQ(second, nullptr);
  EXPECT_EQ(papersearch_writer_open(path.c_str(), 8, &second),
            PAPERSEARCH_INVALID_ARGUMENT);
}

// Each thread has its own last error.
TEST_F(ErrorCTest, BelongsToItsThread) {
  EXPECT_EQ(open_status("/nonexistent"), PAPERSEARCH_INDEX_MISSING);
  std::thread([] {
    EXPECT_EQ(papersearch_error_status(), PAPERSEARCH_OK);
    EXPECT_STREQ(papersearch_error_message(), "");
  }).join();
  EXPECT_EQ(papersearch_error_status(), PAPERSEARCH_INDEX_MISSING);
}

TEST_F(ErrorCTest, StaysWhenTheNextCallSucceeds) {
  EXPECT_EQ(open_status("/nonexistent"), PAPERSEARCH_INDEX_MISSING);
  search("llm");
  EXPECT_EQ(papersearch_error_status(), PAPERSEARCH_INDEX_MISSING);
}

TEST_F(ErrorCTest, StatusesHaveNames) {
  EXPECT_STREQ(papersearch_status_name(PAPERSEARCH_OK), "ok");
  EXPECT_STREQ(papersearch_status_name(PAPERSEARCH_INVALID_ARGUMENT), "invalid-argument");
  EXPECT_STREQ(papersearch_status_name(PAPERSEARCH_CANCELLED), "cancelled");
  EXPECT_STREQ(papersearch_status_name(PAPERSEARCH_INTERNAL), "internal");
  EXPECT_STREQ(papersearch_status_name(PAPERSEARCH_NO_MEMORY), "no-memory");
  EXPECT_STREQ(papersearch_status_name(PAPERSEARCH_UNAVAILABLE), "unavailable");
  EXPECT_STREQ(papersearch_status_name(99), "unknown");
}

// The header is C, and so is what a program needs of it.
TEST_F(ErrorCTest, C99ProgramWritesAndSearchesAnIndex) {
  const TempDir dir;
  const ProcessResult result = run({C99_PROGRAM, dir / "index"});
  EXPECT_EQ(result.status, 0) << result.err;
}

}  // namespace
}  // namespace papersearch::testing
