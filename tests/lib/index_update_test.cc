// SPDX-License-Identifier: GPL-2.0-or-later
// Bringing an index up to date through IndexWriter: sources, updates, refusals.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "index_files.h"
#include "packed_record.h"
#include "papersearch/index_writer.h"
#include "schema.h"
#include "small_index.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;
using testing::generation;
using testing::make_paper;
using testing::require;
using testing::TempDir;

constexpr int kDays = 12;
// Each of them of a quarter of the papers.
constexpr const char* kTopics[] = {"diffusion models", "speech recognition",
                                   "theorem proving", "robot grasping"};

IndexWriter open(const std::string& index, const IndexWriterOptions& options = {}) {
  return require(IndexWriter::open(index, options));
}

// The index of `writer`, once that has given its lock back.
IndexWriter reopened(IndexWriter writer, const std::string& index) {
  { const IndexWriter gone = std::move(writer); }
  return open(index);
}

Paper paper_of(int day, int votes = 1) {
  Paper paper = make_paper("2504.000" + std::to_string(10 + day),
                           "Day " + std::to_string(day), kTopics[day % 4]);
  paper.date = "2025-04-" + std::to_string(10 + day);
  paper.votes = votes;
  return paper;
}

std::string day(int n) { return "day" + std::to_string(n); }

void give(IndexWriter& writer, const std::string& source, const std::vector<Paper>& papers,
          SourceNotes notes = {}) {
  writer.begin_source(source);
  for (const Paper& paper : papers) require(writer.add(paper));
  writer.end_source(std::move(notes));
}

// An index of a source a day, with a paper each.
class IndexUpdateTest : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexWriter writer = open(index());
    for (int n = 1; n <= kDays; ++n)
      give(writer, day(n), {paper_of(n)}, {"fingerprint " + day(n), 1, {}});
    require(writer.commit());
  }

  std::string index() const { return folder_ / "index"; }

  // Keeps all days but one.
  void keep_others(IndexWriter& writer, int but) const {
    for (int n = 1; n <= kDays; ++n) {
      if (n == but) continue;
      EXPECT_TRUE(writer.keep_source(day(n))) << n;
    }
  }

  // The votes of a paper; -1 when there is none.
  std::int64_t votes(const Paper& paper) const {
    Searcher searcher = require(Searcher::open(index()));
    const Result<Paper> found = searcher.find(paper.id);
    return found ? found->votes.value_or(-2) : -1;
  }

  TempDir folder_;
};

TEST_F(IndexUpdateTest, RemembersSources) {
  const IndexWriter writer = open(index());
  const SourceNotes* notes = writer.find_source(day(3));
  ASSERT_NE(notes, nullptr);
  EXPECT_EQ(notes->fingerprint, "fingerprint day3");
  EXPECT_EQ(notes->entries, 1U);
  EXPECT_EQ(writer.find_source("day0"), nullptr);
  EXPECT_EQ(writer.source_names().size(), static_cast<std::size_t>(kDays));
}

TEST_F(IndexUpdateTest, ChangesOneSourceInPlace) {
  const std::string before = generation(index());
  IndexWriter writer = open(index());
  keep_others(writer, 5);
  give(writer, day(5), {paper_of(5, 9)}, {"other", 1, {}});
  const IndexReport report = require(writer.commit());
  EXPECT_EQ(report.change, IndexChange::kUpdate);
  EXPECT_EQ(report.updated, 1U);
  EXPECT_EQ(report.unchanged, kDays - 1U);
  EXPECT_EQ(generation(index()), before);
  EXPECT_EQ(votes(paper_of(5)), 9);
  const IndexWriter next = reopened(std::move(writer), index());
  EXPECT_EQ(next.find_source(day(5))->fingerprint, "other");
}

TEST_F(IndexUpdateTest, WithMuchChangedANewGenerationIsWritten) {
  const std::string before = generation(index());
  IndexWriter writer = open(index());
  for (int n = 1; n <= kDays; ++n) {
    if (n <= kDays / 2) {
      EXPECT_TRUE(writer.keep_source(day(n)));
    } else {
      give(writer, day(n), {paper_of(n, 9)});
    }
  }
  EXPECT_EQ(require(writer.commit()).change, IndexChange::kNewGeneration);
  EXPECT_NE(generation(index()), before);
  EXPECT_EQ(votes(paper_of(1)), 1);
  EXPECT_EQ(votes(paper_of(kDays)), 9);
}

