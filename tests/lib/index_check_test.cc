// SPDX-License-Identifier: GPL-2.0-or-later
// check_index() over sound indexes, and over ones where something is wrong.
#include "papersearch/index_check.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <ostream>

#include "index_directory.h"
#include "index_files.h"
#include "latent_corpus.h"
#include "packed_record.h"
#include "row_name.h"
#include "sample_papers.h"
#include "schema.h"
#include "small_index.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using testing::contents_of;
using testing::generation;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::require;
using testing::TempDir;
using testing::write_index;

TEST(IndexCheckTest, SoundIndexesAreSound) {
  for (const std::vector<Paper>& papers :
       {std::vector<Paper>(), testing::sample_papers(), testing::two_language_archive()}) {
    const TempDir folder;
    write_index(folder / "index", papers);
    const IndexCheck check = require(check_index(folder / "index"));
    EXPECT_THAT(check.problems, IsEmpty());
    EXPECT_TRUE(check.is_sound());
    EXPECT_EQ(check.papers, papers.size());
    EXPECT_EQ(check.generation, "generation.1");
  }
}

TEST(IndexCheckTest, LeavesTheFolderAsItWas) {
  const TempDir folder;
  const std::string index = folder / "index";
  write_index(index, testing::sample_papers());
  const auto before = contents_of(index);
  require(check_index(index));
  EXPECT_EQ(contents_of(index), before);
}

TEST(IndexCheckTest, WhereThereIsNoIndexThereIsNothingToCheck) {
  const TempDir folder;
  fs::create_directory(folder / "empty");
  Xapian::WritableDatabase(folder / "foreign", Xapian::DB_CREATE).commit();
  for (const char* name : {"none", "empty", "foreign"}) {
    const Result<IndexCheck> check = check_index(folder / name);
    ASSERT_FALSE(check) << name;
    EXPECT_EQ(check.error().code(), ErrorCode::kIndexMissing) << name;
  }
}

TEST(IndexCheckTest, AnotherVersionIsNoDamage) {
  const TempDir folder;
  write_index(folder / "index", testing::sample_papers());
  Xapian::WritableDatabase(generation(folder / "index"))
      .set_metadata(std::string(kSchemaKey), std::to_string(kSchemaVersion + 1));
  EXPECT_EQ(check_index(folder / "index").error().code(), ErrorCode::kIndexVersion);
}

TEST(IndexCheckTest, ListsAHundredProblemsAndCountsTheRest) {
  const TempDir folder;
  std::vector<Paper> papers;
  for (int i = 0; i < 150; ++i)
    papers.push_back(testing::make_paper("2504.1" + std::to_string(1000 + i), "Words"));
  write_index(folder / "index", papers);
  Xapian::WritableDatabase database(generation(folder / "index"));
  for (Xapian::docid did = 1; did <= 150; ++did) {
    Xapian::Document document = database.get_document(did);
    set_packed_record(document, "damaged");
    database.replace_document(did, document);
  }
  database.commit();
  const IndexCheck check = require(check_index(folder / "index"));
  EXPECT_EQ(check.problems.size(), 100U);
  EXPECT_GE(check.problem_count, 150U);
}

TEST(IndexCheckTest, ADamagedRecordIsOneProblem) {
  const TempDir folder;
  write_index(folder / "index", testing::sample_papers());
  Xapian::WritableDatabase database(generation(folder / "index"));
  Xapian::Document document = database.get_document(1);
  set_packed_record(document, "damaged");
  database.replace_document(1, document);
  database.commit();
  EXPECT_THAT(require(check_index(folder / "index")).problems,
              ::testing::ElementsAre("cs/0112017: its record is damaged"));
}

struct Damage {
  const char* name;
  // To a good index of the sample papers, of which 2504.00001 is in `document`.
  std::function<void(Xapian::WritableDatabase& database, Xapian::Document& document)> make;
  const char* problem;
};
void PrintTo(const Damage& damage, std::ostream* out) { *out << damage.name; }

class DamagedIndexTest : public ::testing::TestWithParam<Damage> {};

