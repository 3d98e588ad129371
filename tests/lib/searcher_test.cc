// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/searcher.h"

#include <gtest/gtest.h>

#include "paper_print.h"
#include "sample_papers.h"
#include "small_index.h"

namespace papersearch {
namespace {

using testing::require;

testing::SmallIndex& index() {
  static testing::SmallIndex all(testing::sample_papers());
  return all;
}

// The last digits of the ids: "1 2" for 2504.00001 and 2504.00002; 17 for cs/0112017.
std::string short_ids(const SearchResult& result) {
  std::string out;
  for (const Hit& hit : result.hits) {
    out += (out.empty() ? "" : " ") +
           std::to_string(std::stoi(hit.paper.id.substr(hit.paper.id.size() - 2)));
  }
  return out;
}

TEST(SearcherTest, FiltersAloneShowTheNewestFirst) {
  EXPECT_EQ(short_ids(index().search("author:wei")), "1 4 7 11");
  SearchOptions options;
  options.since = "2025-02";
  EXPECT_EQ(short_ids(index().search("", options)), "2 1 4 3 7 6 5");
}

TEST(SearcherTest, SortsByVotesUnknownLast) {
  SearchOptions options = testing::exact();
  options.sort = SortOrder::kVotes;
  EXPECT_EQ(short_ids(index().search("date:2025-02.. -unicorn", options)), "7 1 5 2 3 6 4");
  EXPECT_EQ(short_ids(index().search("models", options)), "7 2 3 6 4");
}

TEST(SearcherTest, SortsByDateNewestFirst) {
  SearchOptions options = testing::exact();
  options.sort = SortOrder::kDate;
  EXPECT_EQ(short_ids(index().search("models", options)), "2 4 3 7 6");
}

// In another order than the best first, papers that hold all words come alone.
TEST(SearcherTest, OtherOrdersWantEveryWord) {
  SearchOptions options = testing::exact();
  options.sort = SortOrder::kVotes;
  EXPECT_EQ(short_ids(index().search("language models", options)), "7 3");
}

TEST(SearcherTest, PagesShowEachHitOnce) {
  SearchOptions options;
  options.limit = 100;
  const SearchResult all = index().search("model learning", options);
  ASSERT_GT(all.hits.size(), 4U);
  EXPECT_EQ(all.total, all.hits.size());
  EXPECT_TRUE(all.total_is_exact);
  options.limit = 2;
  std::string ids;
  for (options.offset = 0; options.offset < all.hits.size(); options.offset += 2) {
    const SearchResult page = index().search("model learning", options);
    EXPECT_EQ(page.total, all.total);
    for (std::size_t i = 0; i < page.hits.size(); ++i)
      EXPECT_EQ(page.hits[i].rank, options.offset + i + 1);
    ids += (ids.empty() ? "" : " ") + short_ids(page);
  }
  EXPECT_EQ(ids, short_ids(all));
  options.offset = 1'000'000;
  EXPECT_EQ(index().search("model learning", options).total, all.total);
  EXPECT_TRUE(index().search("model learning", options).hits.empty());
}

TEST(SearcherTest, LimitZeroOnlyCounts) {
  SearchOptions options = testing::exact();
  options.limit = 0;
  const SearchResult result = index().search("models", options);
  EXPECT_EQ(result.total, 5U);
  EXPECT_TRUE(result.hits.empty());
}

TEST(SearcherTest, RelevanceAloneWithoutVotes) {
  SearchOptions options;
  options.votes_weight = 0;
  options.limit = 100;
  double before = 1e9;
  for (const Hit& hit : index().search("models learning", options).hits) {
    EXPECT_EQ(hit.popularity, 0);
    EXPECT_EQ(hit.score, hit.relevance);
    EXPECT_LE(hit.score, before);
    before = hit.score;
  }
}

// Votes order what is about equally relevant; unknown ones count as the middle.
TEST(SearcherTest, VotesLiftAndUnknownIsTheMiddle) {
  std::vector<Paper> papers;
  for (int i = 0; i < 4; ++i) {
    papers.push_back(testing::make_paper("2504.0000" + std::to_string(i), "Chemistry"));
  }
  papers[0].votes = 0;
  papers[1].votes = 500;
  papers[3].votes = 1;
  testing::SmallIndex same(papers);
  for (const double weight : {0.05, 0.1, 1.0}) {
    SearchOptions options;
    options.votes_weight = weight;
    const SearchResult result = same.search("chemistry", options);
    EXPECT_EQ(short_ids(result), "1 2 3 0") << weight;
    EXPECT_EQ(result.hits[3].popularity, 0);
    EXPECT_NEAR(result.hits[1].popularity, weight * result.hits[1].relevance / 2, 1e-9);
    EXPECT_LE(result.hits[0].popularity, weight * result.hits[0].relevance);
  }
}

TEST(SearcherTest, ManyVotesDoNotLiftWhatIsOffTheTopic) {
  Paper topic = testing::make_paper("2504.00001", "Chemistry of water", "chemistry");
  topic.votes = 0;
  Paper other = testing::make_paper(
      "2504.00002", "Dogs", "They once met a teacher of chemistry in a park by the sea.");
  other.votes = 100'000;
  testing::SmallIndex two({topic, other});
  EXPECT_EQ(short_ids(two.search("chemistry")), "1 2");
}

TEST(SearcherTest, TellsWhereTheWordsStand) {
  const SearchResult result =
      index().search("강화학습 reinforcement votes:57", testing::exact());
  const Hit& hit = result.hits.at(0);
  ASSERT_EQ(hit.title_highlights.size(), 1U);
  const ByteRange range = hit.title_highlights[0];
  EXPECT_EQ(hit.paper.title.substr(range.begin, range.end - range.begin), "Reinforcement");
  EXPECT_EQ(hit.snippets.at(0).section, "What's New");
  EXPECT_EQ(hit.snippets.at(0).highlights.size(), 3U);
  EXPECT_TRUE(hit.paper.sections.empty());
  EXPECT_EQ(hit.paper.authors.size(), 2U);
}

TEST(SearcherTest, GivesAsManySnippetsAsAskedFor) {
  SearchOptions options;
  for (options.snippets = 0; options.snippets < 3; ++options.snippets) {
    EXPECT_EQ(index()
                  .search("강화학습 다수결 수학 id:2504.00001", options)
                  .hits.at(0)
                  .snippets.size(),
              options.snippets);
  }
}

TEST(SearcherTest, KeepsTheQueryAsItWasGiven) {
  EXPECT_EQ(index().search(" \"강화 학습 ").query, " \"강화 학습 ");
}

std::string text(const std::vector<FacetCount>& counts) {
  std::string out;
  for (const FacetCount& count : counts)
    out += count.value + "=" + std::to_string(count.count) + " ";
  return out;
}

// Over all hits, also those that are not shown.
TEST(SearcherTest, CountsFacets) {
  SearchOptions options = testing::exact();
  options.facets = true;
  options.limit = 1;
  const SearchResult result = index().search("models", options);
  ASSERT_TRUE(result.facets.has_value());
  EXPECT_EQ(text(result.facets->month), "2025-04=1 2025-03=2 2025-02=2 ");
  EXPECT_EQ(text(result.facets->author),
            "김철수=2 György Buzsáki=1 Kyunghyun Cho=1 Li Wei=1 Wei Li=1 "
            "Wei Zhang=1 Yoav Goldberg=1 ");
  EXPECT_FALSE(index().search("models").facets.has_value());
}

// The section facet once counted words alone.
TEST(SearcherTest, CountsTheSectionsOfPhrasesAndPrefixes) {
  SearchOptions options = testing::exact();
  options.facets = true;
  const auto sections = [&](const char* query) {
    return text(index().search(query, options).facets->section);
  };
  EXPECT_EQ(sections("\"small language model\""), "Abstract=1 Title=1 ");
  EXPECT_EQ(sections("chemis*"), "Abstract=1 Title=1 ");
}

TEST(SearcherTest, RefusesBadOptionsAndQueries) {
  SearchOptions options;
  options.votes_weight = 2;
  EXPECT_EQ(index().searcher().search("x", options).error().code(),
            ErrorCode::kInvalidArgument);
  const Result<SearchResult> bad = index().searcher().search("강화 date:spring");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code(), ErrorCode::kQuerySyntax);
  EXPECT_EQ(bad.error().range(), (ByteRange{12, 18}));
  EXPECT_EQ(index().searcher().suggest(std::string(1 << 20, 'x')).error().code(),
            ErrorCode::kInvalidArgument);
  EXPECT_EQ(index().searcher().suggest("x", 1'000'000).error().code(),
            ErrorCode::kInvalidArgument);
}

TEST(SearcherTest, FindsAPaperWhole) {
  for (const Paper& paper : testing::sample_papers()) {
    EXPECT_EQ(testing::print(require(index().searcher().find(paper.id))),
              testing::print(paper));
  }
  for (const char* id :
       {"arXiv:2504.00001v2", "https://arxiv.org/abs/2504.00001", " 2504.00001 "}) {
    EXPECT_EQ(require(index().searcher().find(id)).id, "2504.00001");
  }
}

TEST(SearcherTest, SaysWhatItCannotFind) {
  for (const char* id : {"2504.99999", "cs/0000000"}) {
    EXPECT_EQ(index().searcher().find(id).error().code(), ErrorCode::kNotFound);
    EXPECT_EQ(index().searcher().similar(id).error().code(), ErrorCode::kNotFound);
  }
  for (const char* id : {"", "attention", "XALL"}) {
    EXPECT_EQ(index().searcher().find(id).error().code(), ErrorCode::kInvalidArgument);
    EXPECT_EQ(index().searcher().similar(id).error().code(), ErrorCode::kInvalidArgument);
  }
}

TEST(SearcherTest, SimilarPapersShareTheTopicAndNotTheId) {
  std::vector<Paper> papers;
  for (int i = 0; i < 40; ++i) {
    const std::string topic = i % 10 == 0 ? "protein folding" : "topic" + std::to_string(i);
    Paper paper = testing::make_paper("2504.000" + std::to_string(10 + i),
                                      "We study " + topic, topic + " works well");
    paper.votes = i;
    papers.push_back(paper);
  }
  testing::SmallIndex many(papers);
  const SearchResult result = require(many.searcher().similar("2504.00010"));
  std::string ids = short_ids(result);
  EXPECT_EQ(result.hits.size(), 3U);
  for (const char* id : {"20", "30", "40"})
    EXPECT_NE(ids.find(id), std::string::npos) << ids;
  SearchOptions options;
  options.min_votes = 15;
  EXPECT_EQ(require(many.searcher().similar("2504.00010", options)).hits.size(), 2U);
}

TEST(SearcherTest, NothingIsSimilarToAPaperWithoutWords) {
  EXPECT_TRUE(require(index().searcher().similar("cs/0112017")).hits.empty());
}

TEST(SearcherTest, SuggestsFromTheIndex) {
  const std::vector<Suggestion> found = require(index().searcher().suggest("halluc"));
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].text, "hallucination");
  EXPECT_EQ(found[1].text, "환각");  // what the glossary calls it
  EXPECT_EQ(found[2].text, "A Survey of Hallucination");
}

