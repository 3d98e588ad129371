// SPDX-License-Identifier: GPL-2.0-or-later
// What must find what, and what must not: through index and search, one text and one
// query a row. The rows are the complaints that people have about Korean search.
#include <gtest/gtest.h>

#include <ostream>

#include "row_name.h"
#include "small_index.h"

namespace papersearch {
namespace {

// An index of one paper, whose only section is `text`.
testing::SmallIndex index_of(const std::string& text) {
  return testing::SmallIndex({testing::make_paper("2504.00001", "-", text)});
}

// Found, and by more than a part of it: the words side by side find it too. And the
// reader sees where.
void expect_found(const std::string& text, const std::string& query) {
  testing::SmallIndex index = index_of(text);
  const SearchResult result = index.search(query);
  ASSERT_EQ(result.total, 1U) << query << " does not find " << text;
  const bool is_one_word = query.find(' ') == std::string::npos;
  EXPECT_EQ(index.search(is_one_word ? "+" + query : "\"" + query + "\"").total, 1U)
      << query << " finds only a part of " << text;
  ASSERT_FALSE(result.hits[0].snippets.empty());
  EXPECT_FALSE(result.hits[0].snippets[0].highlights.empty())
      << query << " is not marked in " << text;
}

void expect_not_found(const std::string& text, const std::string& query) {
  testing::SmallIndex index = index_of(text);
  EXPECT_EQ(index.search(query).total, 0U) << query << " finds " << text;
  EXPECT_EQ(index.search("+" + query).total, 0U) << "+" << query << " finds " << text;
  EXPECT_EQ(index.search("\"" + query + "\"").total, 0U)
      << '"' << query << "\" finds " << text;
}

struct Row {
  const char* name;
  const char* text;
  const char* query;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.query << " / " << row.text; }

class MeetTest : public ::testing::TestWithParam<Row> {};

// Two ways to write the same: each finds the other.
TEST_P(MeetTest, EachFindsTheOther) {
  expect_found(GetParam().text, GetParam().query);
  expect_found(GetParam().query, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Spacing, MeetTest,
    ::testing::Values(Row{"ReinforcementLearning", "강화학습", "강화 학습"},
                      Row{"LanguageModel", "언어모델", "언어 모델"},
                      Row{"LargeLanguageModel", "대규모언어모델", "대규모 언어 모델"},
                      Row{"LargeLanguageModelHalf", "대규모 언어모델", "대규모언어모델"},
                      Row{"MultimodalModel", "멀티모달대형언어모델",
                          "멀티모달 대형 언어 모델"},
                      Row{"StateSpaceModel", "상태공간모델", "상태 공간 모델"},
                      Row{"Distillation", "지식증류", "지식 증류"},
                      Row{"TransferLearning", "전이학습", "전이 학습"},
                      Row{"SelfSupervised", "자기지도학습", "자기 지도 학습"},
                      Row{"FineTuning", "파인튜닝", "파인 튜닝"},
                      Row{"Adjustment", "미세조정", "미세 조정"},
                      Row{"Pretraining", "사전학습", "사전 학습"},
                      Row{"Answering", "질의응답", "질의 응답"},
                      Row{"Dataset", "데이터세트", "데이터 세트"},
                      Row{"Decision", "의사결정", "의사 결정"},
                      Row{"Driving", "자율주행", "자율 주행"},
                      Row{"ImageGeneration", "이미지생성", "이미지 생성"},
                      Row{"Video", "비디오이해", "비디오 이해"}),
    testing::row_name<Row>);

INSTANTIATE_TEST_SUITE_P(Endings, MeetTest,
                         ::testing::Values(Row{"Ttrl", "TTRL", "TTRL는"},
                                           Row{"Llm", "LLM", "LLM의"},
                                           Row{"LlmTwice", "LLM은", "LLM을"},
                                           Row{"LlmPlural", "LLM들", "LLM들의"},
                                           Row{"Case", "환각이", "환각을"},
                                           Row{"Verbs", "개선합니다", "개선하는"},
                                           Row{"VerbTenses", "개선했습니다", "개선한다"},
                                           Row{"Passive", "압축된", "압축되는"},
                                           Row{"Quality", "효율적인", "효율성을"},
                                           Row{"QualityAndNoun", "안정", "안정성"}),
                         testing::row_name<Row>);

INSTANTIATE_TEST_SUITE_P(
    Names, MeetTest,
    ::testing::Values(Row{"Gpt", "GPT-4o", "GPT4o"}, Row{"GptSpaced", "GPT-4o", "gpt 4o"},
                      Row{"GptGlued", "GPT4o", "gpt 4o"},
                      Row{"Qwen", "Qwen2.5", "Qwen 2.5"},
                      Row{"QwenHyphen", "Qwen2.5", "qwen-2.5"},
                      Row{"QwenSpaced", "Qwen 2.5", "qwen-2.5"},
                      Row{"Speech", "text-to-speech", "text to speech"},
                      Row{"Image", "text_to_image", "text-to-image"},
                      Row{"Thought", "chain-of-thought", "chain of thought"},
                      Row{"Resnet", "ResNet-50", "ResNet50"}, Row{"Top5", "top-5", "top 5"},
                      Row{"R1", "DeepSeek-R1", "deepseek r1"}, Row{"Sam", "SAM2", "SAM 2"},
                      Row{"Llama3", "Llama 3", "llama3"}),
    testing::row_name<Row>);

INSTANTIATE_TEST_SUITE_P(
    Letters, MeetTest,
    ::testing::Values(
        Row{"Naive", "naïve", "naive"}, Row{"Gyorgy", "György", "Gyorgy"},
        Row{"Stroke", "Łukasz", "lukasz"}, Row{"Sharp", "Straße", "strasse"},
        Row{"DecomposedKorean", "강화학습",
            "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xBC\xE1\x84\x92\xE1\x85\xAA학습"},
        Row{"DecomposedLatin", "naïve", "nai\xCC\x88ve"},
        Row{"FullWidth", "ＧＰＴ－４ｏ", "GPT-4o"},
        Row{"FullWidthWord", "Ａｇｅｎｔ", "agent"},
        Row{"Ligature", "ﬁne-tuning", "fine-tuning"}, Row{"HalfWidthJamo", "ﾡﾤ", "ㄱㄴ"},
        Row{"NonBreakingHyphen", "co\xE2\x80\x91training", "co-training"},
        Row{"Square", "㎏", "kg"},
        Row{"ZeroWidthSpace", "강화\xE2\x80\x8B학습", "강화학습"},
        Row{"Plural", "LLMs", "LLM"}, Row{"PluralGpu", "GPUs", "GPU"},
        Row{"EnglishPlural", "models", "model"},
        Row{"CurlyApostrophe", "model’s", "model's"}),
    testing::row_name<Row>);

// Written together in one text and apart in the other, where the analyzer does not cut it:
// found without the glossary's help. What nobody can know is where finetuned is cut.
TEST(OtherSpacingTest, IsFound) {
  const std::pair<const char*, const char*> rows[] = {
      {"멀티모달 에이전트", "멀티 모달 에이전트"},
      {"멀티 모달 에이전트", "멀티모달 에이전트"},
      {"멀티 모달의", "멀티모달"},
      {"finetuning a model", "fine tuning a model"},
      {"finetuned", "fine tuning"},
  };
  for (const auto& [text, query] : rows) {
    testing::SmallIndex index = index_of(text);
    const SearchResult result = index.search(query, testing::exact());
    ASSERT_EQ(result.total, 1U) << query << " does not find " << text;
    EXPECT_FALSE(result.hits[0].snippets[0].highlights.empty()) << query << " / " << text;
  }
}

class FoundTest : public ::testing::TestWithParam<Row> {};

TEST_P(FoundTest, IsFound) { expect_found(GetParam().text, GetParam().query); }

INSTANTIATE_TEST_SUITE_P(
    Particles, FoundTest,
    ::testing::Values(
        Row{"Eun", "환각은 문제다", "환각"}, Row{"I", "환각이 문제다", "환각"},
        Row{"Eul", "환각을 줄인다", "환각"}, Row{"Ui", "환각의 원인", "환각"},
        Row{"Eseo", "환각에서 벗어난다", "환각"}, Row{"Eseoui", "환각에서의 차이", "환각"},
        Row{"Euro", "환각으로 이어진다", "환각"}, Row{"Kkaji", "환각까지 줄인다", "환각"},
        Row{"Buteo", "환각부터 줄인다", "환각"}, Row{"Gwa", "환각과 편향", "환각"},
        Row{"Do", "환각도 줄인다", "환각"}, Row{"Man", "환각만 줄인다", "환각"},
        Row{"Cheoreom", "환각처럼 보인다", "환각"}, Row{"Boda", "환각보다 낫다", "환각"},
        Row{"Ina", "환각이나 편향", "환각"}, Row{"Neun", "데이터는 많다", "데이터"},
        Row{"Robuteo", "데이터로부터 배운다", "데이터"},
        Row{"Wa", "데이터와 모델", "데이터"}, Row{"Ege", "로봇에게 명령한다", "로봇"},
        Row{"Deul", "여러 로봇들", "로봇"}, Row{"Deuri", "로봇들이 돕는다", "로봇"},
        Row{"Deurui", "로봇들의 협력", "로봇"}, Row{"Deulgwa", "작업들과 도구", "작업"},
        Row{"Imnida", "이것은 로봇입니다", "로봇"},
        Row{"AfterNumber", "GPT-4는 크다", "GPT-4"},
        Row{"AfterParenthesis", "강화 학습(RL)은 어렵다", "RL"},
        Row{"BeforeParenthesis", "강화 학습(RL)은 어렵다", "강화학습"}),
    testing::row_name<Row>);

INSTANTIATE_TEST_SUITE_P(
    Verbs, FoundTest,
    ::testing::Values(
        Row{"Hamnida", "성능을 개선합니다", "개선"},
        Row{"Haetseumnida", "성능을 개선했습니다", "개선"},
        Row{"Hayeotseumnida", "성능을 개선하였습니다", "개선"},
        Row{"Haneun", "개선하는 방법", "개선"}, Row{"Hagi", "개선하기 위해", "개선"},
        Row{"Hameurosseo", "개선함으로써", "개선"}, Row{"Doen", "개선된 성능", "개선"},
        Row{"Doeneun", "개선되는 성능", "개선"}, Row{"Doeeotda", "개선되었습니다", "개선"},
        Row{"Sikinda", "개선시킵니다", "개선"}, Row{"Jeok", "효율적으로", "효율"},
        Row{"Seong", "효율성이 높다", "효율"}, Row{"HwaDoen", "최적화된 모델", "최적화"},
        Row{"HwaHada", "양자화합니다", "양자화"}),
    testing::row_name<Row>);

INSTANTIATE_TEST_SUITE_P(
    Mixed, FoundTest,
    ::testing::Values(Row{"WordBehindLatin", "AI기반 추천", "AI"},
                      Row{"WordsOfMixed", "AI기반 추천", "AI 기반"},
                      Row{"LatinInside", "비전AI모델", "AI"},
                      Row{"NumberAndUnit", "7B모델을 쓴다", "7B 모델"},
                      Row{"ThreeD", "3D재구성", "3D 재구성"}, Row{"Score", "F1점수", "F1"},
                      Row{"Times", "2.5배 빠르다", "2.5"},
                      Row{"Counter", "10,000개의 예제", "10000"},
                      Row{"PartOfACompound", "강화학습기반 방법", "강화학습"},
                      Row{"FirstOfAName", "MMLU-Pro에서", "mmlu"},
                      Row{"VersionOfAName", "Llama-3.1-8B-Instruct", "llama 3.1"},
                      Row{"Letter", "C++ 코드", "C++"}, Row{"Algorithm", "A* 탐색", "A*"}),
    testing::row_name<Row>);

INSTANTIATE_TEST_SUITE_P(
    Punctuation, FoundTest,
    ::testing::Values(Row{"FullStop", "이것은 강화학습.", "강화학습"},
                      Row{"Comma", "강화학습, 그리고", "강화학습"},
                      Row{"Quotes", "‘강화학습’이란", "강화학습"},
                      Row{"Brackets", "「강화학습」을", "강화학습"},
                      Row{"Slash", "언어/비전", "비전"},
                      Row{"MiddleDot", "언어·비전", "비전"},
                      Row{"QueryQuestion", "강화학습이다", "강화학습?"},
                      Row{"QueryComma", "강화학습이다", "강화학습,"},
                      Row{"QueryFullStop", "강화학습이다", "강화학습."},
                      Row{"QueryExclamation", "LLM이다", "LLM!"}),
    testing::row_name<Row>);

class NotFoundTest : public ::testing::TestWithParam<Row> {};

TEST_P(NotFoundTest, IsNotFound) { expect_not_found(GetParam().text, GetParam().query); }

// Syllables that stand across the parts of a word are no word of it.
INSTANTIATE_TEST_SUITE_P(
    Across, NotFoundTest,
    ::testing::Values(
        Row{"Chemistry", "강화학습을 합니다", "화학"},
        Row{"ChemistryApart", "강화 학습을 합니다", "화학"},
        Row{"Surgery", "생성형 인공지능", "성형"}, Row{"Notice", "인공지능 연구", "공지"},
        Row{"Mother", "언어모델이다", "어모"}, Row{"Machine", "기계학습이다", "계학"},
        Row{"Words", "영상 생성", "상생"}, Row{"Ending", "문제를 해결한다", "제해"},
        Row{"Korean", "한국어 평가", "국어"}, Row{"User", "사용자 의도", "용자"},
        Row{"Physics", "물리학 문제", "리학"}, Row{"HalfAWord", "데이터가 많다", "데이"},
        Row{"OneSyllable", "모델의 크기", "모"}),
    testing::row_name<Row>);

// A syllable that negates stays: the rest would mean the contrary.
INSTANTIATE_TEST_SUITE_P(
    Negation, NotFoundTest,
    ::testing::Values(
        Row{"Unsupervised", "비지도학습", "지도"}, Row{"Supervised", "지도 학습", "비지도"},
        Row{"Nonlinear", "비선형 동역학", "선형"}, Row{"Asymmetric", "비대칭 구조", "대칭"},
        Row{"Unbalanced", "불균형 데이터", "균형"}, Row{"Unlimited", "무제한 생성", "제한"},
        Row{"Unfinished", "미완성 코드", "완성"}, Row{"Incorrect", "부정확한 답", "정확"},
        Row{"Uncertainty", "불확실성 추정", "확실"}, Row{"Abnormal", "비정상 탐지", "정상"},
        Row{"Inefficient", "비효율적인", "효율"}, Row{"Unrealistic", "비현실적인", "현실"}),
    testing::row_name<Row>);

INSTANTIATE_TEST_SUITE_P(
    FalseFriends, NotFoundTest,
    ::testing::Values(Row{"Llama", "LLaMA를 쓴다", "LLM"},
                      Row{"Llm", "LLM을 쓴다", "LLaMA"}, Row{"Bart", "BERT를 쓴다", "BART"},
                      Row{"Ragas", "RAG를 쓴다", "RAGAS"},
                      Row{"Rag", "RAGAS를 쓴다", "RAG"}, Row{"Tts", "TT를 쓴다", "TTS"},
                      Row{"Bus", "bu", "bus"}, Row{"Mathematics", "과학 문제", "수학"},
                      Row{"Science", "수학 문제", "과학"},
                      Row{"SpaceTime", "시간 정보", "시공간"}, Row{"Cpp", "C++ 코드", "C"},
                      Row{"Decimal", "Qwen2.5", "25"}, Row{"Thousands", "10,000개", "000"},
                      Row{"Resolution", "해상도가 높다", "해상"},
                      Row{"Temperature", "온도를 낮춘다", "온"}),
    testing::row_name<Row>);

// Names of authors, however they are typed.
TEST(FindAuthorTest, SpellingsMeet) {
  const struct {
    const char* author;
    const char* query;
  } rows[] = {{"György Buzsáki", "author:Gyorgy"},
              {"Gyorgy Buzsaki", "author:György"},
              {"György Buzsáki", "buzsaki"},
              {"Łukasz Kaiser", "author:\"lukasz kaiser\""},
              {"Yoav Artzi", "author:\"Artzi Yoav\""},
              {"Yoav Artzi", "author:\"Artzi, Yoav\""},
              {"Jean-Pierre Serre", "author:\"Jean Pierre\""},
              {"Geoffrey E. Hinton", "author:\"Geoffrey Hinton\""},
              {"김철수", "author:김철수"},
              {"김철수",
               "author:"
               "\xE1\x84\x80\xE1\x85\xB5\xE1\x86\xB7\xE1\x84\x8E\xE1\x85\xA5\xE1\x86\xAF"
               "\xE1\x84\x89\xE1\x85\xAE"}};
  for (const auto& row : rows) {
    Paper paper = testing::make_paper("2504.00001", "-");
    paper.authors = {row.author};
    EXPECT_EQ(testing::SmallIndex({paper}).search(row.query).total, 1U)
        << row.query << " / " << row.author;
  }
}

}  // namespace
}  // namespace papersearch
