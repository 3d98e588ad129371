// SPDX-License-Identifier: GPL-2.0-or-later
#include "database_build.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <future>
#include <memory>
#include <stdexcept>

#include "packed_record.h"
#include "support/temp_dir.h"
#include "workers.h"

namespace papersearch {
namespace {

// Papers numbered from 0, as their titles say.
PapersToBuild numbered_papers(std::size_t count) {
  return {count, [](std::size_t begin, std::size_t end) {
            std::vector<Paper> out;
            for (; begin < end; ++begin) {
              out.emplace_back();
              out.back().id = out.back().title = std::to_string(begin);
            }
            return out;
          }};
}

bool always() { return true; }

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

TEST(WorkersTest, DoEveryJob) {
  std::vector<int> done(100);
  Workers workers(3);
  for (int& one : done) workers.add([&one](std::size_t thread) { one += thread < 3; });
  workers.finish();
  EXPECT_EQ(done, std::vector<int>(100, 1));
}

// A build waited for ever for a job that was never begun.
TEST(WorkersTest, DropTheJobsThatWaitWhenOneFails) {
  Workers workers(1);
  std::promise<void> added;
  std::future<void> dropped;
  workers.add([until = added.get_future().share()](std::size_t) {
    until.wait();
    throw std::runtime_error("full");
  });
  {
    const auto held = std::make_shared<std::promise<void>>();
    dropped = held->get_future();
    workers.add([held](std::size_t) { held->set_value(); });
  }
  added.set_value();
  EXPECT_THROW(dropped.get(), std::future_error);
  EXPECT_THROW(workers.finish(), std::runtime_error);
}

}  // namespace
}  // namespace papersearch
