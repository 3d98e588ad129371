// SPDX-License-Identifier: GPL-2.0-or-later
// What a Searcher makes of the index on disk: missing, of another version, damaged, or
// changing while it is read.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <ostream>
#include <random>
#include <thread>

#include "index_files.h"
#include "packed_record.h"
#include "row_name.h"
#include "sample_papers.h"
#include "small_index.h"
#include "unprivileged.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;
using testing::generation;
using testing::make_paper;
using testing::require;
using testing::TempDir;
using testing::write_index;

void set_metadata(const std::string& index, std::string_view key,
                  const std::string& value) {
  Xapian::WritableDatabase(generation(index)).set_metadata(std::string(key), value);
}

struct Trouble {
  const char* name;
  // Does something to a good index in this folder.
  std::function<void(const std::string& index)> make;
  ErrorCode code;
  const char* named;  // stands in the message
};
void PrintTo(const Trouble& trouble, std::ostream* out) { *out << trouble.name; }

class OpenTroubleTest : public ::testing::TestWithParam<Trouble> {};

// An error says what is wrong, where, and by its code what to do about it.
TEST_P(OpenTroubleTest, IsAnErrorWithItsCode) {
  const TempDir folder;
  const std::string index = folder / "index";
  write_index(index, testing::sample_papers());
  GetParam().make(index);
  const Result<Searcher> searcher = Searcher::open(index);
  ASSERT_FALSE(searcher);
  EXPECT_EQ(searcher.error().code(), GetParam().code) << searcher.error().message();
  EXPECT_NE(searcher.error().message().find(GetParam().named), std::string::npos)
      << searcher.error().message();
  EXPECT_NE(searcher.error().message().find(index), std::string::npos)
      << searcher.error().message();
}

INSTANTIATE_TEST_SUITE_P(
    Troubles, OpenTroubleTest,
    ::testing::Values(
        Trouble{"NoFolder", [](const auto& index) { fs::remove_all(index); },
                ErrorCode::kIndexMissing, "no index"},
        Trouble{"EmptyFolder",
                [](const auto& index) {
                  fs::remove_all(index);
                  fs::create_directory(index);
                },
                ErrorCode::kIndexMissing, "no index"},
        Trouble{"File",
                [](const auto& index) {
                  fs::remove_all(index);
                  std::ofstream(index) << "x";
                },
                ErrorCode::kIndexMissing, "no index"},
        Trouble{"NoStub", [](const auto& index) { fs::remove(index + "/XAPIANDB"); },
                ErrorCode::kIndexMissing, "no index"},
        Trouble{
            "StubOfSomethingElse",
            [](const auto& index) { std::ofstream(index + "/XAPIANDB") << "auto /etc\n"; },
            ErrorCode::kIndexCorrupt, "generation"},
        Trouble{"NoGeneration",
                [](const auto& index) { fs::remove_all(generation(index)); },
                ErrorCode::kIndexCorrupt, "damaged"},
        Trouble{"EmptyGeneration",
                [](const auto& index) {
                  const std::string folder = generation(index);
                  fs::remove_all(folder);
                  fs::create_directory(folder);
                },
                ErrorCode::kIndexCorrupt, "damaged"},
        Trouble{"TruncatedTables",
                [](const auto& index) {
                  for (const auto& entry : fs::directory_iterator(generation(index)))
                    fs::resize_file(entry.path(), 100);
                },
                ErrorCode::kIndexCorrupt, "damaged"},
        Trouble{
            "EmptyVersionFile",
            [](const auto& index) { fs::resize_file(generation(index) + "/iamglass", 0); },
            ErrorCode::kIndexCorrupt, "damaged"},
        Trouble{"ForeignDatabase",
                [](const auto& index) { set_metadata(index, kSchemaKey, ""); },
                ErrorCode::kIndexCorrupt, "not made by"},
        Trouble{"GarbledSchema",
                [](const auto& index) { set_metadata(index, kSchemaKey, "1x"); },
                ErrorCode::kIndexCorrupt, "not made by"},
        Trouble{"SchemaBeyondItsType",
                [](const auto& index) {
                  set_metadata(index, kSchemaKey,
                               std::to_string((std::uint64_t{1} << 32) + kSchemaVersion));
                },
                ErrorCode::kIndexCorrupt, "not made by"},
        Trouble{"NewerSchema",
                [](const auto& index) {
                  set_metadata(index, kSchemaKey, std::to_string(kSchemaVersion + 1));
                },
                ErrorCode::kIndexVersion, "newer"},
        Trouble{"NewerAnalyzer",
                [](const auto& index) {
                  set_metadata(index, kAnalyzerKey, std::to_string(kAnalyzerVersion + 1));
                },
                ErrorCode::kIndexVersion, "newer"},
        Trouble{"OlderAnalyzer",
                [](const auto& index) { set_metadata(index, kAnalyzerKey, "0"); },
                ErrorCode::kIndexVersion, "older"}),
    testing::row_name<Trouble>);

