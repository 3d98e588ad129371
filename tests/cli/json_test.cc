// SPDX-License-Identifier: GPL-2.0-or-later
// The JSON of each command, as docs/json_output.md describes it.
#include <gmock/gmock.h>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class JsonTest : public CliTest {};

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

// The parts of `text` that byte ranges mark.
std::vector<std::string> marked(const Json& text, const Json& ranges) {
  const auto whole = text.get<std::string>();
  std::vector<std::string> out;
  for (const Json& range : ranges) {
    const auto begin = range[0].get<std::size_t>();
    out.push_back(whole.substr(begin, range[1].get<std::size_t>() - begin));
  }
  return out;
}

TEST_F(JsonTest, IsOneObjectOnOneLine) {
  const std::string out = papersearch({"LLM", "--json"}).out;
  EXPECT_EQ(out.front(), '{');
  EXPECT_EQ(out.find('\n'), out.size() - 1);
}

TEST_F(JsonTest, ASearchHasItsKeysInOrder) {
  const Json json = json_of({"reward", "모델", "--json"});
  EXPECT_THAT(keys_of(json), ElementsAre("query", "total", "total_is_exact", "took_ms",
                                         "suggestion", "corrected", "hits", "facets"));
  EXPECT_EQ(json["query"], "reward 모델");
  EXPECT_EQ(json["total"], json["hits"].size());
  EXPECT_EQ(json["total_is_exact"], true);
  EXPECT_TRUE(json["took_ms"].is_number());
  EXPECT_TRUE(json["suggestion"].is_null());
  EXPECT_TRUE(json["facets"].is_null());
}

TEST_F(JsonTest, AHitHasItsKeysInOrder) {
  const Json hit = json_of({"reward", "보상", "--json"})["hits"].at(0);
  EXPECT_THAT(keys_of(hit),
              ElementsAre("rank", "id", "title", "url", "date", "authors", "votes", "score",
                          "relevance", "popularity", "title_highlights", "snippets"));
  EXPECT_EQ(hit["rank"], 1);
  EXPECT_EQ(hit["id"], "2504.00001");
  EXPECT_EQ(hit["title"], "Reward Models for Language Agents");
  EXPECT_EQ(hit["url"], "https://arxiv.org/abs/2504.00001");
  EXPECT_EQ(hit["date"], "2025-04-10");
  EXPECT_THAT(hit["authors"], ElementsAre("Mina Kang", "Jo Baker", "Ravi Menon",
                                          "Lea Sommer", "Tom Okafor", "Yuki Arai"));
  EXPECT_EQ(hit["votes"], 57);
  EXPECT_NEAR(hit["score"].get<double>(),
              hit["relevance"].get<double>() + hit["popularity"].get<double>(), 2e-4);
}

TEST_F(JsonTest, HighlightsAreBytesOfTheirText) {
  const Json hit = json_of({"reward", "보상", "--json"})["hits"].at(0);
  EXPECT_THAT(marked(hit["title"], hit["title_highlights"]), ElementsAre("Reward"));
  ASSERT_FALSE(hit["snippets"].empty());
  const Json snippet = hit["snippets"][0];
  EXPECT_THAT(keys_of(snippet), ElementsAre("section", "text", "highlights"));
  EXPECT_EQ(snippet["section"], "What's New");
  EXPECT_THAT(marked(snippet["text"], snippet["highlights"]), ElementsAre("보상"));
}

TEST_F(JsonTest, WhatIsNotKnownIsNull) {
  EXPECT_TRUE(json_of({"survey", "--json"})["hits"].at(0)["votes"].is_null());
  const Json undated = json_of({"molecules", "--json"})["hits"].at(0);
  EXPECT_TRUE(undated["date"].is_null());
  EXPECT_EQ(undated["votes"], 0);
}

TEST_F(JsonTest, NothingFoundIsAnObjectToo) {
  const Json json = json_of({"zyzzyva", "--json"});
  EXPECT_EQ(json["total"], 0);
  EXPECT_THAT(json["hits"], IsEmpty());
}

TEST_F(JsonTest, FacetsAreCountsByValue) {
  const Json facets = json_of({"강화학습", "--facets", "--json"})["facets"];
  EXPECT_THAT(keys_of(facets), ElementsAre("month", "author", "section"));
  EXPECT_EQ(facets["month"], Json::parse(R"({"2025-04": 1, "2025-03": 1})"));
  EXPECT_THAT(keys_of(facets["month"]), ElementsAre("2025-04", "2025-03"));
  EXPECT_EQ(facets["author"]["Jo Baker"], 2);
  EXPECT_EQ(facets["section"]["What's New"], 2);
}

