// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian's tables with bytes changed: the index is called damaged, or it answers.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "index_directory.h"
#include "sample_papers.h"
#include "small_index.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;
using testing::require;
using testing::TempDir;

// Xapian's block size; each begins with the number of the revision that wrote it.
constexpr std::uintmax_t kBlock = 8192;

std::string database_of(const std::string& index) {
  return index + "/" + require(current_generation(index));
}

void put_bytes(const std::string& path, std::uintmax_t at, std::string_view bytes) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(at));
  file << bytes;
}

template <class T>
int failures(const Result<T>& result) {
  if (result) return 0;
  EXPECT_EQ(result.error().code(), ErrorCode::kIndexCorrupt) << result.error().message();
  return 1;
}

// Asks the index for whatever it can give, and tells how often it was called damaged.
int failures(const std::string& index) {
  Result<Searcher> searcher = Searcher::open(index);
  int out = failures(searcher);
  if (!searcher) return out;
  for (const char* query : {"강화학습 model", "\"reward model\"", "mo* author:kim"})
    out += failures(searcher->search(query));
  out += failures(searcher->find(testing::sample_papers().front().id));
  out += failures(searcher->similar(testing::sample_papers().front().id));
  out += failures(searcher->suggest("re"));
  return out;
}

class DamagedTablesTest : public ::testing::TestWithParam<const char*> {
 protected:
  DamagedTablesTest() { testing::write_index(index_, testing::sample_papers()); }

  std::string table() const { return database_of(index_) + "/" + GetParam() + ".glass"; }

  TempDir folder_;
  const std::string index_ = folder_ / "index";
};

// As if a writer had overwritten what is read, which Xapian would have us try again.
TEST_P(DamagedTablesTest, BlocksOfALaterRevision) {
  for (std::uintmax_t at = 0; at < fs::file_size(table()); at += kBlock)
    put_bytes(table(), at, std::string_view("\x7F\0\0\0", 4));
  EXPECT_GT(failures(index_), 0);
}

TEST_P(DamagedTablesTest, BlocksOfZeros) {
  const auto size = static_cast<std::size_t>(fs::file_size(table()));
  put_bytes(table(), 0, std::string(size, '\0'));
  EXPECT_GT(failures(index_), 0);
}

TEST_P(DamagedTablesTest, NoTable) {
  fs::resize_file(table(), 0);
  EXPECT_GT(failures(index_), 0);
}

INSTANTIATE_TEST_SUITE_P(Tables, DamagedTablesTest,
                         ::testing::Values("postlist", "termlist"),
                         [](const auto& table) { return std::string(table.param); });

}  // namespace
}  // namespace papersearch
