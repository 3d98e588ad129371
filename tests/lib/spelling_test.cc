// SPDX-License-Identifier: GPL-2.0-or-later
#include "spelling.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

#include "papersearch/text.h"
#include "query_parser.h"
#include "random_text.h"
#include "row_name.h"
#include "small_index.h"

namespace papersearch {
namespace {

// A dozen papers with the same words, and some with a few words of their own.
std::vector<Paper> papers() {
  std::vector<Paper> out;
  const std::string words =
      "Reinforcement learning of a large language model. A diffusion model for image "
      "segmentation. "
      "Transformer, retrieval, quantization, LoRA, GPT, Qwen, DeepSeek, tuning, agent, "
      "vision. "
      "강화학습, 강화 학습, 트랜스포머와 환각을 줄이는 지식 증류. 확산 모델로 이미지 생성. "
      "모델, 언어 모델, 디퓨전.";
  for (int i = 0; i < 12; ++i) {
    Paper paper =
        testing::make_paper("2504.000" + std::to_string(10 + i), "Reward model", words);
    paper.authors = {"Yoav Artzi", "Ada Lovelace"};
    out.push_back(paper);
  }
  out.push_back(testing::make_paper("2504.00030", "Kuwain",
                                    "A slip of the author: tranformer, modle."));
  out.back().authors = {"Jürgen Schmidhuber"};
  out.push_back(testing::make_paper("2504.00031", "Transformar", "김치와 보쌈"));
  out.back().authors = {"Jürgen Schmidhuber", "Yann LeCun"};
  return out;
}

const Xapian::WritableDatabase& database() {
  static const Xapian::WritableDatabase all = testing::on_disk(papers());
  return all;
}

std::string corrected(std::string_view text) {
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> user;
  const Glossary glossary(database(), user);
  const Result<QueryNode> query = parse_query(text);
  if (!query) return "error";
  const auto correction =
      correct_spelling(database(), analyzer, glossary, text, *query, true);
  return correction ? correction->query : "";
}

struct Typed {
  const char* name;
  const char* text;
  const char* meant;
};
void PrintTo(const Typed& row, std::ostream* out) { *out << row.text; }

class SpellingTest : public ::testing::TestWithParam<Typed> {};

TEST_P(SpellingTest, FindsWhatWasMeant) {
  EXPECT_EQ(corrected(GetParam().text), GetParam().meant);
}

INSTANTIATE_TEST_SUITE_P(
    Words, SpellingTest,
    ::testing::Values(Typed{"LeftOut", "transfomer", "transformer"},
                      Typed{"Added", "diffussion", "diffusion"},
                      Typed{"Swapped", "agnet", "agent"},
                      Typed{"FirstLetter", "ransformer", "transformer"},
                      Typed{"SwappedAcronym", "GTP", "GPT"},
                      Typed{"ShortSwapped", "lroa", "lora"}, Typed{"Jamo", "환걱", "환각"},
                      Typed{"JamoInCompound", "강화학슴", "강화학습"},
                      Typed{"JamoAtTheEnd", "트랜스포며", "트랜스포머"},
                      Typed{"KeepsTheEnding", "환걱을", "환각을"},
                      Typed{"PartOfACompound", "강화학슴모델", "강화학습모델"},
                      Typed{"LettersWithoutSyllable", "트랜스포ㅓㅁ", "트랜스포머"},
                      Typed{"BehindLatin", "Transfomer는", "Transformer는"}),
    testing::row_name<Typed>);

INSTANTIATE_TEST_SUITE_P(Keyboard, SpellingTest,
                         ::testing::Values(Typed{"Hangul", "rkdghk gkrtmq", "강화 학습"},
                                           Typed{"Compound", "rkdghkgkrtmq", "강화학습"},
                                           Typed{"WithEnding", "ahepfdmf", "모델을"},
                                           Typed{"Capital", "Rkdghk", "강화"},
                                           Typed{"Latin", "ㅁㅎ두ㅅ", "agent"},
                                           Typed{"OneSyllable", "헷", "gpt"},
                                           Typed{"NoWord", "rkskek", ""}),
                         testing::row_name<Typed>);

INSTANTIATE_TEST_SUITE_P(
    Spaces, SpellingTest,
    ::testing::Values(Typed{"RunTogether", "reinforcementlearning",
                            "reinforcement learning"},
                      Typed{"Three", "largelanguagemodel", "large language model"},
                      Typed{"NeverSideBySide", "visionlanguage", ""},
                      Typed{"TornApart", "diffu sion", "diffusion"},
                      Typed{"TornInThree", "re inforce ment", "reinforcement"},
                      Typed{"TornHangul", "트랜스 포머", "트랜스포머"},
                      Typed{"TornSyllables", "강 화학 습", "강화학습"},
                      Typed{"OverAComma", "diffu,sion", ""}),
    testing::row_name<Typed>);

INSTANTIATE_TEST_SUITE_P(Capitals, SpellingTest,
                         ::testing::Values(Typed{"First", "Transfomer", "Transformer"},
                                           Typed{"All", "DIFUSION", "DIFFUSION"},
                                           Typed{"Inside", "DeepSeak", "DeepSeek"},
                                           Typed{"None", "deepseak", "deepseek"},
                                           Typed{"BeforeDigits", "Qwen2.5 transfomer",
                                                 "Qwen2.5 transformer"}),
                         testing::row_name<Typed>);

// All but the wrong word stays as it was typed.
INSTANTIATE_TEST_SUITE_P(
    Syntax, SpellingTest,
    ::testing::Values(
        Typed{"LongerQuery", "agent  that uses transfomer, mostly",
              "agent  that uses transformer, mostly"},
        Typed{"Two", "transfomer 환걱", "transformer 환각"},
        Typed{"Phrase", "\"reward modle\"", ""},  // one paper has it, and it is short
        Typed{"PhraseOfWrongWords", "\"difusion model\" agent",
              "\"diffusion model\" agent"},
        Typed{"OpenQuote", "\"difusion model", "\"diffusion model"},
        Typed{"CurlyQuotes", "“difusion model”", "“diffusion model”"},
        Typed{"Signs", "+transfomer -survey", "+transformer -survey"},
        Typed{"Negated", "agent -transfomer", "agent -transformer"},
        Typed{"Field", "title:transfomer", "title:transformer"},
        Typed{"FieldPhrase", "title:\"difusion model\"", "title:\"diffusion model\""},
        Typed{"Group", "(transfomer OR agent) AND difusion",
              "(transformer OR agent) AND diffusion"},
        Typed{"Filters", "votes:20.. transfomer date:2025",
              "votes:20.. transformer date:2025"},
        Typed{"TwoWordsForMust", "+reinforcementlearning agent",
              "+\"reinforcement learning\" agent"},
        Typed{"TwoWordsInField", "title:reinforcementlearning",
              "title:\"reinforcement learning\""},
        Typed{"TwoWordsInAnd", "reinforcementlearning AND agent",
              "\"reinforcement learning\" AND agent"},
        Typed{"TwoWordsInPhrase", "\"reinforcementlearning agent\"",
              "\"reinforcement learning agent\""},
        Typed{"TornOverSigns", "+diffu sion", ""}, Typed{"Prefix", "transfom*", ""},
        Typed{"FullWidth", "ｔｒａｎｓｆｏｍｅｒ", "transformer"},
        Typed{"Decomposed", "\u1112\u116A\u11AB\u1100\u1165\u11A8", "환각"}),
    testing::row_name<Typed>);

INSTANTIATE_TEST_SUITE_P(
    Authors, SpellingTest,
    ::testing::Values(
        Typed{"Initial", "author:\"Y. Artzi\"", "author:\"Yoav Artzi\""},
        Typed{"InitialBehind", "author:\"Artzi, Y.\"", "author:\"Yoav Artzi\""},
        Typed{"Slip", "author:Artzzi", "author:Artzi"},
        Typed{"SlipAndOrder", "author:\"Artzy Yoav\"", "author:\"Yoav Artzi\""},
        Typed{"Accents", "author:\"Jurgen Shmidhuber\" agent",
              "author:\"Jürgen Schmidhuber\" agent"},
        Typed{"AmongWords", "Schmidhubr", "Schmidhuber"},
        Typed{"Fine", "author:\"Artzi Yoav\"", ""},
        Typed{"FineWithoutAccents", "author:\"Jurgen Schmidhuber\"", ""},
        Typed{"Nobody", "author:\"Zzyzx Qqq\"", ""},
        Typed{"OtherInitial", "author:\"B. Artzi\"", ""},
        Typed{"Both", "author:LeCunn transfomer", "author:Lecun transformer"}),
    testing::row_name<Typed>);

INSTANTIATE_TEST_SUITE_P(
    Fine, SpellingTest,
    ::testing::Values(Typed{"Word", "transformer", ""}, Typed{"Form", "transformers", ""},
                      Typed{"Hangul", "트랜스포머는", ""},
                      Typed{"OnlyInATitle", "transformar", ""},
                      Typed{"OnePaper", "kuwain", ""}, Typed{"Name", "schmidhuber", ""},
                      Typed{"LexiconWord", "비지도", ""}, Typed{"Number", "1234", ""},
                      Typed{"Id", "id:2504.00010", ""}, Typed{"BareId", "2504.00010", ""},
                      Typed{"Short", "rl", ""}, Typed{"Stopword", "which", ""},
                      Typed{"NothingNear", "photosynthesis", ""},
                      Typed{"OtherScript", "深層学習", ""}, Typed{"Greek", "αβγδε", ""},
                      Typed{"Verb", "있으니", ""}, Typed{"Empty", "", ""},
                      Typed{"Signs", "+ - \" ( )", ""}),
    testing::row_name<Typed>);

TEST(SpellingKnownTest, SaysWhetherAnyWordIsKnown) {
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> user;
  const Glossary glossary(database(), user);
  const auto known = [&](std::string_view text) {
    const auto correction =
        correct_spelling(database(), analyzer, glossary, text, *parse_query(text), false);
    return correction && !correction->nothing_known;
  };
  EXPECT_FALSE(known("transfomer"));
  // The index knows its first part, but not the word.
  EXPECT_FALSE(known("강화학슴"));
  EXPECT_FALSE(known("transfomer -agent"));
  EXPECT_TRUE(known("transfomer agent"));
}

// A name of the glossary is no slip, though no paper has it.
TEST(SpellingKnownTest, LeavesNamesOfTheGlossaryAlone) {
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> none;
  std::list<OwnedGlossaryTable> user;
  user.emplace_back(std::vector<GlossaryLine>{{{"transfomer", "TFM"}, false}}, analyzer);
  const auto corrected_with = [&](const std::list<OwnedGlossaryTable>& tables) {
    const Glossary glossary(database(), tables);
    return correct_spelling(database(), analyzer, glossary, "transfomer",
                            *parse_query("transfomer"), true)
        .has_value();
  };
  EXPECT_TRUE(corrected_with(none));
  EXPECT_FALSE(corrected_with(user));
}

TEST(SpellingRandomTest, GivesValidQueriesForAnyText) {
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> user;
  const Glossary glossary(database(), user);
  std::mt19937 random(20250423);
  for (int round = 0; round < 400; ++round) {
    std::string text = testing::random_text(random, true);
    if (round % 4 == 0) text += " transfomer \"환걱";
    if (round % 16 == 0) text += std::string(3'000, 'x') + " " + std::string(3'000, 'y');
    const Result<QueryNode> query = parse_query(text);
    if (!query) continue;
    const auto correction =
        correct_spelling(database(), analyzer, glossary, text, *query, true);
    if (!correction) continue;
    EXPECT_TRUE(parse_query(correction->query)) << correction->query;
    EXPECT_TRUE(!is_valid_utf8(text) || is_valid_utf8(correction->query)) << text;
  }
}

class CorrectedSearchTest : public ::testing::Test {
 protected:
  testing::SmallIndex index_{papers()};
};

TEST_F(CorrectedSearchTest, UsesTheCorrectionWhenThereAreNoHits) {
  for (const char* text :
       {"transfomer", "트랜스포며", "강화학슴", "transfomer AND agent", "rkdghk gkrtmq"}) {
    const SearchResult result = index_.search(text);
    EXPECT_TRUE(result.corrected) << text;
    EXPECT_EQ(result.query, text);
    ASSERT_TRUE(result.suggestion) << text;
    EXPECT_GE(result.total, 12U) << text;
    EXPECT_EQ(index_.search(*result.suggestion).total, result.total) << text;
  }
}

TEST_F(CorrectedSearchTest, OnlySuggestsWhenThereAreHits) {
  const SearchResult result = index_.search("agent transfomer");
  EXPECT_FALSE(result.corrected);
  EXPECT_EQ(result.suggestion, "agent transformer");
  EXPECT_EQ(result.total, 12U);
}

TEST_F(CorrectedSearchTest, SaysNothingAboutAQueryThatIsFine) {
  for (const char* text :
       {"transformer", "", "id:2504.00010", "votes:100..", "photosynthesis"}) {
    const SearchResult result = index_.search(text);
    EXPECT_FALSE(result.corrected) << text;
    EXPECT_FALSE(result.suggestion) << text;
  }
}

TEST_F(CorrectedSearchTest, SuggestsWhatFindsNothingEither) {
  const SearchResult result = index_.search("transfomer votes:100..");
  EXPECT_FALSE(result.corrected);
  EXPECT_EQ(result.suggestion, "transformer votes:100..");
  EXPECT_EQ(result.total, 0U);
}

TEST_F(CorrectedSearchTest, MendsAuthorsOfTheOptions) {
  SearchOptions options;
  options.authors = {"Y. Artzi", "Lovelace"};
  const SearchResult result = index_.search("agent", options);
  EXPECT_TRUE(result.corrected);
  EXPECT_EQ(result.suggestion, "agent author:\"Yoav Artzi\"");
  EXPECT_EQ(result.total, 12U);
}

TEST_F(CorrectedSearchTest, CanBeSwitchedOff) {
  SearchOptions options;
  options.correct_spelling = false;
  const SearchResult result = index_.search("transfomer", options);
  EXPECT_FALSE(result.corrected);
  EXPECT_FALSE(result.suggestion);
  EXPECT_EQ(result.total, 0U);
}

}  // namespace
}  // namespace papersearch