TEST(SearcherTest, TellsWhatTheIndexHolds) {
  const IndexStatistics statistics = require(index().searcher().statistics());
  EXPECT_EQ(statistics.papers, 12U);
  EXPECT_EQ(statistics.sections, 19U);
  EXPECT_EQ(statistics.votes_known, 10U);
  EXPECT_EQ(statistics.first_date, "2024-12-24");
  EXPECT_EQ(statistics.last_date, "2025-04-24");
  EXPECT_EQ(statistics.last_indexed.size(), 20U);
  EXPECT_EQ(statistics.schema_version, kSchemaVersion);
  EXPECT_EQ(statistics.analyzer_version, kAnalyzerVersion);
  EXPECT_FALSE(statistics.indexed_by.empty());
  EXPECT_GT(statistics.bytes, 1000U);
}

TEST(SearcherTest, AnEmptyIndexAnswers) {
  testing::SmallIndex empty({});
  EXPECT_EQ(empty.search("model").total, 0U);
  SearchOptions options;
  options.facets = true;
  options.explain = true;
  EXPECT_EQ(empty.search("model \"a b\" x* author:y", options).total, 0U);
  EXPECT_EQ(require(empty.searcher().statistics()).papers, 0U);
  EXPECT_TRUE(require(empty.searcher().suggest("mo")).empty());
}

}  // namespace
}  // namespace papersearch
