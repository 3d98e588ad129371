// SPDX-License-Identifier: GPL-2.0-or-later
// Writing an index through the C interface.
#include <vector>

#include "c_index.h"

namespace papersearch::testing {
namespace {

PaperHandle paper(const char* id, const char* title) {
  PaperHandle out = made<PaperHandle>(papersearch_paper_new);
  EXPECT_EQ(papersearch_paper_set_id(out.get(), id), PAPERSEARCH_OK);
  EXPECT_EQ(papersearch_paper_set_title(out.get(), title), PAPERSEARCH_OK);
  return out;
}

// An index of its own, for each test.
class WriterCTest : public ::testing::Test {
 protected:
  WriterHandle open(unsigned flags = 0) {
    return made<WriterHandle>(papersearch_writer_open, path_.c_str(), flags);
  }
  void add(papersearch_writer* writer, const char* id, const char* title) {
    EXPECT_EQ(papersearch_writer_add(writer, paper(id, title).get()), PAPERSEARCH_OK)
        << papersearch_error_message();
  }
  ReportHandle commit(papersearch_writer* writer) {
    papersearch_report* report = nullptr;
    EXPECT_EQ(papersearch_writer_commit(writer, nullptr, nullptr, &report), PAPERSEARCH_OK)
        << papersearch_error_message();
    return ReportHandle(report);
  }
  // Writes an index of these papers.
  void write(const std::vector<const char*>& ids) {
    const WriterHandle writer = open();
    for (const char* id : ids) add(writer.get(), id, "A Title");
    commit(writer.get());
  }
  SearcherHandle searcher() {
    return made<SearcherHandle>(papersearch_searcher_open, path_.c_str());
  }

