// SPDX-License-Identifier: GPL-2.0-or-later
// An index of several databases gives the answers of one, wherever they lie.
#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "sharded_archive.h"

namespace papersearch::testing {
namespace {

// Xapian guesses how many papers hold one of several names by the order it looks at them.
constexpr double kTolerance = 0.002;

ShardedArchive& archive() {
  static ShardedArchive archive;
  return archive;
}

enum class Place { kHere, kBehindServers };

Searcher open(const std::string& db) {
  Result<Searcher> searcher = Searcher::open(db);
  EXPECT_TRUE(searcher) << searcher.error().message();
  return std::move(*searcher);
}

struct Question {
  std::string name;
  std::string query;
  std::function<void(SearchOptions&)> set = [](SearchOptions&) {};
};
std::ostream& operator<<(std::ostream& out, const Question& question) {
  return out << question.name;
}

bool is_near(double a, double b) {
  return std::abs(a - b) <= kTolerance * std::max(std::abs(a), std::abs(b));
}

void expect_same_hit(const Hit& hit, const Hit& expected) {
  SCOPED_TRACE(expected.paper.id);
  EXPECT_EQ(hit.paper.id, expected.paper.id);
  EXPECT_EQ(hit.paper.title, expected.paper.title);
  EXPECT_EQ(hit.paper.votes, expected.paper.votes);
  EXPECT_PRED2(is_near, hit.score, expected.score);
  EXPECT_PRED2(is_near, hit.relevance, expected.relevance);
  ASSERT_EQ(hit.snippets.size(), expected.snippets.size());
  for (std::size_t i = 0; i < hit.snippets.size(); ++i) {
    EXPECT_EQ(hit.snippets[i].text, expected.snippets[i].text);
    EXPECT_EQ(hit.snippets[i].highlights, expected.snippets[i].highlights);
  }
  ASSERT_EQ(hit.explanation.has_value(), expected.explanation.has_value());
  if (!hit.explanation) return;
  ASSERT_EQ(hit.explanation->terms.size(), expected.explanation->terms.size());
  for (std::size_t i = 0; i < hit.explanation->terms.size(); ++i) {
    const TermScore& term = hit.explanation->terms[i];
    const TermScore& wanted = expected.explanation->terms[i];
    EXPECT_EQ(term.term, wanted.term);
    EXPECT_EQ(term.fields, wanted.fields);
    EXPECT_EQ(term.document_frequency, wanted.document_frequency);
    EXPECT_PRED2(is_near, term.weight, wanted.weight);
  }
}

using Counts = std::vector<std::pair<std::string, std::size_t>>;
Counts counts_of(const std::vector<FacetCount>& facet) {
  Counts out;
  for (const FacetCount& one : facet) out.emplace_back(one.value, one.count);
  return out;
}

void expect_same(const SearchResult& result, const SearchResult& expected) {
  EXPECT_EQ(result.total, expected.total);
  EXPECT_EQ(result.total_is_exact, expected.total_is_exact);
  EXPECT_EQ(result.suggestion, expected.suggestion);
  EXPECT_EQ(result.corrected, expected.corrected);
  EXPECT_TRUE(result.missing_shards.empty());
  ASSERT_EQ(result.hits.size(), expected.hits.size());
  for (std::size_t i = 0; i < result.hits.size(); ++i)
    expect_same_hit(result.hits[i], expected.hits[i]);
  ASSERT_EQ(result.facets.has_value(), expected.facets.has_value());
  if (!result.facets) return;
  EXPECT_EQ(counts_of(result.facets->month), counts_of(expected.facets->month));
  EXPECT_EQ(counts_of(result.facets->author), counts_of(expected.facets->author));
  EXPECT_EQ(counts_of(result.facets->section), counts_of(expected.facets->section));
}

class ShardAnswersTest : public ::testing::TestWithParam<Question> {
 protected:
  void expect_same_answer(const std::string& db) {
    SearchOptions options;
    options.limit = 30;
    GetParam().set(options);
    const auto expected = open(archive().one()).search(GetParam().query, options);
    const auto result = open(db).search(GetParam().query, options);
    ASSERT_TRUE(expected) << expected.error().message();
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_GT(expected->total, 0u) << "the question asks for nothing";
    expect_same(*result, *expected);
  }
};

TEST_P(ShardAnswersTest, AreThoseOfOneDatabaseFromThisMachine) {
  expect_same_answer(archive().four());
}
TEST_P(ShardAnswersTest, AreThoseOfOneDatabaseFromServers) {
  expect_same_answer(archive().remote());
}

INSTANTIATE_TEST_SUITE_P(
    Queries, ShardAnswersTest,
    ::testing::Values(
        Question{"Word", "reward"}, Question{"KoreanWord", "양자화"},
        Question{"Words", "language reasoning 추론"}, Question{"OtherNames", "강화학습"},
        Question{"LearnedNames", "확산 모델"}, Question{"Compound", "보상모델 정책"},
        Question{"Phrase", "\"chain of thought\""},
        Question{"KoreanPhrase", "\"사고의 연쇄\""},
        Question{"RepeatedWord", "\"model model\""},
        Question{"RepeatedWordInTitle", "title:\"model model\""},
        Question{"RepeatedName", "author:\"Kim Kim\""},
        Question{"NoPhrase", "reward -\"mixture of experts\""},
        Question{"Field", "new:reward"}, Question{"Title", "title:robot"},
        Question{"PhraseInField", "technical:\"mixture of experts\""},
        Question{"PhraseInTitle", "title:\"large language\""}, Question{"Prefix", "quant*"},
        Question{"PrefixInField", "abstract:re*"}, Question{"Joined", "GPT4o"},
        Question{"NamesOfSeveralParts", "text to speech"},
        Question{"Boolean", "(video OR robot) AND NOT reward"},
        Question{"MustAndShould", "+agents reasoning -video"},
        Question{"Author", "author:\"Yoav Artzi\""}, Question{"AuthorPart", "author:kim"},
        Question{"AuthorPrefix", "author:li*"}, Question{"NameAmongWords", "artzi"},
        Question{"Date", "date:2025-03 model"}, Question{"Votes", "votes:50.. model"},
        Question{"OnlyFilters", "date:2025-04"}, Question{"Slip", "rienforcement"},
        Question{"OtherKeyboard", "cnfhs"},
        Question{"Page", "model", [](SearchOptions& o) { o.offset = 70; }},
        Question{"ByVotes", "reasoning model", [](auto& o) { o.sort = SortOrder::kVotes; }},
        Question{"ByDate", "reasoning model", [](auto& o) { o.sort = SortOrder::kDate; }},
        Question{"Filters", "model",
                 [](SearchOptions& o) {
                   o.since = "2025-03-10";
                   o.min_votes = 20;
                   o.authors = {"Kim"};
                 }},
        Question{"FullNameFilter", "model",
                 [](SearchOptions& o) { o.authors = {"Minji Kim"}; }},
        Question{"Section", "model", [](SearchOptions& o) { o.sections = {"abstract"}; }},
        Question{"Facets", "reasoning", [](SearchOptions& o) { o.facets = true; }},
        Question{"FacetsOfPhrase", "\"language model\"",
                 [](SearchOptions& o) { o.facets = true; }},
        Question{"Exact", "강화학습", [](SearchOptions& o) { o.exact = true; }},
        Question{"Explained", "강화학습 reward",
                 [](SearchOptions& o) { o.explain = true; }},
        Question{"WithoutVotes", "agents", [](SearchOptions& o) { o.votes_weight = 0; }}),
    [](const auto& row) { return row.param.name; });

class ShardedSearcherTest : public ::testing::TestWithParam<Place> {
 protected:
  std::string db() const {
    return GetParam() == Place::kHere ? archive().four() : archive().remote();
  }
  Searcher one_ = open(archive().one());
  Searcher shards_ = open(db());
};

TEST_P(ShardedSearcherTest, FindsSimilarPapers) {
  for (const std::size_t paper : {0, 7, 399}) {
    const std::string id = archive().papers()[paper].id;
    SCOPED_TRACE(id);
    const auto expected = one_.similar(id);
    const auto result = shards_.similar(id);
    ASSERT_TRUE(expected && result);
    expect_same(*result, *expected);
  }
}

TEST_P(ShardedSearcherTest, FindsAndWalksWholePapers) {
  std::vector<std::string> expected;
  std::vector<std::string> walked;
  const auto walk = [](Searcher& searcher, std::vector<std::string>& out) {
    return searcher.for_each_paper({}, [&](const Paper& paper) {
      out.push_back(paper.id + paper.sections.front().text);
      return true;
    });
  };
  ASSERT_TRUE(walk(one_, expected));
  ASSERT_TRUE(walk(shards_, walked));
  EXPECT_EQ(walked, expected);
  for (std::size_t shard = 0; shard < kShards; ++shard) {
    const auto paper = shards_.find(archive().paper_of_shard(shard));
    ASSERT_TRUE(paper) << paper.error().message();
    EXPECT_FALSE(paper->sections.empty());
  }
  EXPECT_EQ(shards_.find("2504.99999").error().code(), ErrorCode::kNotFound);
}

TEST_P(ShardedSearcherTest, CompletesAsOneDatabase) {
  for (const char* begun : {"rein", "강ㅎ", "author:ki", "large l", "ㄱㅎㅎㅅ", "model"}) {
    SCOPED_TRACE(begun);
    const auto expected = one_.suggest(begun);
    const auto result = shards_.suggest(begun);
    ASSERT_TRUE(expected && result);
    ASSERT_EQ(result->size(), expected->size());
    for (std::size_t i = 0; i < result->size(); ++i) {
      EXPECT_EQ((*result)[i].text, (*expected)[i].text);
      EXPECT_EQ((*result)[i].documents, (*expected)[i].documents);
    }
  }
}

TEST_P(ShardedSearcherTest, CountsAsOneDatabase) {
  const auto expected = one_.statistics();
  const auto statistics = shards_.statistics();
  ASSERT_TRUE(expected && statistics);
  EXPECT_EQ(statistics->papers, expected->papers);
  EXPECT_EQ(statistics->sections, expected->sections);
  EXPECT_EQ(statistics->votes_known, expected->votes_known);
  EXPECT_EQ(statistics->first_date, expected->first_date);
  EXPECT_EQ(statistics->last_date, expected->last_date);
  const auto trend = shards_.trend("강화학습 reward");
  const auto expected_trend = one_.trend("강화학습 reward");
  ASSERT_TRUE(trend && expected_trend);
  EXPECT_EQ(trend->papers, expected_trend->papers);
  EXPECT_EQ(trend->votes, expected_trend->votes);
  const auto authors = shards_.top_authors("model");
  const auto expected_authors = one_.top_authors("model");
  ASSERT_TRUE(authors && expected_authors);
  ASSERT_EQ(authors->size(), expected_authors->size());
  for (std::size_t i = 0; i < authors->size(); ++i)
    EXPECT_EQ((*authors)[i].author, (*expected_authors)[i].author);
}

TEST_P(ShardedSearcherTest, KnowsTheSameNames) {
  const auto expected = one_.glossary("강화 학습");
  const auto result = shards_.glossary("강화 학습");
  ASSERT_TRUE(expected && result);
  EXPECT_EQ(result->size(), expected->size());
}

INSTANTIATE_TEST_SUITE_P(Places, ShardedSearcherTest,
                         ::testing::Values(Place::kHere, Place::kBehindServers),
                         [](const auto& row) {
                           return row.param == Place::kHere ? "Here" : "BehindServers";
                         });

}  // namespace
}  // namespace papersearch::testing
