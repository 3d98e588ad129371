// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/index_writer.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>

#include "index_files.h"
#include "packed_record.h"
#include "schema.h"
#include "small_index.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;
using testing::generation;
using testing::make_paper;
using testing::require;
using testing::TempDir;
using testing::write_index;

// Everything that a reader can see of an index.
std::string dump(const std::string& index) {
  const Xapian::Database database(generation(index));
  std::string out;
  for (auto did = database.postlist_begin(""); did != database.postlist_end(""); ++did) {
    const Xapian::Document document = database.get_document(*did);
    out += "document " + std::to_string(*did) + "\n";
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      out += std::to_string(value.get_valueno()) + "=" + *value + "\n";
    }
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      out += *term + ":" + std::to_string(term.get_wdf()) + "\n";
    }
  }
  return out;
}

// Name, inode, size and time of every file.
std::map<std::string, std::string> files(const std::string& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    struct stat is = {};
    if (::stat(entry.path().c_str(), &is) != 0) throw std::runtime_error(entry.path());
    out[entry.path()] = std::to_string(is.st_ino) + " " + std::to_string(is.st_size) + " " +
                        std::to_string(is.st_mtim.tv_sec) + "." +
                        std::to_string(is.st_mtim.tv_nsec);
  }
  return out;
}

std::string text(const IndexReport& report) {
  return std::to_string(report.papers) + " papers, " + std::to_string(report.added) +
         " added, " + std::to_string(report.updated) + " updated, " +
         std::to_string(report.unchanged) + " unchanged, " +
         std::to_string(report.removed) + " removed";
}

TEST(IndexWriterTest, ReportsWhatChanged) {
  const TempDir folder;
  const std::string index = folder / "index";
  Paper one = make_paper("2504.00001", "One");
  const Paper two = make_paper("2504.00002", "Two");
  const Paper three = make_paper("2504.00003", "Three");
  EXPECT_EQ(text(write_index(index, {one, two})),
            "2 papers, 2 added, 0 updated, 0 unchanged, 0 removed");
  one.votes = 5;
  EXPECT_EQ(text(write_index(index, {one, three})),
            "2 papers, 1 added, 1 updated, 0 unchanged, 1 removed");
  EXPECT_EQ(text(write_index(index, {one, three})),
            "2 papers, 0 added, 0 updated, 2 unchanged, 0 removed");
  EXPECT_EQ(text(write_index(index, {})),
            "0 papers, 0 added, 0 updated, 0 unchanged, 2 removed");
  EXPECT_EQ(require(require(Searcher::open(index)).statistics()).papers, 0U);
}

// A nightly run without news touches nothing that readers have open.
TEST(IndexWriterTest, NothingChangedNothingWritten) {
  const TempDir folder;
  const std::string index = folder / "index";
  const std::vector<Paper> papers = {make_paper("2504.00001", "One"),
                                     make_paper("2504.00002", "Two")};
  write_index(index, papers);
  auto before = files(index);
  write_index(index, papers);
  auto after = files(index);
  // The lock holds the writer's process id.
  before.erase(index + "/lock");
  after.erase(index + "/lock");
  EXPECT_EQ(after, before);
}

TEST(IndexWriterTest, WithoutCommitTheIndexStaysAsItWas) {
  const TempDir folder;
  const std::string index = folder / "index";
  {
    IndexWriter writer = require(IndexWriter::open(index));
    require(writer.add(make_paper("2504.00001", "One")));
  }
  EXPECT_EQ(Searcher::open(index).error().code(), ErrorCode::kIndexMissing);
  write_index(index, {make_paper("2504.00001", "One")});
  const std::string before = dump(index);
  {
    IndexWriter writer = require(IndexWriter::open(index));
    require(writer.add(make_paper("2504.00002", "Two")));
  }
  EXPECT_EQ(dump(index), before);
}

TEST(IndexWriterTest, OneWriterAtATime) {
  const TempDir folder;
  const IndexWriter writer = require(IndexWriter::open(folder / "index"));
  const Result<IndexWriter> second = IndexWriter::open(folder / "index");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code(), ErrorCode::kIndexLocked);
}

TEST(IndexWriterTest, RefusesAForeignFolder) {
  const TempDir folder;
  folder.write("thesis.tex", "x");
  const Result<IndexWriter> writer = IndexWriter::open(folder.path().string());
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code(), ErrorCode::kInvalidArgument);
}

TEST(IndexWriterTest, MergesEntriesOfOnePaper) {
  const TempDir folder;
  IndexWriter writer = require(IndexWriter::open(folder / "index"));
  Paper digest = make_paper("2504.00001", "Title");
  digest.date = "2025-04-23";
  digest.votes = 5;
  Paper feed = digest;
  feed.votes = 9;
  digest.sections = {{"What's New", "새"}};
  feed.sections = {{"Abstract", "we"}};
  require(writer.add(feed));
  require(writer.add(digest));
  EXPECT_EQ(writer.size(), 1U);
  EXPECT_EQ(require(writer.commit()).papers, 1U);
  const Paper paper = require(require(Searcher::open(folder / "index")).find("2504.00001"));
  EXPECT_EQ(paper.votes, 9);
  ASSERT_EQ(paper.sections.size(), 2U);
  EXPECT_EQ(paper.sections[1].name, "Abstract");
}

