// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "row_name.h"
#include "sample_papers.h"
#include "small_index.h"

namespace papersearch {
namespace {

testing::SmallIndex& index() {
  static testing::SmallIndex all(testing::sample_papers());
  return all;
}

SearchOptions explained() {
  SearchOptions options;
  options.explain = true;
  options.limit = 100;
  return options;
}

SearchOptions words_explained() {
  SearchOptions options = explained();
  options.exact = true;
  return options;
}

struct Query {
  const char* name;
  const char* text;
};
void PrintTo(const Query& query, std::ostream* out) { *out << query.text; }

class ExplainTest : public ::testing::TestWithParam<Query> {};

// An explanation that does not add up explains nothing.
TEST_P(ExplainTest, WeightsAddUpToTheRelevance) {
  for (const double votes_weight : {0.0, 0.1, 1.0}) {
    SearchOptions options = explained();
    options.votes_weight = votes_weight;
    const SearchResult result = index().search(GetParam().text, options);
    ASSERT_FALSE(result.hits.empty());
    for (const Hit& hit : result.hits) {
      ASSERT_TRUE(hit.explanation.has_value());
      double sum = hit.explanation->closeness + hit.explanation->latent;
      for (const TermScore& term : hit.explanation->terms) {
        EXPECT_FALSE(term.term.empty());
        EXPECT_GE(term.weight, 0);
        sum += term.weight;
      }
      EXPECT_NEAR(sum, hit.relevance, 1e-9) << hit.paper.id;
      EXPECT_NEAR(hit.relevance + hit.popularity, hit.score, 1e-9) << hit.paper.id;
      EXPECT_TRUE(std::is_sorted(
          hit.explanation->terms.begin(), hit.explanation->terms.end(),
          [](const TermScore& a, const TermScore& b) { return a.weight > b.weight; }));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Queries, ExplainTest,
    ::testing::Values(
        Query{"Word", "reinforcement"}, Query{"Words", "reinforcement learning reward"},
        Query{"Korean", "강화학습"}, Query{"KoreanWords", "강화 학습 보상"},
        Query{"SameWordTwice", "reward reward rewards"},
        Query{"Mixed", "LLM의 강화학습 GPT4o"}, Query{"UnknownWord", "트랜스포머로 뷁쀍궳"},
        Query{"Phrase", "\"reward model\""},
        Query{"PhraseAndWord", "\"reward model\" reward"},
        Query{"PhraseTwice", "\"reward model\" \"reward models\""},
        Query{"Prefix", "quantiz* diffu*"}, Query{"Field", "title:reward model"},
        Query{"FieldPhrase", "abstract:\"reward model\""},
        Query{"Must", "+reward learning"}, Query{"Not", "reward -survey"},
        Query{"Or", "hallucination OR chemistry"}, Query{"And", "reward AND model"},
        Query{"Filter", "model date:2025 votes:1.."}, Query{"Author", "wei artzi language"},
        Query{"AuthorFilter", "reinforcement author:Artzi"},
        Query{"Whole", "fine-tuning text-to-speech"}),
    testing::row_name<Query>);

const Hit& only_hit(const SearchResult& result) {
  if (result.hits.size() != 1)
    throw std::runtime_error(std::to_string(result.hits.size()) + " hits");
  return result.hits[0];
}

TEST(ExplainTest, TellsFieldsAndFrequencies) {
  const SearchResult result = index().search("chemistry", explained());
  const TermScore& term = only_hit(result).explanation->terms.at(0);
  EXPECT_EQ(term.term, "chemistri");
  EXPECT_EQ(term.fields, (std::vector<std::string>{"title", "abstract"}));
  EXPECT_EQ(term.document_frequency, 1U);
  EXPECT_GT(term.within_document_frequency, 2U);  // the title counts several times
}

TEST(ExplainTest, LeavesOutWhatAPaperDoesNotHold) {
  const SearchResult result = index().search("chemistry unicorn", words_explained());
  EXPECT_EQ(only_hit(result).explanation->terms.size(), 1U);
}

TEST(ExplainTest, NamesPhrasesAndPrefixesAsTheyAreWritten) {
  const SearchResult phrase = index().search("\"small language\"", explained());
  EXPECT_EQ(phrase.hits.at(0).explanation->terms.at(0).term, "\"small languag\"");
  const SearchResult prefix = index().search("quantiz*", explained());
  EXPECT_EQ(prefix.hits.at(0).explanation->terms.at(0).term, "quantiz*");
}

TEST(ExplainTest, OnlyWhenAskedFor) {
  EXPECT_FALSE(index().search("chemistry").hits.at(0).explanation.has_value());
}

}  // namespace
}  // namespace papersearch