TEST_F(IndexUpdateTest, WhatIsNeitherKeptNorGivenIsGone) {
  IndexWriter writer = open(index());
  keep_others(writer, 5);
  EXPECT_EQ(require(writer.commit()).removed, 1U);
  EXPECT_EQ(votes(paper_of(5)), -1);
  const IndexWriter next = reopened(std::move(writer), index());
  EXPECT_EQ(next.find_source(day(5)), nullptr);
}

// The part of one source goes, and no more.
TEST_F(IndexUpdateTest, TakesAPartOfAPaperAway) {
  Paper feed = paper_of(5, 30);
  feed.sections = {{"Abstract", "we learn"}};
  {
    IndexWriter writer = open(index());
    keep_others(writer, 0);
    give(writer, "feed", {feed});
    EXPECT_EQ(require(writer.commit()).updated, 1U);
  }
  {
    Searcher searcher = require(Searcher::open(index()));
    const Paper paper = require(searcher.find(feed.id));
    EXPECT_EQ(paper.votes, 30);
    EXPECT_EQ(paper.sections.size(), 2U);
    EXPECT_EQ(require(searcher.statistics()).sections, kDays + 1U);
  }
  IndexWriter writer = open(index());
  keep_others(writer, 0);
  EXPECT_EQ(require(writer.commit()).updated, 1U);
  Searcher searcher = require(Searcher::open(index()));
  const Paper paper = require(searcher.find(feed.id));
  EXPECT_EQ(paper.votes, 1);
  ASSERT_EQ(paper.sections.size(), 1U);
  EXPECT_EQ(paper.sections[0].text, kTopics[1]);
  EXPECT_EQ(require(searcher.statistics()).sections, static_cast<std::size_t>(kDays));
}

TEST_F(IndexUpdateTest, StatisticsCountSourcesAndComplaintsAndKnowTheDates) {
  IndexWriter writer = open(index());
  keep_others(writer, 1);
  give(writer, "bad", {}, {"x", 2, {{1, "bad"}, {2, "worse"}}});
  require(writer.commit());
  const IndexStatistics is = require(require(Searcher::open(index())).statistics());
  EXPECT_EQ(is.files, static_cast<std::size_t>(kDays));
  EXPECT_EQ(is.complaints, 2U);
  EXPECT_EQ(is.first_date, "2025-04-12");  // the first day is gone
  EXPECT_EQ(is.last_date, "2025-04-22");
}

TEST_F(IndexUpdateTest, PreviewChangesNothing) {
  IndexWriter writer = open(index());
  keep_others(writer, 5);
  EXPECT_EQ(require(writer.preview()).removed, 1U);
  EXPECT_EQ(votes(paper_of(5)), 1);
  // What is given after it still counts.
  give(writer, day(5), {paper_of(5)}, {"fingerprint day5", 1, {}});
  EXPECT_EQ(require(writer.commit()).change, IndexChange::kNothing);
}

TEST_F(IndexUpdateTest, ADryRunNeedsNoLockAndMakesNothing) {
  const IndexWriter other = open(index());
  IndexWriterOptions options;
  options.dry_run = true;
  IndexWriter writer = open(index(), options);
  keep_others(writer, 5);
  EXPECT_EQ(require(writer.commit()).removed, 1U);
  EXPECT_EQ(votes(paper_of(5)), 1);

  IndexWriter nowhere = open(folder_ / "none", options);
  require(nowhere.add(paper_of(1)));
  EXPECT_EQ(require(nowhere.commit()).added, 1U);
  EXPECT_FALSE(fs::exists(folder_ / "none"));
}

TEST_F(IndexUpdateTest, ACancelledCommitLeavesNothingBehind) {
  for (const bool rebuild : {false, true}) {
    IndexWriterOptions options;
    options.rebuild = rebuild;
    IndexWriter writer = open(index(), options);
    keep_others(writer, 5);
    give(writer, day(5), {paper_of(5, 9)});
    const auto report = writer.commit([](std::size_t, std::size_t) { return false; });
    EXPECT_EQ(report.error().code(), ErrorCode::kCancelled);
    EXPECT_EQ(votes(paper_of(5)), 1);
    EXPECT_FALSE(fs::exists(index() + "/generation.2"));
  }
}