// Files have no order: the same entries give the same documents under the same numbers.
TEST(IndexWriterTest, OrderOfTheEntriesDoesNotMatter) {
  std::vector<Paper> entries;
  for (int i = 0; i < 6; ++i) {
    Paper digest =
        make_paper("2504.0000" + std::to_string(i), "Digest title " + std::to_string(i));
    digest.date = "2025-04-2" + std::to_string(i % 3);
    digest.votes = i;
    digest.authors = {"One"};
    digest.sections = {{"What's New", "강화학습이다"}};
    Paper feed = digest;
    feed.date = "2025-04-2" + std::to_string(i % 3 + 1);
    feed.title = "Feed title " + std::to_string(i);
    feed.authors = {"One", "Two"};
    feed.votes = 10 - i;
    feed.sections = {{"Abstract", "we learn"}};
    entries.push_back(digest);
    entries.push_back(feed);
  }
  std::mt19937 random(4);
  std::string first;
  for (int round = 0; round < 5; ++round) {
    const TempDir folder;
    write_index(folder / "index", entries);
    if (round == 0) first = dump(folder / "index");
    ASSERT_EQ(dump(folder / "index"), first);
    std::shuffle(entries.begin(), entries.end(), random);
  }
}

// A paper stands in both sources on one day, with the title spelled in two ways.
TEST(IndexWriterTest, OrderOfEntriesOfOneDayDoesNotMatter) {
  Paper digest = make_paper("2504.00001", "TTRL: test-time RL", "새 방법");
  digest.date = "2025-04-23";
  digest.authors = {"Y. Zuo", "K. Zhang"};
  Paper feed = make_paper("2504.00001", "TTRL: Test-Time RL", "another text");
  feed.date = "2025-04-23";
  feed.authors = {"Yuxin Zuo", "Kaiyan Zhang"};
  Paper undated = make_paper("2504.00001", "TTRL", "a third");
  std::vector<Paper> entries = {digest, feed, undated};
  const auto before = [](const Paper& a, const Paper& b) { return a.title < b.title; };
  std::sort(entries.begin(), entries.end(), before);
  std::string first;
  do {
    const TempDir folder;
    write_index(folder / "index", entries);
    if (first.empty()) first = dump(folder / "index");
    EXPECT_EQ(dump(folder / "index"), first);
  } while (std::next_permutation(entries.begin(), entries.end(), before));
}

TEST(IndexWriterTest, TellsItsProgress) {
  const TempDir folder;
  IndexWriter writer = require(IndexWriter::open(folder / "index"));
  for (int i = 0; i < 300; ++i)
    require(writer.add(make_paper("2504.1" + std::to_string(1000 + i), "T")));
  std::vector<std::size_t> seen;
  require(writer.commit([&](std::size_t done, std::size_t all) {
    EXPECT_EQ(all, 300U);
    seen.push_back(done);
    return true;
  }));
  ASSERT_FALSE(seen.empty());
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(seen.back(), 300U);
}

// An index of another schema is written anew though its papers are the same.
TEST(IndexWriterTest, RewritesAnIndexOfAnotherVersion) {
  for (const std::string_view key : {kSchemaKey, kAnalyzerKey}) {
    const TempDir folder;
    const std::string index = folder / "index";
    write_index(index, {make_paper("2504.00001", "One")});
    Xapian::WritableDatabase(generation(index)).set_metadata(std::string(key), "0");
    EXPECT_FALSE(Searcher::open(index));
    EXPECT_EQ(text(write_index(index, {make_paper("2504.00001", "One")})),
              "1 papers, 0 added, 0 updated, 1 unchanged, 0 removed");
    EXPECT_TRUE(Searcher::open(index));
  }
}

TEST(IndexWriterTest, ReplacesADamagedIndex) {
  const TempDir folder;
  const std::string index = folder / "index";
  write_index(index, {make_paper("2504.00001", "One")});
  for (const auto& entry : fs::directory_iterator(generation(index)))
    fs::resize_file(entry.path(), 10);
  EXPECT_FALSE(Searcher::open(index));
  write_index(index, {make_paper("2504.00001", "One")});
  EXPECT_TRUE(Searcher::open(index));
}

// A paper that can no longer be read is written anew, or goes with the next commit.
TEST(IndexWriterTest, RepairsADamagedRecord) {
  const Paper one = make_paper("2504.00001", "One");
  const Paper two = make_paper("2504.00002", "Two");
  for (const std::vector<Paper>& papers :
       {std::vector<Paper>{one, two}, std::vector<Paper>{one}}) {
    const TempDir folder;
    const std::string index = folder / "index";
    write_index(index, {one, two});
    {
      Xapian::WritableDatabase database(generation(index));
      Xapian::Document document = database.get_document(2);
      set_packed_record(document, "x" + packed_record(document));
      database.replace_document(2, document);
    }
    write_index(index, papers);
    Searcher searcher = require(Searcher::open(index));
    EXPECT_EQ(require(searcher.statistics()).papers, papers.size());
    for (const Paper& paper : papers)
      EXPECT_EQ(require(searcher.find(paper.id)).title, paper.title);
  }
}

}  // namespace
}  // namespace papersearch
