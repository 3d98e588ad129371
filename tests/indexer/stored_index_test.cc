// SPDX-License-Identifier: GPL-2.0-or-later
// Indexes that other versions wrote: an older one is written anew by the indexer, a newer
// one is left alone. What is stored in the folder `stored` was written by an older version.
#include <gmock/gmock.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "index_run.h"
#include "lib/row_name.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

// A stored index, as it is or with another schema number in it.
struct StoredIndex {
  const char* name;
  const char* file;
  const char* schema;  // nullptr: its own
};
void PrintTo(const StoredIndex& index, std::ostream* out) { *out << index.name; }

class StoredIndexTest : public ::testing::TestWithParam<StoredIndex> {
 protected:
  void SetUp() override {
    const ProcessResult unpacked =
        run({"/bin/tar", "-xzf", stored() + "/" + GetParam().file, "-C", folder_ / ""});
    ASSERT_EQ(unpacked.status, 0) << unpacked.err;
    if (GetParam().schema == nullptr) return;
    Xapian::WritableDatabase database(db() + "/generation.1");
    database.set_metadata("papersearch.schema", GetParam().schema);
    database.commit();
  }

  static std::string stored() { return source_dir() + "/tests/indexer/stored"; }
  static std::string digest_file() { return stored() + "/digest.md"; }
  std::string db() const { return folder_ / "index"; }

  // Status 3, and what is said.
  std::string refusal_of(const std::vector<std::string>& argv) const {
    const ProcessResult result = run(argv);
    EXPECT_EQ(result.status, 3) << result.out;
    return result.err;
  }
  std::string search() const {
    return refusal_of({papersearch_program(), "--db", db(), "planning"});
  }

  // What all files but the lock hold, by name.
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(db())) {
      if (!entry.is_regular_file() || entry.path().filename() == "lock") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      out[entry.path().string()] = std::string(std::istreambuf_iterator<char>(in), {});
    }
    return out;
  }

  TempDir folder_;
};

class OlderIndexTest : public StoredIndexTest {};

TEST_P(OlderIndexTest, ASearchSaysWhatToDo) {
  EXPECT_THAT(search(), HasSubstr("written by an older version; run papersearch-index"));
}

TEST_P(OlderIndexTest, ARunWritesItAnew) {
  const ProcessResult result = run_index(db(), {digest_file()});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(held(db(), {"2504.00001", "2503.00002"}).size(), 2U);
  EXPECT_EQ(run_index(db(), {"--check"}).status, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Stored, OlderIndexTest,
    ::testing::Values(StoredIndex{"Schema7", "schema7.tar.gz", nullptr},
                      StoredIndex{"Schema6", "schema6.tar.gz", nullptr},
                      StoredIndex{"Schema5", "schema5.tar.gz", nullptr},
                      StoredIndex{"Schema4", "schema4.tar.gz", nullptr},
                      StoredIndex{"Schema2", "schema2.tar.gz", nullptr},
                      StoredIndex{"Schema1", "schema2.tar.gz", "1"}),
    row_name<StoredIndex>);

class ReadableIndexTest : public StoredIndexTest {};

// What the papers were is read, though the index is written anew: what changes is told, and
// an index is not emptied by accident.
TEST_P(ReadableIndexTest, ARunKnowsItsPapers) {
  EXPECT_THAT(run_index(db(), {digest_file()}).out,
              HasSubstr("2 papers: 0 added, 0 updated, 2 unchanged, 0 removed\n"));
}

INSTANTIATE_TEST_SUITE_P(
    Stored, ReadableIndexTest,
    ::testing::Values(StoredIndex{"Schema7", "schema7.tar.gz", nullptr},
                      StoredIndex{"Schema5", "schema5.tar.gz", nullptr},
                      StoredIndex{"Schema4", "schema4.tar.gz", nullptr}),
    row_name<StoredIndex>);

class NewerIndexTest : public StoredIndexTest {};

TEST_P(NewerIndexTest, IsRefusedAndLeftAsItIs) {
  const auto before = files();
  EXPECT_THAT(search(), HasSubstr("written by a newer version of papersearch; update"));
  EXPECT_THAT(refusal_of({papersearch_index_program(), "--db", db(), digest_file()}),
              HasSubstr("written by a newer version of papersearch; update this one"));
  EXPECT_EQ(files(), before);
}

INSTANTIATE_TEST_SUITE_P(Stored, NewerIndexTest,
                         ::testing::Values(StoredIndex{"Schema1000", "schema2.tar.gz",
                                                       "1000"}),
                         row_name<StoredIndex>);

}  // namespace
}  // namespace papersearch::testing