  const TempDir dir_;
  const std::string path_ = dir_ / "index";
};

TEST_F(WriterCTest, PaperComesBackAsItWasGiven) {
  const PaperHandle given = paper("2504.00001", "보상 모델");
  EXPECT_EQ(papersearch_paper_votes(given.get()), PAPERSEARCH_VOTES_UNKNOWN);
  papersearch_paper_set_date(given.get(), "2025-04-10");
  papersearch_paper_set_votes(given.get(), 57);
  papersearch_paper_add_author(given.get(), "Mina Kang");
  papersearch_paper_add_author(given.get(), "Jo Baker");
  papersearch_paper_add_section(given.get(), "What's New", "새롭습니다.");
  papersearch_paper_add_section(given.get(), "", "Unnamed.");
  const WriterHandle writer = open();
  EXPECT_EQ(papersearch_writer_add(writer.get(), given.get()), PAPERSEARCH_OK);
  EXPECT_EQ(papersearch_writer_size(writer.get()), 1U);
  commit(writer.get());

  const SearcherHandle reader = searcher();
  const PaperHandle found =
      made<PaperHandle>(papersearch_searcher_find, reader.get(), "2504.00001");
  EXPECT_STREQ(papersearch_paper_title(found.get()), "보상 모델");
  EXPECT_STREQ(papersearch_paper_date(found.get()), "2025-04-10");
  EXPECT_EQ(papersearch_paper_votes(found.get()), 57);
  EXPECT_EQ(papersearch_paper_author_count(found.get()), 2U);
  EXPECT_STREQ(papersearch_paper_author(found.get(), 1), "Jo Baker");
  ASSERT_EQ(papersearch_paper_section_count(found.get()), 2U);
  EXPECT_STREQ(papersearch_paper_section_name(found.get(), 0), "What's New");
  EXPECT_STREQ(papersearch_paper_section_text(found.get(), 1), "Unnamed.");
}

// A record of one's own has its own id, and the address it says or none.
TEST_F(WriterCTest, RecordOfOnesOwnHasItsIdAndAddress) {
  const WriterHandle writer = open();
  const PaperHandle given = paper("lab:note/7", "A Note");
  EXPECT_EQ(papersearch_paper_set_url(given.get(), "https://example.org/7"),
            PAPERSEARCH_OK);
  EXPECT_EQ(papersearch_writer_add(writer.get(), given.get()), PAPERSEARCH_OK);
  add(writer.get(), "lab:note/8", "Another Note");
  commit(writer.get());

  const SearcherHandle reader = searcher();
  const auto found =
      made<PaperHandle>(papersearch_searcher_find, reader.get(), "lab:note/7");
  const auto url = made<TextHandle>(papersearch_paper_url, found.get());
  EXPECT_STREQ(url.get(), "https://example.org/7");
  const auto other =
      made<PaperHandle>(papersearch_searcher_find, reader.get(), "lab:note/8");
  const auto none = made<TextHandle>(papersearch_paper_url, other.get());
  EXPECT_STREQ(none.get(), "");
}

// A bad entry costs only itself, and the message says what is wrong.
TEST_F(WriterCTest, RefusesWhatIsNoPaper) {
  const WriterHandle writer = open();
  const PaperHandle bad_text = paper("2504.00001", "A\xff");
  EXPECT_EQ(papersearch_writer_add(writer.get(), bad_text.get()),
            PAPERSEARCH_INVALID_ARGUMENT);
  EXPECT_NE(std::string(papersearch_error_message()).find("UTF-8"), std::string::npos);
  const PaperHandle bad_votes = paper("2504.00001", "A");
  papersearch_paper_set_votes(bad_votes.get(), -2);
  EXPECT_EQ(papersearch_writer_add(writer.get(), bad_votes.get()),
            PAPERSEARCH_INVALID_ARGUMENT);
  EXPECT_EQ(papersearch_writer_size(writer.get()), 0U);
  add(writer.get(), "2504.00002", "Good");
  EXPECT_EQ(papersearch_writer_size(writer.get()), 1U);
}

TEST_F(WriterCTest, MergesTwoEntriesOfAPaper) {
  const PaperHandle one = paper("2504.00001", "First");
  papersearch_paper_set_votes(one.get(), 5);
  const PaperHandle other = paper("2504.00001", "First");
  papersearch_paper_set_votes(other.get(), 9);
  EXPECT_EQ(papersearch_paper_merge(one.get(), other.get()), PAPERSEARCH_OK);
  EXPECT_EQ(papersearch_paper_votes(one.get()), 9);
  papersearch_paper_set_votes(one.get(), PAPERSEARCH_VOTES_UNKNOWN);
  EXPECT_EQ(papersearch_paper_votes(one.get()), PAPERSEARCH_VOTES_UNKNOWN);
}

TEST_F(WriterCTest, ReportsWhatACommitChanged) {
  write({"2504.00001", "2504.00002", "2504.00003"});
  const WriterHandle writer = open();
  add(writer.get(), "2504.00001", "A Title");
  add(writer.get(), "2504.00002", "Another Title");
  add(writer.get(), "2504.00004", "A Title");
  const auto preview = made<ReportHandle>(papersearch_writer_preview, writer.get());
  const ReportHandle report = commit(writer.get());
  for (const papersearch_report* r : {preview.get(), report.get()}) {
    EXPECT_EQ(papersearch_report_papers(r), 3U);
    EXPECT_EQ(papersearch_report_added(r), 1U);
    EXPECT_EQ(papersearch_report_updated(r), 1U);
    EXPECT_EQ(papersearch_report_unchanged(r), 1U);
    EXPECT_EQ(papersearch_report_removed(r), 1U);
    EXPECT_EQ(papersearch_report_change(r), PAPERSEARCH_CHANGE_NEW_GENERATION);
  }
}

TEST_F(WriterCTest, WritesNothingWhereNothingChangedUnlessToRebuild) {
  write({"2504.00001"});
  {
    const WriterHandle writer = open();
    add(writer.get(), "2504.00001", "A Title");
    EXPECT_EQ(papersearch_report_change(commit(writer.get()).get()),
              PAPERSEARCH_CHANGE_NOTHING);
  }
  const WriterHandle writer = open(PAPERSEARCH_WRITER_REBUILD);
  add(writer.get(), "2504.00001", "A Title");
  EXPECT_EQ(papersearch_report_change(commit(writer.get()).get()),
            PAPERSEARCH_CHANGE_NEW_GENERATION);
}

TEST_F(WriterCTest, DryRunMakesNothing) {
  const WriterHandle writer =
      open(PAPERSEARCH_WRITER_DRY_RUN | PAPERSEARCH_WRITER_NO_LATENT);
  add(writer.get(), "2504.00001", "A Title");
  EXPECT_EQ(papersearch_report_added(commit(writer.get()).get()), 1U);
  papersearch_searcher* none = nullptr;
  EXPECT_EQ(papersearch_searcher_open(path_.c_str(), &none), PAPERSEARCH_INDEX_MISSING);
}

TEST_F(WriterCTest, KeepsASourceThatHasNotChanged) {
  char hash[PAPERSEARCH_HASH_SIZE];
  ASSERT_EQ(papersearch_content_hash("abc", 3, hash), PAPERSEARCH_OK);
  EXPECT_EQ(std::string(hash).size(), 32U);
  {
    const WriterHandle writer = open();
    EXPECT_EQ(papersearch_writer_find_source(writer.get(), "a.json"), nullptr);
    EXPECT_EQ(papersearch_writer_begin_source(writer.get(), "a.json"), PAPERSEARCH_OK);
    add(writer.get(), "2504.00001", "A Title");
    SourceHandle notes = made<SourceHandle>(papersearch_source_new, hash, size_t{2});
    EXPECT_EQ(papersearch_source_add_complaint(notes.get(), 7, "no title"), PAPERSEARCH_OK);
    EXPECT_EQ(papersearch_writer_end_source(writer.get(), notes.get()), PAPERSEARCH_OK);
    commit(writer.get());
  }
  const WriterHandle writer = open();
  const papersearch_source* known = papersearch_writer_find_source(writer.get(), "a.json");
  ASSERT_NE(known, nullptr);
  EXPECT_STREQ(papersearch_source_fingerprint(known), hash);
  EXPECT_EQ(papersearch_source_entries(known), 2U);
  ASSERT_EQ(papersearch_source_complaint_count(known), 1U);
  EXPECT_EQ(papersearch_source_complaint_line(known, 0), 7U);
  EXPECT_STREQ(papersearch_source_complaint_reason(known, 0), "no title");
  const auto names = made<TextsHandle>(papersearch_writer_source_names, writer.get());
  ASSERT_EQ(papersearch_texts_count(names.get()), 1U);
  EXPECT_STREQ(papersearch_texts_at(names.get(), 0), "a.json");

  int kept = 9;
  EXPECT_EQ(papersearch_writer_keep_source(writer.get(), "b.json", &kept), PAPERSEARCH_OK);
  EXPECT_EQ(kept, 0);
  EXPECT_EQ(papersearch_writer_keep_source(writer.get(), "a.json", &kept), PAPERSEARCH_OK);
  EXPECT_EQ(kept, 1);
  EXPECT_EQ(papersearch_report_papers(commit(writer.get()).get()), 1U);
}

int end_at_once(size_t, size_t all, void* data) {
  *static_cast<size_t*>(data) = all;
  return 1;
}

TEST_F(WriterCTest, ProgressCanEndACommitWhichThenChangesNothing) {
  write({"2504.00001"});
  const WriterHandle writer = open();
  add(writer.get(), "2504.00002", "A Title");
  size_t all = 0;
  papersearch_report* report = nullptr;
  EXPECT_EQ(papersearch_writer_commit(writer.get(), end_at_once, &all, &report),
            PAPERSEARCH_CANCELLED);
  EXPECT_EQ(report, nullptr);
  EXPECT_EQ(all, 1U);
  papersearch_paper* found = nullptr;
  EXPECT_EQ(papersearch_searcher_find(searcher().get(), "2504.00001", &found),
            PAPERSEARCH_OK);
  papersearch_paper_free(found);
}

TEST_F(WriterCTest, ReaderRefreshesToTheNewState) {
  write({"2504.00001"});
  const SearcherHandle reader = searcher();
  int changed = 9;
  EXPECT_EQ(papersearch_searcher_refresh(reader.get(), &changed), PAPERSEARCH_OK);
  EXPECT_EQ(changed, 0);
  write({"2504.00001", "2504.00002"});
  EXPECT_EQ(papersearch_searcher_refresh(reader.get(), &changed), PAPERSEARCH_OK);
  EXPECT_EQ(changed, 1);
  made<PaperHandle>(papersearch_searcher_find, reader.get(), "2504.00002");
}

TEST_F(WriterCTest, RefusesAFolderThatHoldsSomethingElse) {
  dir_.write("index/letter.txt", "mine");
  papersearch_writer* writer = nullptr;
  EXPECT_EQ(papersearch_writer_open(path_.c_str(), 0, &writer),
            PAPERSEARCH_INVALID_ARGUMENT);
}

}  // namespace
}  // namespace papersearch::testing