TEST_F(JsonTest, AnExplanationNamesTermsAndAddsUpToTheRelevance) {
  const Json hit = json_of({"language", "agents", "--explain", "--json"})["hits"].at(0);
  EXPECT_THAT(keys_of(hit["explanation"]), ElementsAre("terms", "closeness", "latent"));
  const Json terms = hit["explanation"]["terms"];
  ASSERT_FALSE(terms.empty());
  double sum = hit["explanation"]["closeness"].get<double>() +
               hit["explanation"]["latent"].get<double>();
  for (const Json& term : terms) {
    EXPECT_THAT(keys_of(term), ElementsAre("term", "fields", "within_document_frequency",
                                           "document_frequency", "weight"));
    sum += term["weight"].get<double>();
  }
  EXPECT_NEAR(sum, hit["relevance"].get<double>(), 1e-3);
  const auto agent = std::find_if(terms.begin(), terms.end(),
                                  [](const Json& term) { return term["term"] == "agent"; });
  ASSERT_NE(agent, terms.end());
  EXPECT_THAT((*agent)["fields"], ElementsAre("title"));
  EXPECT_EQ((*agent)["document_frequency"], 2);
}

TEST_F(JsonTest, SimilarHasTheShapeOfASearch) {
  const Json json = json_of({"similar", "2504.00001", "--json"});
  EXPECT_THAT(keys_of(json), ElementsAre("query", "total", "total_is_exact", "took_ms",
                                         "suggestion", "corrected", "hits", "facets"));
  EXPECT_EQ(json["query"], "2504.00001");
  EXPECT_THAT(json["hits"].at(0)["snippets"], IsEmpty());
}

TEST_F(JsonTest, ShowGivesOneObjectALineWithSections) {
  const std::string out = papersearch({"show", "2504.00001", "2401.00004", "--json"}).out;
  std::istringstream lines(out);
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  const Json first = Json::parse(line);
  EXPECT_THAT(keys_of(first),
              ElementsAre("id", "title", "url", "date", "authors", "votes", "sections"));
  EXPECT_THAT(keys_of(first["sections"][0]), ElementsAre("name", "text"));
  EXPECT_EQ(first["sections"][1]["name"], "Technical Details");
  EXPECT_EQ(
      first["sections"][1]["text"],
      "LLM은 여러 답을 쓰고 보상 모델이 하나를 고릅니다.\n두 단계가 번갈아 반복됩니다.");
  ASSERT_TRUE(std::getline(lines, line));
  const Json second = Json::parse(line);
  EXPECT_EQ(second["sections"][0]["name"], "");
  EXPECT_THAT(second["authors"], IsEmpty());
  EXPECT_FALSE(std::getline(lines, line));
}

TEST_F(JsonTest, SuggestionsHaveKindTextAndDocuments) {
  const Json json = json_of({"suggest", "compress", "--json"});
  EXPECT_THAT(keys_of(json), ElementsAre("query", "suggestions"));
  EXPECT_EQ(json["query"], "compress");
  EXPECT_EQ(json["suggestions"].at(0),
            Json::parse(R"({"kind": "term", "text": "compressed", "documents": 1})"));
  EXPECT_EQ(json["suggestions"].back()["kind"], "title");
  EXPECT_EQ(json_of({"suggest", "kov", "--json"})["suggestions"].at(0)["kind"], "author");
}

TEST_F(JsonTest, StatsHasItsKeysInOrder) {
  const Json json = json_of({"stats", "--json"});
  EXPECT_THAT(keys_of(json),
              ElementsAre("papers", "sections", "first_date", "last_date", "votes_known",
                          "last_indexed", "indexed_by", "files", "complaints",
                          "schema_version", "analyzer_version", "bytes"));
  EXPECT_EQ(json["papers"], 7);
  EXPECT_EQ(json["sections"], 11);
  EXPECT_EQ(json["first_date"], "2024-01-15");
  EXPECT_EQ(json["last_date"], "2025-04-10");
  EXPECT_EQ(json["votes_known"], 6);
  EXPECT_GT(json["bytes"], 0);
  EXPECT_GE(json["schema_version"], 1);
}

TEST_F(JsonTest, InvalidBytesOfTheQueryAreReplaced) {
  EXPECT_EQ(json_of({"reward\xFF\xED\xA0\x80", "--json"})["query"],
            "reward\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(json_of({"suggest", "rew\xC3", "--json"})["query"], "rew\uFFFD");
}

TEST_F(JsonTest, TheQueryComesBackAsItWasGiven) {
  const std::string query = "a\x1b[31m \u202Eb \u2028\u009B\x7F \U000E0041 \"\\";
  const ProcessResult result = papersearch({"--json", "--", query});
  EXPECT_EQ(Json::parse(result.out)["query"], query);
}

}  // namespace
}  // namespace papersearch::testing
