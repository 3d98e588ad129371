// SPDX-License-Identifier: GPL-2.0-or-later
#include "database_build.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include "packed_record.h"
#include "support/temp_dir.h"

namespace papersearch {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Ge;
using ::testing::Le;

// Papers numbered from 0, as their titles say.
PapersToBuild numbered_papers(std::size_t count) {
  return {count,
          [](std::size_t begin, std::size_t end) {
            std::vector<Paper> out;
            for (; begin < end; ++begin) {
              out.emplace_back();
              out.back().id = out.back().title = std::to_string(begin);
            }
            return out;
          },
          [](std::size_t) { return std::size_t{1}; }};
}

bool always() { return true; }

// A sample of a hundredth tells.
auto Near(std::size_t paper) { return AllOf(Ge(paper - 60), Le(paper + 60)); }

class DatabaseSizesTest : public ::testing::TestWithParam<std::size_t> {};

TEST_P(DatabaseSizesTest, DatabasesHoldThePapersInTheirOrder) {
  const testing::TempDir folder;
  PapersToBuild papers = numbered_papers(GetParam());
  papers.in_a_database = 250;
  const auto parts = build_databases((folder.path() / "part").string(),
                                     DocumentLayout::kWhole, papers, always);
  ASSERT_TRUE(parts);
  EXPECT_LT(parts->size(), 100U);
  std::size_t next = 0;
  for (const std::string& part : *parts) {
    const Xapian::Database database(part);
    for (Xapian::docid did = 1; did <= database.get_doccount(); ++did, ++next) {
      const std::optional<Paper> paper =
          RecordReader().find_paper(database.get_document(did));
      ASSERT_TRUE(paper);
      ASSERT_EQ(paper->title, std::to_string(next));
    }
  }
  EXPECT_EQ(next, GetParam());
}

// None, one database, several, and some that were merged of 32 beside others.
INSTANTIATE_TEST_SUITE_P(Sizes, DatabaseSizesTest,
                         ::testing::Values(0, 1, 250, 251, 1'001, 8'251));

TEST(FirstPapersTest, AFewDatabasesGetAsMuchTextEach) {
  PapersToBuild papers = numbered_papers(5'000);
  EXPECT_THAT(first_papers(numbered_papers(2'000), 1), ElementsAre(0, 2'000));
  EXPECT_THAT(first_papers(papers, 2), ElementsAre(0, Near(2'500), 5'000));
  papers.bytes = [](std::size_t i) { return i < 1'000 ? 7'500U : 500U; };
  EXPECT_THAT(first_papers(papers, 2), ElementsAre(0, Near(750), 5'000));
  EXPECT_THAT(first_papers(papers, 3), ElementsAre(0, Near(500), Near(1'000), 5'000));
}

TEST(FirstPapersTest, ManyDatabasesGetAsManyPapers) {
  const PapersToBuild papers = numbered_papers(7'000);
  EXPECT_THAT(first_papers(papers, 2), ElementsAre(0, 3'000, 6'000, 7'000));
  EXPECT_THAT(first_papers(numbered_papers(0), 2), ElementsAre(0));
  EXPECT_THAT(first_papers(numbered_papers(1), 2), ElementsAre(0, 1));
}

TEST(DatabaseBuildTest, EndsWhenItIsToStop) {
  const testing::TempDir folder;
  int asked = 0;
  const auto parts =
      build_databases((folder.path() / "part").string(), DocumentLayout::kWhole,
                      numbered_papers(1'000), [&] { return ++asked < 3; });
  EXPECT_FALSE(parts);
}

TEST(DatabaseBuildTest, WhatAThreadThrowsIsThrown) {
  const testing::TempDir folder;
  EXPECT_THROW(build_databases((folder.path() / "no such folder/part").string(),
                               DocumentLayout::kWhole, numbered_papers(2'000), always),
               Xapian::DatabaseError);
}

}  // namespace
}  // namespace papersearch
