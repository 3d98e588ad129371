// SPDX-License-Identifier: GPL-2.0-or-later
// Spelling and suggestions over the whole archive: what people type, and what they mean.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "archive_index.h"

namespace papersearch::testing {
namespace {

class DigestsSpellingTest : public ArchiveTest {
 protected:
  static Searcher& searcher() { return digests_index().searcher(); }
  static SearchResult search(std::string_view query) {
    Result<SearchResult> result = searcher().search(query);
    if (!result) throw std::runtime_error(result.error().message());
    return *std::move(result);
  }
};

TEST_F(DigestsSpellingTest, EverySlipIsMended) {
  const std::vector<std::string> lines = lines_of("slips.tsv");
  EXPECT_GE(lines.size(), 60U);
  for (const std::string& line : lines) {
    const std::size_t tab = line.find('\t');
    EXPECT_EQ(search(line.substr(0, tab)).suggestion.value_or(""), line.substr(tab + 1))
        << line;
  }
}

TEST_F(DigestsSpellingTest, FineQueriesAreLeftAlone) {
  const std::vector<std::string> lines = lines_of("fine_queries.txt");
  EXPECT_GE(lines.size(), 100U);
  for (const std::string& line : lines) {
    const SearchResult result = search(line);
    EXPECT_EQ(result.suggestion.value_or(""), "") << line;
    EXPECT_FALSE(result.corrected) << line;
  }
}

// Titles, and long questions in everyday words.
TEST_F(DigestsSpellingTest, TitlesAndQuestionsAreLeftAlone) {
  for (const std::string& line : lines_of("known_papers.tsv")) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    EXPECT_EQ(search(line.substr(second + 1)).suggestion.value_or(""), "") << line;
    // In quotes, for a title may hold a colon or a question mark.
    const std::string title = line.substr(first + 1, second - first - 1);
    EXPECT_EQ(search("\"" + title + "\"").suggestion.value_or(""), "") << title;
  }
}

TEST_F(DigestsSpellingTest, WhatFindsNothingIsSearchedAsItWasMeant) {
  for (const char* query :
       {"강화학슴", "트랜스포며", "환걱", "rkdghk gkrtmq", "ㅣㅣㅡ", "transfomer",
        "reinforcementlearning", "diffu sion", "author:\"Y. Artzi\"", "강화학슴 AND LLM"}) {
    const SearchResult result = search(query);
    EXPECT_TRUE(result.corrected) << query;
    EXPECT_EQ(result.query, query);
    ASSERT_TRUE(result.suggestion) << query;
    EXPECT_GT(result.total, 0U) << query;
    EXPECT_EQ(result.total, search(*result.suggestion).total) << query;
  }
}

TEST_F(DigestsSpellingTest, WhatFindsSomethingIsOnlySuggested) {
  for (const char* query :
       {"강화학슴 reasoning", "transfomer 모델", "GTP", "autoregessive"}) {
    const SearchResult result = search(query);
    EXPECT_FALSE(result.corrected) << query;
    EXPECT_TRUE(result.suggestion) << query;
    EXPECT_GT(result.total, 0U) << query;
  }
}

TEST_F(DigestsSpellingTest, EveryKeyBringsTheWordNearer) {
  const std::pair<const char*, const char*> rows[] = {
      {"강ㅎ", "강화"},
      {"강활", "강화"},
      {"강화 학", "강화 학습"},
      {"강화 ㅎ", "강화 학습"},
      {"강화핛", "강화학습"},
      {"ㄱㅎㅎㅅ", "강화학습"},
      {"ㄱㅎ ㅎㅅ", "강화 학습"},
      {"트랜ㅅ", "트랜스포머"},
      {"ㅌㄹㅅㅍㅁ", "트랜스포머"},
      {"확산ㅁ", "확산모델"},
      {"reinf", "reinforcement"},
      {"machine l", "machine learning"},
      {"large la", "large language model"},
      {"gpt-4", "gpt-4o"},
      {"rkdghk", "강화"},
      {"ㅣㅣㅡ", "llm"},
      {"title:mam", "title:mamba"},
  };
  for (const auto& [typed, first] : rows) {
    const auto suggestions = searcher().suggest(typed);
    ASSERT_TRUE(suggestions && !suggestions->empty()) << typed;
    EXPECT_EQ(suggestions->front().text, first) << typed;
  }
}

TEST_F(DigestsSpellingTest, HalfATermBringsItsNameInTheOtherLanguage) {
  const std::pair<const char*, const char*> rows[] = {
      {"reinf", "강화 학습"},    {"강화ㅎ", "reinforcement learning"},
      {"rl", "강화 학습"},       {"hallu", "환각"},
      {"환각", "hallucination"}, {"large la", "대형 언어 모델"},
      {"트랜ㅅ", "transformer"}, {"확산ㅁ", "diffusion model"},
  };
  for (const auto& [typed, other] : rows) {
    const auto suggestions = searcher().suggest(typed);
    ASSERT_TRUE(suggestions) << typed;
    EXPECT_TRUE(std::any_of(suggestions->begin(), suggestions->end(),
                            [&](const Suggestion& one) { return one.text == other; }))
        << typed << " " << other;
  }
}

TEST_F(DigestsSpellingTest, HalfANameIsEnough) {
  const std::pair<const char*, const char*> rows[] = {
      {"yoav ar", "Yoav Artzi"},
      {"artz", "Yoav Artzi"},
      {"artzi y", "Yoav Artzi"},
      {"schmidhu", "Jürgen Schmidhuber"},
      {"author:\"yoav ar", "author:\"Yoav Artzi\""}};
  for (const auto& [typed, name] : rows) {
    const auto suggestions = searcher().suggest(typed);
    ASSERT_TRUE(suggestions && !suggestions->empty()) << typed;
    EXPECT_EQ(suggestions->front().kind, Suggestion::Kind::kAuthor) << typed;
    EXPECT_EQ(suggestions->front().text, name) << typed;
  }
}

}  // namespace
}  // namespace papersearch::testing
