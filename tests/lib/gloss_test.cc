// SPDX-License-Identifier: GPL-2.0-or-later
#include "gloss.h"

#include <gtest/gtest.h>

#include <ostream>

#include "row_name.h"

namespace papersearch {
namespace {

std::vector<Gloss> glosses(std::string_view text) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::vector<Gloss> out;
  find_glosses(text, tokens, out);
  return out;
}

// "강화 학습 | reinforcement learning | RL", "=" before a Korean name that is whole.
std::string description(std::string_view text) {
  std::string out;
  for (const Gloss& gloss : glosses(text)) {
    out += (out.empty() ? "" : "; ") + std::string(gloss.korean_is_whole ? "=" : "") +
           gloss.korean + " | " + gloss.english + " | " + gloss.abbreviation;
  }
  return out;
}

struct Row {
  const char* name;
  const char* text;
  const char* glosses;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.text; }

class GlossTest : public ::testing::TestWithParam<Row> {};

TEST_P(GlossTest, IsFound) { EXPECT_EQ(description(GetParam().text), GetParam().glosses); }

INSTANTIATE_TEST_SUITE_P(
    KoreanFirst, GlossTest,
    ::testing::Values(Row{"English", "강화 학습(Reinforcement Learning)을 쓴다",
                          "강화 학습 | reinforcement learning | "},
                      Row{"Solid", "강화학습(reinforcement learning)",
                          "강화 학습 | reinforcement learning | "},
                      Row{"Space", "강화 학습 (reinforcement learning)",
                          "강화 학습 | reinforcement learning | "},
                      Row{"EnglishAndAbbreviation", "강화 학습(Reinforcement Learning; RL)",
                          "강화 학습 | reinforcement learning | RL"},
                      Row{"Comma", "강화 학습(Reinforcement Learning, RL)",
                          "강화 학습 | reinforcement learning | RL"},
                      Row{"Colon", "강화 학습(RL: Reinforcement Learning)",
                          "강화 학습 | reinforcement learning | RL"},
                      Row{"AbbreviationFirst", "강화 학습(RL; Reinforcement Learning)",
                          "강화 학습 | reinforcement learning | RL"},
                      Row{"Abbreviation", "강화 학습(RL)", "강화 학습 |  | RL"},
                      Row{"Plural", "대형 언어 모델(LLMs)", "대형 언어 모델 |  | LLM"},
                      Row{"MixedCase", "저랭크 적응(LoRA)", "저랭크 적응 |  | LoRA"},
                      Row{"KoreanPlural", "언어 모델들(language models)",
                          "언어 모델 | language models | "},
                      Row{"Two", "보상(reward)과 정책(policy)",
                          "보상 | reward | ; 정책 | policy | "},
                      Row{"FullWidthLetters", "강화 학습(ＲＬ)", "강화 학습 | rl | "}),
    testing::row_name<Row>);

INSTANTIATE_TEST_SUITE_P(
    KoreanTrimmed, GlossTest,
    ::testing::Values(
        Row{"Topic", "이 논문은 대형 언어 모델(LLM)", "대형 언어 모델 |  | LLM"},
        Row{"Subject", "로봇이 강화 학습(RL)", "강화 학습 |  | RL"},
        Row{"ObjectMayBelong", "이미지를 텍스트로 변환(image-to-text conversion)",
            "이미지 텍스트 변환 | image to text conversion | "},
        Row{"ThroughIsContext", "학습을 통한 강화 학습(RL)", "강화 학습 |  | RL"},
        Row{"Sentence", "빠르다. 강화 학습(RL)", "강화 학습 |  | RL"},
        Row{"Comma", "보상, 강화 학습(RL)", "강화 학습 |  | RL"},
        Row{"Colon", "목표: 강화 학습(RL)", "강화 학습 |  | RL"},
        Row{"Adjective", "높은 정확도(accuracy)", "정확도 | accuracy | "},
        Row{"Self", "이 자가 지도 학습(SSL)", "자 지도 학습 |  | SSL"},
        Row{"ContextWords", "우리는 새로운 강화 학습(RL)", "강화 학습 |  | RL"},
        Row{"ContextWordWithin", "여러 최신 심층 강화 학습(RL)", "심층 강화 학습 |  | RL"},
        Row{"SixTerms", "하늘 바다 구름 나무 바람 강화 학습(RL)",
            "바다 구름 나무 바람 강화 학습 |  | RL"},
        Row{"Quotes", "새로운 '강화 학습'(RL)", "=강화 학습 |  | RL"},
        Row{"LatinWithin", "3D 가우시안 스플래팅(3D Gaussian Splatting)",
            "3d 가우시안 스플래팅 | 3d gaussian splatting | "}),
    testing::row_name<Row>);

INSTANTIATE_TEST_SUITE_P(
    EnglishFirst, GlossTest,
    ::testing::Values(
        Row{"Korean", "Reinforcement Learning(강화 학습)을",
            "=강화 학습 | reinforcement learning | "},
        Row{"AbbreviationInKorean", "MLLM(멀티모달 대형 언어 모델)",
            "=멀티모달 대형 언어 모델 |  | MLLM"},
        Row{"All", "AU(행동 단위; Action Unit)", "=행동 단위 | action unit | AU"},
        Row{"LongThenShort", "We train Large Language Models (LLMs) here",
            " | large language models | LLM"},
        Row{"ShortThenLong", "an LLM (Large Language Model)",
            " | large language model | LLM"},
        Row{"Hyphens", "Retrieval-Augmented Generation (RAG)",
            " | retrieval augmented generation | RAG"},
        Row{"FunctionWords", "the Mixture of Experts (MoE)", " | mixture of experts | MoE"},
        Row{"LettersInside", "a Low-Rank Adaptation (LoRA)",
            " | low rank adaptation | LoRA"},
        // Supervised learning alone would hold both letters, too.
        Row{"WholeHyphenWord", "uses self-supervised learning (SSL)",
            " | self supervised learning | SSL"},
        Row{"AcrossLines", "large language\nmodels (LLMs)",
            " | large language models | LLM"}),
    testing::row_name<Row>);

INSTANTIATE_TEST_SUITE_P(
    None, GlossTest,
    ::testing::Values(Row{"Empty", "", ""}, Row{"NoWordBefore", "(RL)", ""},
                      Row{"NoParenthesis", "강화 학습 reinforcement learning", ""},
                      Row{"Unclosed", "강화 학습(RL", ""},
                      Row{"EmptyParenthesis", "강화 학습()", ""},
                      Row{"Number", "강화 학습(2024)", ""},
                      Row{"Percent", "정확도(93.5%)", ""}, Row{"Formula", "함수(f(x))", ""},
                      Row{"Address", "코드(https://example.org/a)", ""},
                      Row{"List", "데이터셋(GSM8K, MATH, AIME)", ""},
                      Row{"ForExample", "모델(e.g., GPT-4)", ""},
                      Row{"PunctuationBefore", "강화 학습, (RL)", ""},
                      Row{"OtherWords", "Our new method (RL)", ""},
                      Row{"TooLong",
                          "강화 학습(a name that goes on and on and on until nobody "
                          "believes that it is one)",
                          ""},
                      Row{"OtherLine", "강화 학습(Reinforcement\nLearning)", ""},
                      Row{"BadBytes", "\xFF\xED(\xB0)(RL)", ""}),
    testing::row_name<Row>);

TEST(GlossesOfAPaperTest, SurviveEncodingInOrderAndOnce) {
  const Gloss a{"강화 학습", false, "reinforcement learning", "RL"};
  const Gloss b{"강화 학습", true, "", "RL"};
  const Gloss c{"", false, "large language model", "LLM"};
  const std::string encoded = encode_glosses({a, b, c, a});
  EXPECT_EQ(encoded, encode_glosses({c, b, a}));
  std::vector<Gloss> decoded = decode_glosses(encoded);
  std::sort(decoded.begin(), decoded.end());
  EXPECT_EQ(decoded, (std::vector<Gloss>{c, a, b}));
}

TEST(GlossesOfAPaperTest, AreBounded) {
  std::vector<Gloss> many;
  for (int i = 0; i < 1'000; ++i) many.push_back({"", false, std::to_string(i), "RL"});
  EXPECT_EQ(decode_glosses(encode_glosses(many)).size(), 64U);
}

TEST(GlossesOfAPaperTest, DamagedOnesEndTheList) {
  EXPECT_TRUE(decode_glosses("").empty());
  EXPECT_TRUE(decode_glosses("no tabs\n").empty());
  EXPECT_TRUE(decode_glosses("a\tb\tC").empty());
  EXPECT_EQ(decode_glosses("a\tb\tC\nbroken").size(), 1U);
  EXPECT_TRUE(decode_glosses("a\t\t\n\tb\t\n\t\tC\n\t\t\n").empty());
}

}  // namespace
}  // namespace papersearch
