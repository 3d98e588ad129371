// SPDX-License-Identifier: GPL-2.0-or-later
// Which papers a query finds, through the public API.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <ostream>

#include "row_name.h"
#include "sample_papers.h"
#include "small_index.h"

namespace papersearch {
namespace {

// The last two digits of the ids that are found, in their order: "1 2 17" for 2504.00001,
// 2504.00002 and cs/0112017.
std::string found(std::string_view query, SearchOptions options = testing::exact()) {
  static testing::SmallIndex index(testing::sample_papers());
  options.limit = 100;
  std::vector<int> numbers;
  for (const std::string& id : index.ids(query, options)) {
    numbers.push_back(std::stoi(id.substr(id.size() - 2)));
  }
  std::sort(numbers.begin(), numbers.end());
  std::string out;
  for (const int number : numbers) out += (out.empty() ? "" : " ") + std::to_string(number);
  return out;
}

struct Query {
  const char* name;
  const char* text;
  const char* ids;
};
void PrintTo(const Query& query, std::ostream* out) { *out << query.text; }

class SearcherQueryTest : public ::testing::TestWithParam<Query> {};

TEST_P(SearcherQueryTest, FindsThesePapers) {
  EXPECT_EQ(found(GetParam().text), GetParam().ids);
}

INSTANTIATE_TEST_SUITE_P(
    Words, SearcherQueryTest,
    ::testing::Values(Query{"Nothing", "", ""}, Query{"Space", " \t ", ""},
                      Query{"Punctuation", "?!", ""}, Query{"Unknown", "unicorn", ""},
                      Query{"English", "reinforcement", "1 4"},
                      Query{"Korean", "강화학습", "1 2"},
                      Query{"KoreanApart", "강화 학습", "1 2"},
                      Query{"EitherWord", "hallucination chemistry", "3 8"},
                      Query{"StopWordsDoNotHit", "the chemistry of", "3"},
                      Query{"Phrase", "\"reward model\"", "2 4"},
                      Query{"PhraseInOrder", "\"model reward\"", ""},
                      Query{"PhraseAcrossFields", "\"time 정답\"", ""},
                      Query{"Prefix", "hallu*", "8"}, Query{"KoreanPrefix", "양자*", "11"},
                      Query{"AuthorAsAWord", "artzi", "1"}),
    testing::row_name<Query>);

INSTANTIATE_TEST_SUITE_P(
    Operators, SearcherQueryTest,
    ::testing::Values(Query{"Must", "+reward 강화학습", "2 4"},
                      Query{"BothMust", "+reward +강화학습", "2"},
                      Query{"MustNot", "reward -failures", "2"},
                      Query{"OnlyNot", "-model", "1 5 8 9 10 11 17"},
                      Query{"And", "reward AND failures", "4"},
                      Query{"AndNothing", "reward AND unicorn", ""},
                      Query{"Or", "unicorn OR chemistry", "3"},
                      Query{"Not", "reward NOT failures", "2"},
                      Query{"Group", "(chemistry OR hallucination) AND NOT agents", "8"},
                      Query{"NotPhrase", "reward -\"reward model alone\"", "2"},
                      Query{"NotPrefix", "chemistry hallucination -hallu*", "3"},
                      Query{"NotStopWord", "chemistry -the", "3"}),
    testing::row_name<Query>);

INSTANTIATE_TEST_SUITE_P(
    Fields, SearcherQueryTest,
    ::testing::Values(
        Query{"Title", "title:language", "7"}, Query{"New", "new:언어", "7 8"},
        Query{"Technical", "technical:보상", "1 2"},
        Query{"Performance", "performance:생성", "5"},
        Query{"Abstract", "abstract:reward", "4"}, Query{"Other", "other:음성", "6"},
        Query{"OtherNamed", "other:문맥", "6"}, Query{"NotInThatField", "title:음성", ""},
        Query{"FieldCompound", "new:강화학습", "1 2"},
        Query{"FieldPhrase", "abstract:\"language models\"", "3 7"},
        Query{"FieldGroup", "title:(hallucination chemistry)", "3 8"},
        Query{"Author", "author:Artzi", "1"},
        Query{"AuthorPhrase", "author:\"Li Wei\"", "1 4 7 11"},
        Query{"AuthorNoAccent", "author:lukasz", "10"},
        Query{"AuthorKorean", "author:김철수", "2 6"},
        Query{"TwoAuthors", "author:\"Ann Other\" author:Li", "11"},
        Query{"Id", "id:2504.00001v3", "1"}, Query{"OldId", "id:cs/0112017", "17"},
        Query{"NoSuchId", "id:2504.99999", ""}, Query{"Month", "date:2025-04", "1 2"},
        Query{"Span", "date:2024..2025-01-05", "8 11"}, Query{"Votes", "votes:50..", "1 7"},
        Query{"ZeroVotes", "votes:0", "6"},
        Query{"WordAndFilter", "강화학습 votes:20..", "1"},
        Query{"WordAndFilterInParentheses", "(date:2025-04-24) 강화학습", "2"},
        Query{"EitherFilter", "강화학습 date:2025-04-23 OR date:2025-04-24", "1 2"},
        Query{"EitherFilterOfTwo",
              "(votes:50.. OR votes:0) (date:2025-04 OR id:cs/0112017)", "1"},
        Query{"WordOrFilter", "쓰나미 OR date:2025-04-24", "2"},
        Query{"FilterNot", "date:2025-04 -author:Artzi", "2"}),
    testing::row_name<Query>);

struct Filter {
  const char* name;
  const char* query;
  std::function<void(SearchOptions&)> set;
  const char* ids;
};
void PrintTo(const Filter& filter, std::ostream* out) { *out << filter.name; }

class SearcherFilterTest : public ::testing::TestWithParam<Filter> {};

TEST_P(SearcherFilterTest, LetsThesePapersPass) {
  SearchOptions options = testing::exact();
  GetParam().set(options);
  EXPECT_EQ(found(GetParam().query, options), GetParam().ids);
}

INSTANTIATE_TEST_SUITE_P(
    Options, SearcherFilterTest,
    ::testing::Values(
        Filter{"Since", "model", [](SearchOptions& o) { o.since = "2025-03-15"; }, "2 4"},
        Filter{"Until", "models", [](SearchOptions& o) { o.until = "2025-02"; }, "6 7"},
        Filter{"MinVotes", "models", [](SearchOptions& o) { o.min_votes = 10; }, "2 7"},
        Filter{"MinVotesZero", "reward", [](SearchOptions& o) { o.min_votes = 0; }, "2"},
        Filter{"Author", "models", [](SearchOptions& o) { o.authors = {"wei"}; }, "4 7"},
        Filter{"Authors", "models",
               [](SearchOptions& o) {
                 o.authors = {"wei zhang", "li"};
               },
               "4"},
        Filter{"SectionByField", "language",
               [](SearchOptions& o) { o.sections = {"title"}; }, "7"},
        Filter{"SectionByName", "language",
               [](SearchOptions& o) { o.sections = {"Abstract"}; }, "3 7"},
        Filter{"Sections", "강화학습",
               [](SearchOptions& o) {
                 o.sections = {"title", "abstract"};
               },
               "2"},
        Filter{"AllAtOnce", "강화학습",
               [](SearchOptions& o) {
                 o.since = "2025-04";
                 o.until = "2025";
                 o.min_votes = 20;
                 o.authors = {"Artzi"};
                 o.sections = {"new"};
               },
               "1"},
        Filter{"FilterAlone", "", [](SearchOptions& o) { o.authors = {"ann"}; }, "8 9 11"},
        Filter{"StopWordIsNoWishForAll", "the",
               [](SearchOptions& o) { o.authors = {"artzi"}; }, ""},
        Filter{"NothingPasses", "model", [](SearchOptions& o) { o.since = "2030"; }, ""}),
    testing::row_name<Filter>);

}  // namespace
}  // namespace papersearch
