// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzer.h"

#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <random>

#include "papersearch/text.h"
#include "random_text.h"
#include "row_name.h"
#include "schema.h"

namespace papersearch {
namespace {

std::vector<Token> analyze(std::string_view text) {
  Analyzer analyzer;
  std::vector<Token> out;
  analyzer.analyze(text, out);
  return out;
}

// "GPT-4o는" reads "gpt@0 4o@1 =gpt4o@0": term and position, = for a whole, : for a bigram.
std::string terms(std::string_view text) {
  std::string out;
  for (const Token& token : analyze(text)) {
    if (!out.empty()) out += ' ';
    if (token.kind == TokenKind::kWhole) out += '=';
    if (token.kind == TokenKind::kBigram) out += ':';
    out += token.term + "@" + std::to_string(token.position);
  }
  return out;
}

struct Text {
  const char* name;
  const char* text;
  const char* terms;
};
void PrintTo(const Text& text, std::ostream* out) { *out << text.text; }

class AnalyzerTest : public ::testing::TestWithParam<Text> {};

TEST_P(AnalyzerTest, GivesTheTerms) { EXPECT_EQ(terms(GetParam().text), GetParam().terms); }

INSTANTIATE_TEST_SUITE_P(
    Nothing, AnalyzerTest,
    ::testing::Values(Text{"Empty", "", ""}, Text{"Spaces", " \n\t　", ""},
                      Text{"Punctuation", "... --- !? () \"' * # +", ""},
                      Text{"Emoji", "😀 👩🏽‍🔬", ""},
                      Text{"Controls", "\x01\x7F\x1B", ""},
                      Text{"BadBytes", "\xFF\x80\xC0", ""}),
    testing::row_name<Text>);

INSTANTIATE_TEST_SUITE_P(
    Latin, AnalyzerTest,
    ::testing::Values(
        Text{"Stems", "Reinforcement learning models", "reinforc@0 learn@1 model@2"},
        Text{"Accents", "naïve György", "naiv@0 gyorgi@1"},
        Text{"FullWidth", "ＡＧＥＮＴ", "agent@0"},
        Text{"Possessive", "model's", "model@0"},
        Text{"CurlyApostrophe", "model’s don’t", "model@0 don't@1"},
        Text{"PluralAcronym", "LLMs GPUs", "llm@0 =llms@0 gpu@1 =gpus@1"},
        Text{"PluralAcronymOnce", "APIs", "api@0"},
        Text{"PluralAcronymInAChain", "MLLMs-based", "mllm@0 base@1 =mllmbase@0"},
        Text{"NoPluralAcronym", "TTS bus llms As", "tts@0 bus@1 llms@2 as@3"},
        Text{"LetterAndNumber", "Qwen2.5", "qwen@0 2.5@1 =qwen2.5@0"},
        Text{"Hyphen", "GPT-4o", "gpt@0 4o@1 =gpt4o@0"},
        Text{"NoHyphen", "GPT4o", "gpt@0 4o@1 =gpt4o@0"},
        Text{"Spaced", "gpt 4o", "gpt@0 4o@1"},
        Text{"ThreeParts", "text-to-speech", "text@0 to@1 speech@2 =texttospeech@0"},
        Text{"Underscores", "text_to_speech", "text@0 to@1 speech@2 =texttospeech@0"},
        Text{"NonBreakingHyphen", "co\xE2\x80\x91training", "co@0 train@1 =cotrain@0"},
        Text{"WholeIsStemmed", "fine-tuning", "fine@0 tune@1 =finetun@0"},
        Text{"FiveAreNoWhole", "a-b-c-d-e", "a@0 b@1 c@2 d@3 e@4"},
        Text{"HyphenAtTheEnd", "pre- and post-training",
             "pre@0 and@1 post@2 train@3 =posttrain@2"},
        Text{"SpaceAroundHyphen", "GPT - 4", "gpt@0 4@1"},
        Text{"NumberWithUnit", "7B 3D 100x", "7b@0 3d@1 100x@2"},
        Text{"Thousands", "10,000", "10000@0"}, Text{"Decimal", "3.14.", "3.14@0"},
        Text{"Plusses", "C++ C# c", "c++@0 c#@1 c@2"},
        Text{"SlashSeparates", "input/output", "input@0 output@1"},
        Text{"OtherScripts", "СВЯЗЬ λόγος", "связь@0 λογοσ@1"},
        Text{"Han", "机器", "机器@0"}),
    testing::row_name<Text>);

INSTANTIATE_TEST_SUITE_P(
    Korean, AnalyzerTest,
    ::testing::Values(Text{"Compound", "강화학습을", "강화@0 학습@1 =강화학습@0"},
                      Text{"CompoundInWords", "강화 학습을", "강화@0 학습@1"},
                      Text{"ThreeParts", "대규모언어모델",
                           "대규모@0 언어@1 모델@2 =대규모언어모델@0"},
                      Text{"Decomposed",
                           "\xE1\x84\x92\xE1\x85\xAA\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xA1"
                           "\xE1\x86\xA8\xE1\x84\x8B\xE1\x85\xB4",
                           "환각@0"},
                      Text{"Negation", "비지도 지도", "비지도@0 지도@1"},
                      Text{"Quality", "효율성을", "효율@0 =효율성@0"},
                      Text{"UnknownHasBigrams", "뷁쀍궳은", "뷁쀍궳@0 :뷁쀍@0 :쀍궳@0"},
                      Text{"TwoUnknownSyllables", "뷁쀍", "뷁쀍@0"}),
    testing::row_name<Text>);

// Latin and Hangul stand glued together in nine papers of ten.
INSTANTIATE_TEST_SUITE_P(
    Mixed, AnalyzerTest,
    ::testing::Values(Text{"ParticleGoes", "TTRL는 LLM의", "ttrl@0 llm@1"},
                      Text{"ParticleBehindANumber", "GPT-4에서", "gpt@0 4@1 =gpt4@0"},
                      Text{"ParticleBehindAParenthesis", "강화(RL)는 학습",
                           "강화@0 rl@1 학습@2"},
                      Text{"ParticleAloneIsAWord", "RL 은 학습", "rl@0 은@1 학습@2"},
                      Text{"WordStays", "AI기반", "ai@0 기반@1"},
                      Text{"LetterInside", "비전AI모델", "비전@0 ai@1 모델@2"}),
    testing::row_name<Text>);

// The word as written is kept for completions where the term is a stem.
TEST(AnalyzerTest, KeepsTheSurfaceOfAStem) {
  const std::vector<Token> tokens = analyze("Learning agent");
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].term, "learn");
  EXPECT_EQ(tokens[0].surface, "learning");
  EXPECT_EQ(tokens[1].term, "agent");
  EXPECT_EQ(tokens[1].surface, "");
}