TEST_F(IndexUpdateTest, AnIndexOfANewerVersionIsRefused) {
  for (const std::string_view key : {kSchemaKey, kAnalyzerKey}) {
    const std::string now =
        Xapian::Database(generation(index())).get_metadata(std::string(key));
    Xapian::WritableDatabase(generation(index())).set_metadata(std::string(key), "99");
    const Result<IndexWriter> writer = IndexWriter::open(index());
    ASSERT_FALSE(writer);
    EXPECT_EQ(writer.error().code(), ErrorCode::kIndexVersion);
    Xapian::WritableDatabase(generation(index())).set_metadata(std::string(key), now);
  }
  Xapian::WritableDatabase(generation(index())).set_metadata(std::string(kSchemaKey), "99");
  IndexWriterOptions options;
  options.rebuild = true;
  IndexWriter writer = open(index(), options);
  give(writer, day(1), {paper_of(1)});
  EXPECT_EQ(require(writer.commit()).papers, 1U);
  EXPECT_TRUE(Searcher::open(index()));
}

// What is damaged cannot be kept; without anything to keep it does not matter.
TEST_F(IndexUpdateTest, DamageIsFoundWhereItIsNeeded) {
  {
    Xapian::WritableDatabase database(generation(index()));
    Xapian::Document document = database.get_document(5);
    set_packed_record(document, "x" + packed_record(document));
    database.replace_document(5, document);
  }
  {
    IndexWriter writer = open(index());
    for (int n = 1; n < kDays / 2; ++n) EXPECT_TRUE(writer.keep_source(day(n)));
    const Result<IndexReport> report = writer.commit();
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code(), ErrorCode::kIndexCorrupt);
  }
  IndexWriterOptions options;
  options.rebuild = true;
  IndexWriter writer = open(index(), options);
  for (int n = 1; n <= kDays; ++n) give(writer, day(n), {paper_of(n)});
  require(writer.commit());
  EXPECT_EQ(votes(paper_of(5)), 1);
}

TEST_F(IndexUpdateTest, ADamagedSourceRecordMakesAllSourcesUnknown) {
  {
    Xapian::WritableDatabase database(generation(index()));
    const std::string key = *database.metadata_keys_begin(std::string(kSourceKeyPrefix));
    database.set_metadata(key, "x" + database.get_metadata(key));
  }
  IndexWriter writer = open(index());
  EXPECT_EQ(writer.source_names().size(), 0U);
  EXPECT_FALSE(writer.keep_source(day(2)));
  for (int n = 1; n <= kDays; ++n) give(writer, day(n), {paper_of(n)});
  const IndexReport report = require(writer.commit());
  EXPECT_EQ(report.change, IndexChange::kNewGeneration);
  EXPECT_EQ(report.unchanged, static_cast<std::size_t>(kDays));
}

// A new paper is told in the directions that the index has; without latent semantics
// there are none, and changing one's mind writes the index anew.
TEST_F(IndexUpdateTest, NewPapersAreFoldedIntoTheLatentSpace) {
  const auto directions = [&] {
    return Xapian::Database(generation(index())).get_value_freq(kLatentSlot);
  };
  ASSERT_EQ(directions(), static_cast<Xapian::doccount>(kDays));
  {
    IndexWriter writer = open(index());
    keep_others(writer, 0);
    Paper late = paper_of(kDays + 1);
    late.sections[0].text = "speech of robots";
    give(writer, "late", {late});
    EXPECT_EQ(require(writer.commit()).change, IndexChange::kUpdate);
  }
  EXPECT_EQ(directions(), kDays + 1U);
  IndexWriterOptions options;
  options.latent = false;
  IndexWriter writer = open(index(), options);
  keep_others(writer, 0);
  EXPECT_EQ(require(writer.commit()).change, IndexChange::kNewGeneration);
  EXPECT_EQ(directions(), 0U);
}

}  // namespace
}  // namespace papersearch
