// SPDX-License-Identifier: GPL-2.0-or-later
// A Searcher that stays open goes on answering while the index changes under it.
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "small_index.h"

namespace papersearch {
namespace {

using testing::make_paper;
using testing::require;
using testing::TempDir;

constexpr int kPapers = 60;

std::string id_of(int i) { return "2504." + std::to_string(100000 + i).substr(1); }

// The state `n` of the index: each has other votes for all papers of its number, so that
// one in ten papers changes from state to state.
void commit_state(const std::string& path, int n, bool rebuild = false) {
  IndexWriterOptions options;
  options.rebuild = rebuild;
  IndexWriter writer = require(IndexWriter::open(path, options));
  for (int i = 1; i <= kPapers; ++i) {
    Paper paper = make_paper(id_of(i), "Paper " + std::to_string(i),
                             "강화 학습(Reinforcement Learning; RL) text");
    paper.votes = i % 10 == 0 ? n : 1;
    require(writer.add(paper));
  }
  const IndexReport report = require(writer.commit());
  ASSERT_EQ(report.papers, static_cast<std::size_t>(kPapers));
  if (n > 0) {
    ASSERT_EQ(report.change, rebuild ? IndexChange::kNewGeneration : IndexChange::kUpdate);
  }
}

// Asks everything that a Searcher can be asked. The votes in one answer are those of one
// state.
void ask(Searcher& searcher, std::set<std::int64_t>* votes_seen = nullptr) {
  SearchOptions options;
  options.limit = kPapers;
  const SearchResult hits = require(searcher.search("reinforcement learning", options));
  EXPECT_EQ(hits.total, static_cast<std::size_t>(kPapers));
  std::set<std::int64_t> votes;
  for (const Hit& hit : hits.hits) {
    if (std::stoi(hit.paper.id.substr(5)) % 10 == 0) votes.insert(*hit.paper.votes);
  }
  EXPECT_EQ(votes.size(), 1U);
  if (votes_seen != nullptr) votes_seen->insert(votes.begin(), votes.end());
  EXPECT_EQ(require(searcher.find(id_of(7))).title, "Paper 7");
  EXPECT_FALSE(require(searcher.suggest("pap")).empty());
  EXPECT_EQ(require(searcher.statistics()).papers, static_cast<std::size_t>(kPapers));
  require(searcher.similar(id_of(20)));
  require(searcher.glossary("RL"));
}

TEST(OpenReaderTest, AnswersAcrossUpdates) {
  const TempDir folder;
  const std::string path = folder / "index";
  commit_state(path, 0);
  Searcher searcher = require(Searcher::open(path));
  ask(searcher);
  for (int n = 1; n <= 12; ++n) {
    commit_state(path, n);
    // Not after each: a reader may sleep through several.
    if (n % 3 != 0) ask(searcher);
  }
  EXPECT_TRUE(require(searcher.refresh()));
  std::set<std::int64_t> votes;
  ask(searcher, &votes);
  EXPECT_EQ(votes, std::set<std::int64_t>{12});
  EXPECT_FALSE(require(searcher.refresh()));
}

TEST(OpenReaderTest, AnswersAcrossGenerations) {
  const TempDir folder;
  const std::string path = folder / "index";
  commit_state(path, 0);
  Searcher searcher = require(Searcher::open(path));
  for (int n = 1; n <= 12; ++n) {
    commit_state(path, n, n % 2 == 0);
    ask(searcher);
    if (n % 4 == 0) {
      EXPECT_TRUE(require(searcher.refresh()));
      std::set<std::int64_t> votes;
      ask(searcher, &votes);
      EXPECT_EQ(votes, std::set<std::int64_t>{n});
    }
  }
}

TEST(OpenReaderTest, AnswersWhileAWriterCommits) {
  const TempDir folder;
  const std::string path = folder / "index";
  commit_state(path, 0);
  std::atomic<bool> is_done = false;
  std::vector<std::thread> readers;
  std::vector<std::set<std::int64_t>> votes(3);
  for (std::set<std::int64_t>& seen : votes) {
    readers.emplace_back([&] {
      Searcher searcher = require(Searcher::open(path));
      int asked = 0;
      do {
        try {
          ask(searcher, &seen);
          if (++asked % 5 == 0) require(searcher.refresh());
        } catch (const std::exception& error) {
          ADD_FAILURE() << error.what();
          return;
        }
      } while (!is_done);
    });
  }
  for (int n = 1; n <= 30; ++n) commit_state(path, n, n % 7 == 0);
  is_done = true;
  for (std::thread& reader : readers) reader.join();
  for (const std::set<std::int64_t>& seen : votes) EXPECT_GT(seen.size(), 1U);
}

}  // namespace
}  // namespace papersearch
