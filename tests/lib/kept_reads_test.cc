// SPDX-License-Identifier: GPL-2.0-or-later
#include "kept_reads.h"

#include <gtest/gtest.h>

#include "latent_corpus.h"
#include "small_index.h"
#include "term_postings.h"

namespace papersearch {
namespace {

using testing::make_paper;
using testing::require;
using testing::TempDir;
using testing::write_index;

TEST(RecentlyUsedTest, ForgetsWhatWasNotAskedForTheLongestTime) {
  RecentlyUsed<int, std::string> kept(12);
  kept.insert(1, "one", 4);
  kept.insert(2, "two", 4);
  kept.insert(3, "three", 4);
  ASSERT_NE(kept.find(1), nullptr);
  EXPECT_EQ(*kept.find(1), "one");
  kept.insert(4, "four", 4);
  EXPECT_EQ(kept.find(2), nullptr);
  EXPECT_NE(kept.find(1), nullptr);
  EXPECT_NE(kept.find(3), nullptr);
  EXPECT_EQ(*kept.insert(5, "more than it may", 40), "more than it may");
  EXPECT_EQ(kept.find(3), nullptr);
}

TEST(RecentlyUsedTest, AnotherValueTakesThePlaceOfTheFirst) {
  RecentlyUsed<int, std::string> kept(10);
  kept.insert(0, "none", 4);
  for (int i = 0; i < 100; ++i) kept.insert(1, std::to_string(i), 4);
  EXPECT_EQ(*kept.find(1), "99");
  EXPECT_NE(kept.find(0), nullptr);
}

class KeptReadsTest : public ::testing::Test {
 protected:
  TempDir folder_;
  Xapian::Database database_{
      (write_index(folder_ / "index", testing::two_language_archive()), folder_ / "index")};
  KeptReads kept_{database_};
};

TEST_F(KeptReadsTest, ListsAreThoseOfTheIndex) {
  std::size_t terms = 0;
  for (auto it = database_.allterms_begin(); it != database_.allterms_end();
       ++it, ++terms) {
    const auto list = kept_.postings(*it);
    ASSERT_NE(list, nullptr) << *it;
    PostingCursor cursor(*list);
    for (auto at = database_.postlist_begin(*it); at != database_.postlist_end(*it); ++at) {
      ASSERT_EQ(cursor.did(), *at) << *it;
      ASSERT_EQ(cursor.wdf(), at.get_wdf()) << *it;
      cursor.advance_to(*at + 1);
    }
    ASSERT_EQ(cursor.did(), PostingCursor::kNoMore) << *it;
    ASSERT_EQ(kept_.postings(*it), list) << *it;
  }
  EXPECT_GT(terms, 100U);
}

TEST(KeptReadsListTest, ALongOneIsReadFromTheSecondTimeOn) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  document.add_term("often");
  for (int i = 0; i < 5'000; ++i) database.add_document(document);
  document.add_term("rarely");
  database.add_document(document);
  KeptReads kept(database);
  EXPECT_EQ(kept.postings("rarely")->size(), 1U);
  EXPECT_EQ(kept.postings("often"), nullptr);
  EXPECT_EQ(kept.postings("often")->size(), 5'001U);
}

TEST_F(KeptReadsTest, ATermThatIsNowhereHasAnEmptyList) {
  EXPECT_EQ(kept_.postings("nowhere")->size(), 0U);
}

TEST_F(KeptReadsTest, WordsThatBeginSoAreOneList) {
  const auto list = kept_.postings("a*");
  EXPECT_GT(list->size(), 0U);
  EXPECT_EQ(kept_.postings("a*"), list);
}

TEST_F(KeptReadsTest, LengthsAndVotesAreReadFromTheSecondTimeOn) {
  EXPECT_EQ(kept_.lengths(), nullptr);
  EXPECT_EQ(kept_.votes(), nullptr);
  ASSERT_NE(kept_.lengths(), nullptr);
  ASSERT_NE(kept_.votes(), nullptr);
  for (Xapian::docid did = 1; did <= database_.get_lastdocid(); ++did) {
    EXPECT_EQ(kept_.lengths()->length(did), database_.get_doclength(did)) << did;
  }
}

std::string shown(const Result<SearchResult>& result) {
  std::string out = std::to_string(require(result).total) + ":";
  for (const Hit& hit : result->hits) {
    out += " " + hit.paper.id + " " + std::to_string(hit.score);
    for (const Snippet& snippet : hit.snippets) out += " " + snippet.text;
  }
  return out;
}

// What is kept changes no answer, and is forgotten when the index changes.
class KeptAnswersTest : public ::testing::TestWithParam<const char*> {};

TEST_P(KeptAnswersTest, AreThoseOfANewSearcher) {
  const TempDir folder;
  const std::string index = folder / "index";
  std::vector<Paper> papers = testing::two_language_archive();
  write_index(index, papers);
  Searcher staying = require(Searcher::open(index));
  for (int change = 0; change < 3; ++change) {
    for (int time = 0; time < 4; ++time) {
      SearchOptions options;
      options.facets = time == 3;
      EXPECT_EQ(shown(staying.search(GetParam(), options)),
                shown(require(Searcher::open(index)).search(GetParam(), options)))
          << "change " << change << ", time " << time;
    }
    // Votes and words of papers that there are, and a new one.
    for (Paper& paper : papers) paper.votes = paper.votes.value_or(0) + 7;
    papers.push_back(make_paper("2504.9000" + std::to_string(change),
                                "강화학습 reasoning model",
                                "diffusion model 강화 학습 paper"));
    write_index(index, papers);
    require(staying.refresh());
  }
}

INSTANTIATE_TEST_SUITE_P(All, KeptAnswersTest,
                         ::testing::Values("model", "강화학습 reasoning", "\"강화 학습\"",
                                           "votes:10..", "paper votes:5..30",
                                           "model -votes:..20", "mod* paper",
                                           "model date:2025", "강화학습 OR votes:20.."));

}  // namespace
}  // namespace papersearch