// Written by Xapian itself, so that only our own invariants tell.
TEST_P(DamagedIndexTest, IsToldOf) {
  const TempDir folder;
  const std::string index = folder / "index";
  write_index(index, testing::two_language_archive());
  {
    Xapian::WritableDatabase database(generation(index));
    const Xapian::docid did = *database.postlist_begin("Q2504.10000");
    Xapian::Document document = database.get_document(did);
    GetParam().make(database, document);
    database.replace_document(did, document);
    database.commit();
  }
  const IndexCheck check = require(check_index(index));
  EXPECT_FALSE(check.is_sound());
  EXPECT_THAT(check.problems, Contains(HasSubstr(GetParam().problem)));
}

using Database = Xapian::WritableDatabase;
using Document = Xapian::Document;

INSTANTIATE_TEST_SUITE_P(
    All, DamagedIndexTest,
    ::testing::Values(
        Damage{"Record",
               [](Database&, Document& d) { set_packed_record(d, "no record at all"); },
               "2504.10000: its record is damaged"},
        Damage{"RecordOfAnotherPaper",
               [](Database& database, Document& d) {
                 const auto other = database.postlist_begin("Q2504.10001");
                 set_packed_record(d, packed_record(database.get_document(*other)));
               },
               "2504.10001: term \"10000\" is not of its text, and"},
        Damage{"NoIdTerm", [](Database&, Document& d) { d.remove_term("Q2504.10000"); },
               "2504.10000: term \"Q2504.10000\" is missing"},
        Damage{"TwoIdTerms",
               [](Database&, Document& d) { d.add_boolean_term("Q2504.99999"); },
               "2504.10000: term \"Q2504.99999\" is not of its text"},
        Damage{"NotAmongAll", [](Database&, Document& d) { d.remove_term("XALL"); },
               "the index is damaged (it says that it holds more papers, or fewer)"},
        Damage{"Twice", [](Database& database, Document& d) { database.add_document(d); },
               "2504.10000 stands in the index more than once"},
        Damage{"Frequency", [](Database&, Document& d) { d.add_term("paper", 3); },
               "2504.10000: term \"paper\" has a wrong frequency"},
        Damage{"Words", [](Database&, Document& d) { d.remove_value(kWordsSlot); },
               "2504.10000: its value for words is wrong"},
        Damage{"Votes",
               [](Database&, Document& d) {
                 d.add_value(kVotesSlot, Xapian::sortable_serialise(7));
               },
               "2504.10000: its value for votes is wrong"},
        Damage{"Date", [](Database&, Document& d) { d.add_value(kDateSlot, "2025"); },
               "2504.10000: its value for date is wrong"},
        Damage{"Authors",
               [](Database&, Document& d) { d.add_value(kAuthorsSlot, "\3Ann"); },
               "2504.10000: its value for authors is wrong"},
        Damage{"Direction",
               [](Database&, Document& d) { d.add_value(kLatentSlot, "\1\2"); },
               "2504.10000: its value for direction in the latent space is wrong"},
        Damage{"OtherSlot", [](Database&, Document& d) { d.add_value(17, "x"); },
               "2504.10000: it has a value in slot 17, which is not used"},
        Damage{"SectionCount",
               [](Database& database, Document&) {
                 database.set_metadata(std::string(kSectionCountKey), "1");
               },
               "the number of sections is wrong"},
        Damage{"Glossary",
               [](Database& database, Document&) {
                 database.set_metadata(std::string(kGlossaryKeyPrefix) + "xyz", "zyx\t7\n");
               },
               "the learned glossary is not that of the papers"},
        Damage{"SurfaceForms",
               [](Database& database, Document&) {
                 database.set_metadata(std::string(kSurfaceFormKeyPrefix) + "pape", "");
               },
               "the words as written are not those of the papers"},
        Damage{"SurfaceFormBlock",
               [](Database& database, Document&) {
                 database.set_metadata(std::string(kSurfaceFormKeyPrefix) + "pape", "xyz");
               },
               "the words as written cannot be read: the words that begin with pape are "
               "damaged"},
        Damage{"Dictionary",
               [](Database& database, Document&) {
                 database.set_metadata(std::string(kDictionaryKey), "no dictionary");
               },
               "the dictionary of the records is damaged"},
        Damage{"LatentVector",
               [](Database& database, Document&) {
                 database.set_metadata(std::string(kLatentVectorKey) + "robot", "xyz");
               },
               "the latent space is damaged"},
        Damage{"LatentSpace",
               [](Database& database, Document&) {
                 database.set_metadata(std::string(kLatentKey), "");
               },
               "2504.10001: its value for direction in the latent space is wrong"}),
    testing::row_name<Damage>);

}  // namespace
}  // namespace papersearch
