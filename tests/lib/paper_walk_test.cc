// SPDX-License-Identifier: GPL-2.0-or-later
// Searcher::for_each_paper(): all papers once and in order, whatever is written meanwhile.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "small_index.h"

namespace papersearch {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_paper;
using testing::require;
using testing::TempDir;
using testing::write_index;

Paper dated(const std::string& id, const std::string& date, std::int64_t votes = 1) {
  Paper paper = make_paper(id, "Paper " + id, "text");
  paper.date = date;
  paper.votes = votes;
  paper.authors = {votes > 1 ? "Mina Kang" : "Jo Baker"};
  return paper;
}

std::vector<std::string> ids(Searcher& searcher, const SearchOptions& options = {}) {
  std::vector<std::string> out;
  require(searcher.for_each_paper(options, [&](const Paper& paper) {
    out.push_back(paper.id);
    return true;
  }));
  return out;
}

class PaperWalkTest : public ::testing::Test {
 protected:
  void SetUp() override {
    write_index(path_,
                {dated("2504.00003", "2025-04-02"), dated("2504.00001", "2025-04-02", 9),
                 dated("2504.00002", "2025-03-01", 5), dated("2504.00004", "")});
  }

  TempDir folder_;
  std::string path_ = folder_ / "index";
};

TEST_F(PaperWalkTest, GivesWholePapersByDateAndId) {
  Searcher searcher = require(Searcher::open(path_));
  EXPECT_THAT(ids(searcher),
              ElementsAre("2504.00004", "2504.00002", "2504.00001", "2504.00003"));
  require(searcher.for_each_paper({}, [](const Paper& paper) {
    EXPECT_EQ(paper.sections.size(), 1U);
    return true;
  }));
}

TEST_F(PaperWalkTest, GivesThoseThatPassTheFilters) {
  Searcher searcher = require(Searcher::open(path_));
  SearchOptions options;
  options.since = "2025-03";
  EXPECT_THAT(ids(searcher, options),
              ElementsAre("2504.00002", "2504.00001", "2504.00003"));
  options.min_votes = 2;
  EXPECT_THAT(ids(searcher, options), ElementsAre("2504.00002", "2504.00001"));
  options.until = "2025-03";
  EXPECT_THAT(ids(searcher, options), ElementsAre("2504.00002"));
  options.authors = {"Baker"};
  EXPECT_THAT(ids(searcher, options), IsEmpty());
  options.since = "2026";
  EXPECT_EQ(
      searcher.for_each_paper(options, [](const Paper&) { return true; }).error().code(),
      ErrorCode::kInvalidArgument);
}

TEST_F(PaperWalkTest, StopsWhereItIsTold) {
  Searcher searcher = require(Searcher::open(path_));
  int papers = 0;
  require(searcher.for_each_paper({}, [&](const Paper&) { return ++papers < 2; }));
  EXPECT_EQ(papers, 2);
}

TEST_F(PaperWalkTest, ThePapersMayBeAskedAboutOnTheWay) {
  Searcher searcher = require(Searcher::open(path_));
  std::size_t found = 0;
  require(searcher.for_each_paper({}, [&](const Paper& paper) {
    require(searcher.refresh());
    found += require(searcher.search("id:" + paper.id)).total;
    return true;
  }));
  EXPECT_EQ(found, 4U);
}

// The papers 1 to `count`, without the multiples of `without`, with `votes`.
void commit(const std::string& path, int count, int without, int votes, bool rebuild) {
  IndexWriterOptions options;
  options.rebuild = rebuild;
  IndexWriter writer = require(IndexWriter::open(path, options));
  for (int i = 1; i <= count; ++i) {
    if (i % without == 0) continue;
    const std::string number = std::to_string(100'000 + i).substr(1);
    require(writer.add(dated("2504." + number, i % 2 == 0 ? "2025-04-01" : "2025-04-02",
                             i % 10 == 0 ? votes : 1)));
  }
  require(writer.commit());
}

// Papers come and go before and behind the place that was reached, so that those between
// have other numbers.
TEST(PaperWalkUnderWriterTest, GivesWhatStaysOnceAndInOrder) {
  for (const bool rebuild : {false, true}) {
    const TempDir folder;
    const std::string path = folder / "index";
    commit(path, 200, 7, 1, false);
    Searcher searcher = require(Searcher::open(path));
    std::vector<std::pair<std::string, std::string>> given;
    require(searcher.for_each_paper({}, [&](const Paper& paper) {
      given.emplace_back(paper.date, paper.id);
      const int n = static_cast<int>(given.size());
      // Two at once overwrite what the reader reads.
      if (n % 40 == 0) {
        commit(path, 200, n % 80 == 0 ? 7 : 5, n, rebuild);
        commit(path, 200, n % 80 == 0 ? 5 : 7, n + 1, rebuild);
      }
      return true;
    }));
    EXPECT_TRUE(std::is_sorted(given.begin(), given.end()));
    EXPECT_EQ(std::adjacent_find(given.begin(), given.end()), given.end());
    std::size_t staying = 0;
    for (int i = 1; i <= 200; ++i) {
      if (i % 7 == 0 || i % 5 == 0) continue;
      ++staying;
      const std::string id = "2504." + std::to_string(100'000 + i).substr(1);
      EXPECT_EQ(std::count_if(given.begin(), given.end(),
                              [&](const auto& paper) { return paper.second == id; }),
                1)
          << id;
    }
    EXPECT_GE(given.size(), staying);
  }
}

}  // namespace
}  // namespace papersearch