// What is written as one word has one number: a query turns it into one thing to find.
TEST(AnalyzerTest, NumbersWhatIsWrittenTogether) {
  std::string groups;
  for (const Token& token : analyze("GPT-4o는 강화학습 강화 학습")) {
    groups += token.term + ":" + std::to_string(token.group) + " ";
  }
  EXPECT_EQ(groups, "gpt:0 4o:0 gpt4o:0 강화:1 학습:1 강화학습:1 강화:2 학습:3 ");
}

// Highlights are cut from the original text: without the particle, with the accents.
TEST(AnalyzerTest, SourcesAreTheWordsAsWritten) {
  const std::string text =
      "Ｔop-5, "
      "György\xE1\x84\x92\xE1\x85\xAA\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8을 "
      "ﬁne";
  std::vector<std::string> sources;
  for (const Token& token : analyze(text)) {
    sources.push_back(
        text.substr(token.source.begin, token.source.end - token.source.begin));
  }
  EXPECT_EQ(sources,
            (std::vector<std::string>{
                "Ｔop", "5", "Ｔop-5", "György",
                "\xE1\x84\x92\xE1\x85\xAA\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8",
                "ﬁne"}));
}

// Whatever the text: sources lie inside it, on code point boundaries, in order; positions
// and groups count up; a whole spans its parts; terms fit into the index.
TEST(AnalyzerTest, TokensAreSoundForRandomTexts) {
  std::mt19937 random(20250423);
  Analyzer analyzer;
  std::vector<Token> tokens;
  for (int round = 0; round < 5000; ++round) {
    const std::string text = testing::random_text(random, round % 2 == 0);
    const auto boundaries = testing::code_point_boundaries(text);
    analyzer.analyze(text, tokens);
    std::map<std::uint32_t, ByteRange> words;  // by position
    ByteRange last;
    for (const Token& token : tokens) {
      ASSERT_LT(token.source.begin, token.source.end) << text;
      ASSERT_TRUE(boundaries.contains(token.source.begin)) << text;
      ASSERT_TRUE(boundaries.contains(token.source.end)) << text;
      ASSERT_TRUE(!token.term.empty() && token.term.size() <= kMaxTermBytes) << text;
      ASSERT_TRUE(is_valid_utf8(token.term) && is_valid_utf8(token.surface)) << text;
      ASSERT_EQ(token.term.find_first_of(" \n\t,ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                std::string::npos)
          << text;
      if (token.kind == TokenKind::kWord) {
        ASSERT_EQ(token.position, words.size()) << text;
        // Two words may share an inseparable piece: the 1 and the 2 of ½.
        ASSERT_TRUE(token.source.begin >= last.begin && token.source.end >= last.end)
            << text;
        last = token.source;
        words[token.position] = token.source;
      } else {
        ASSERT_TRUE(words.contains(token.position)) << text;
        ASSERT_GE(token.source.begin, words[token.position].begin) << text;
        ASSERT_LE(token.source.begin, words[token.position].end) << text;
      }
    }
  }
}

// Caches change nothing: a long-lived analyzer gives what a new one gives.
TEST(AnalyzerTest, SameTextSameTokens) {
  std::mt19937 random(3);
  Analyzer old;
  std::vector<Token> tokens;
  for (int round = 0; round < 300; ++round) {
    const std::string text = testing::random_text(random, true);
    old.analyze(text, tokens);
    const std::vector<Token> fresh = analyze(text);
    ASSERT_EQ(tokens.size(), fresh.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      ASSERT_EQ(tokens[i].term, fresh[i].term);
      ASSERT_EQ(tokens[i].source, fresh[i].source);
    }
  }
}

// Xapian refuses terms over 245 bytes; a cut may not go through a character.
TEST(AnalyzerTest, CutsLongTerms) {
  for (const std::string letter : {"a", "é", "강", "机", "𝄞a", "𐐨"}) {
    std::string word;
    for (int i = 0; i < 300; ++i) word += letter;
    for (const Token& token : analyze(word)) {
      EXPECT_LE(token.term.size(), kMaxTermBytes);
      EXPECT_TRUE(is_valid_utf8(token.term));
    }
  }
}

TEST(AnalyzerTest, SurvivesATenMegabyteWord) {
  for (const char* letter : {"a", "강", "7", "-"}) {
    std::string word;
    while (word.size() < 10'000'000) word += letter;
    const std::vector<Token> tokens = analyze("before " + word + " after");
    ASSERT_FALSE(tokens.empty());
    EXPECT_EQ(tokens.front().term, "befor");
    EXPECT_EQ(tokens.back().term, "after");
  }
}

TEST(AnalyzerTest, SurvivesAFloodOfCombiningMarks) {
  std::string text = "agent";
  for (int i = 0; i < 100'000; ++i) text += "\xCC\x81\xCD\x9D";
  EXPECT_EQ(terms(text + " next"), "agent@0 next@1");
}

TEST(AnalyzerTest, FoldsNamesWithoutStemming) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(Analyzer::fold_words("György Buzsáki"), (Words{"gyorgy", "buzsaki"}));
  EXPECT_EQ(Analyzer::fold_words("O'Brien, J.-P."), (Words{"o", "brien", "j", "p"}));
  EXPECT_EQ(Analyzer::fold_words("김철수"), (Words{"김철수"}));
  EXPECT_EQ(Analyzer::fold_words(" .,- "), Words{});
  EXPECT_LE(Analyzer::fold_words(std::string(1000, 'x'))[0].size(), kMaxTermBytes);
}

TEST(AnalyzerTest, WorksAfterAMove) {
  Analyzer first;
  Analyzer second = std::move(first);
  std::vector<Token> tokens;
  second.analyze("agent", tokens);
  EXPECT_EQ(tokens.size(), 1U);
}

}  // namespace
}  // namespace papersearch