TEST(SearcherIndexTest, SaysWhenTheFolderMayNotBeRead) {
  const TempDir folder;
  const std::string index = folder / "index";
  write_index(index, {make_paper("2504.00001", "One")});
  fs::permissions(folder.path(), fs::perms(0755));
  for (const std::string& closed : {generation(index), index + "/XAPIANDB", index}) {
    fs::permissions(closed, fs::perms(0));
    const testing::Unprivileged user;
    if (!user.changed()) GTEST_SKIP() << "cannot give up the rights of root";
    const Result<Searcher> searcher = Searcher::open(index);
    ASSERT_FALSE(searcher) << closed;
    EXPECT_EQ(searcher.error().code(), ErrorCode::kIo) << searcher.error().message();
    EXPECT_NE(searcher.error().message().find("ermission denied"), std::string::npos)
        << searcher.error().message();
  }
}

// A flipped bit in what is given back never goes unnoticed.
TEST(SearcherIndexTest, NoticesADamagedRecord) {
  const TempDir folder;
  const std::string index = folder / "index";
  write_index(index, {make_paper("2504.00001", "Chemistry")});
  {
    Xapian::WritableDatabase database(generation(index));
    Xapian::Document document = database.get_document(1);
    std::string data = packed_record(document);
    data[20] = static_cast<char>(data[20] ^ 1);
    set_packed_record(document, data);
    database.replace_document(1, document);
  }
  Searcher searcher = require(Searcher::open(index));
  EXPECT_EQ(searcher.find("2504.00001").error().code(), ErrorCode::kIndexCorrupt);
  EXPECT_EQ(searcher.search("chemistry").error().code(), ErrorCode::kIndexCorrupt);
  EXPECT_EQ(searcher.suggest("chem").error().code(), ErrorCode::kIndexCorrupt);
}

TEST(SearcherIndexTest, RefreshTellsWhetherThereWasNews) {
  const TempDir folder;
  const std::string index = folder / "index";
  write_index(index, {make_paper("2504.00001", "One")});
  Searcher searcher = require(Searcher::open(index));
  EXPECT_FALSE(require(searcher.refresh()));
  write_index(index, {make_paper("2504.00001", "One"), make_paper("2504.00002", "One")});
  EXPECT_TRUE(require(searcher.refresh()));
  EXPECT_EQ(require(searcher.search("one")).total, 2U);
  EXPECT_FALSE(require(searcher.refresh()));
  fs::remove_all(index);
  EXPECT_EQ(searcher.refresh().error().code(), ErrorCode::kIndexMissing);
}

// The generation that is read may be gone from the folder: each call still answers, from
// the state that was opened or a newer one, positions and records included.
TEST(SearcherIndexTest, GoesOnOverManyCommits) {
  const TempDir folder;
  const std::string index = folder / "index";
  std::vector<Paper> papers = {make_paper("2504.10000", "Common words", "a reward model")};
  write_index(index, papers);
  Searcher old = require(Searcher::open(index));
  for (int i = 1; i < 6; ++i) {
    papers.push_back(
        make_paper("2504.1000" + std::to_string(i), "Common words", "a reward model"));
    write_index(index, papers);
    for (const char* query :
         {"common", "\"reward model\"", "rew*", "author:x", "abstract:\"reward model\""}) {
      const Result<SearchResult> result = old.search(query);
      ASSERT_TRUE(result) << query << ": " << result.error().message();
    }
    EXPECT_GE(require(old.search("common")).total, 1U);
    EXPECT_EQ(require(old.find("2504.10000")).title, "Common words");
    EXPECT_TRUE(old.similar("2504.10000"));
    EXPECT_TRUE(old.suggest("comm"));
    EXPECT_TRUE(old.statistics());
  }
  require(old.refresh());
  EXPECT_EQ(require(old.search("common")).total, 6U);
}

// Xapian throws when the revision that is read was overwritten in place; the user never
// sees it.
TEST(SearcherIndexTest, AsksAgainWhenItsRevisionIsOverwritten) {
  const TempDir folder;
  const std::string index = folder / "index";
  std::vector<Paper> papers;
  for (int i = 0; i < 300; ++i) {
    papers.push_back(make_paper("2504.1" + std::to_string(1000 + i), "Common words",
                                "word" + std::to_string(i)));
  }
  write_index(index, papers);
  Searcher searcher = require(Searcher::open(index));
  EXPECT_EQ(require(searcher.search("common")).total, 300U);
  Xapian::WritableDatabase database(generation(index));
  for (int round = 0; round < 4; ++round) {
    for (Xapian::docid did = 1; did <= 300; ++did) {
      Xapian::Document document = database.get_document(did);
      document.add_term("round" + std::to_string(round));
      database.replace_document(did, document);
    }
    database.commit();
    const Result<SearchResult> result = searcher.search("common");
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_EQ(result->total, 300U);
    ASSERT_TRUE(searcher.find("2504.11000"));
  }
}

// Readers in threads, each with a Searcher of its own, beside a writer that never rests:
// every answer is one of the committed states.
TEST(SearcherIndexTest, ReadersAndAWriterDoNotDisturbEachOther) {
  const TempDir folder;
  const std::string index = folder / "index";
  const auto write = [&](int papers) {
    std::vector<Paper> all;
    for (int i = 0; i < papers; ++i)
      all.push_back(make_paper("2504.1" + std::to_string(1000 + i), "Common words"));
    write_index(index, all);
  };
  write(10);
  std::atomic<bool> done = false;
  std::atomic<int> answers = 0;
  std::vector<std::string> wrong[2];
  std::vector<std::thread> readers;
  for (auto& complaints : wrong) {
    readers.emplace_back([&] {
      Searcher searcher = require(Searcher::open(index));
      while (!done) {
        const Result<bool> refreshed = searcher.refresh();
        const Result<SearchResult> result = searcher.search("common words");
        if (!refreshed) complaints.push_back(refreshed.error().message());
        if (!result) complaints.push_back(result.error().message());
        if (result && result->total != 10 && result->total != 20) {
          complaints.push_back(std::to_string(result->total) + " papers");
        }
        ++answers;
      }
    });
  }
  for (int i = 0; i < 10; ++i) write(i % 2 == 0 ? 20 : 10);
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(wrong[0], std::vector<std::string>());
  EXPECT_EQ(wrong[1], std::vector<std::string>());
  EXPECT_GT(answers, 0);
}

TEST(SearcherIndexTest, WorksAfterAMove) {
  testing::SmallIndex index({make_paper("2504.00001", "One")});
  Searcher first = require(Searcher::open(index.path()));
  Searcher second = std::move(first);
  EXPECT_EQ(require(second.search("one")).total, 1U);
  second = require(Searcher::open(index.path()));
  EXPECT_EQ(require(second.search("one")).total, 1U);
}

}  // namespace
}  // namespace papersearch
