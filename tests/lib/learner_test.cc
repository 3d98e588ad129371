// SPDX-License-Identifier: GPL-2.0-or-later
#include "lexicon/learner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

#include "lexicon/endings.h"
#include "normalize.h"

namespace papersearch {
namespace {

std::vector<std::string> texts() {
  std::vector<std::string> out;
  const std::vector<std::string> nouns = {"모델", "해상도", "데이터", "강화학습", "환각"};
  const std::vector<std::string> particles = {"을", "의",   "에서", "은", "이",
                                              "과", "까지", "부터", "도", ""};
  for (const std::string& noun : nouns) {
    for (const std::string& particle : particles) {
      for (int i = 0; i < 3; ++i) out.push_back("그 " + noun + particle + " 본다");
    }
  }
  for (int i = 0; i < 10; ++i) {
    out.push_back("강화 학습을 쓰고, 강화 학습이 좋다");
    out.push_back("모델들을 모델들은 모델들이");
  }
  return out;
}

LexiconLearner::Lexicon learn(const std::vector<std::string>& all) {
  LexiconLearner learner;
  for (const std::string& text : all) learner.add_text(text);
  return learner.learn();
}

std::string written(const std::vector<std::string>& all) {
  std::ostringstream out;
  write_lexicon(learn(all), out);
  return out.str();
}

const LexiconLearner::Word* find(const std::vector<LexiconLearner::Word>& words,
                                 std::u16string_view text) {
  const auto at = std::find_if(words.begin(), words.end(),
                               [&](const auto& word) { return word.text == text; });
  return at == words.end() ? nullptr : &*at;
}

// A noun is a word, and its particles are endings, though each pair is seen seldom.
TEST(LearnerTest, TellsNounsFromEndings) {
  const LexiconLearner::Lexicon lexicon = learn(texts());
  for (const auto* noun : {u"모델", u"데이터", u"환각"}) {
    EXPECT_NE(find(lexicon.words, noun), nullptr) << to_utf8(noun);
  }
  for (const auto* inflected : {u"모델을", u"데이터에서", u"환각까지"}) {
    EXPECT_EQ(find(lexicon.words, inflected), nullptr) << to_utf8(inflected);
  }
  for (const auto* ending : {u"을", u"에서", u"까지"}) {
    EXPECT_NE(find(lexicon.endings, ending), nullptr) << to_utf8(ending);
  }
}

// 해상도 is a word although 도 is a particle.
TEST(LearnerTest, KeepsASyllableThatLooksLikeAParticle) {
  const LexiconLearner::Lexicon lexicon = learn(texts());
  EXPECT_NE(find(lexicon.words, u"해상도"), nullptr);
}

TEST(LearnerTest, CutsACompoundWrittenWithASpaceElsewhere) {
  const LexiconLearner::Lexicon lexicon = learn(texts());
  const LexiconLearner::Word* compound = find(lexicon.words, u"강화학습");
  ASSERT_NE(compound, nullptr);
  EXPECT_EQ(compound->parts, (std::vector<std::u16string>{u"강화", u"학습"}));
}

TEST(LearnerTest, MakesNoWordOfAPlural) {
  EXPECT_EQ(find(learn(texts()).words, u"모델들"), nullptr);
}

// The table is compiled in: it may change only when the archive does, and an archive has
// no order.
TEST(LearnerTest, OrderOfTheTextsDoesNotMatter) {
  std::vector<std::string> all = texts();
  const std::string first = written(all);
  std::mt19937 random(2);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    ASSERT_EQ(written(all), first);
  }
}

TEST(LearnerTest, LeavesRareWordsOut) {
  std::vector<std::string> all = texts();
  all.push_back("뷁쀍은 뷁쀍을");
  EXPECT_EQ(find(learn(all).words, u"뷁쀍"), nullptr);
}

// Behind Latin letters stand mostly endings: "TTRL은" makes no word 은.
TEST(LearnerTest, CountsOnlyWhatFollowsASpace) {
  std::vector<std::string> all(200, "TTRL뷁쀍 (뷁쀍) LLM뷁쀍");
  EXPECT_EQ(find(learn(all).words, u"뷁쀍"), nullptr);
}

TEST(LearnerTest, LearnsNothingFromNothing) {
  EXPECT_TRUE(learn({}).words.empty());
  const LexiconLearner::Lexicon latin =
      learn({"attention is all you need", "\xFF\xFE", ""});
  EXPECT_TRUE(latin.words.empty());
  EXPECT_TRUE(latin.endings.empty());
}

// What the build reads: sorted lines of word, count and parts; endings with a tilde.
TEST(LearnerTest, WritesTheTable) {
  std::istringstream lines(written(texts()));
  std::vector<std::string> words;
  std::vector<std::string> endings;
  for (std::string line; std::getline(lines, line);) {
    if (line[0] == '#') continue;
    std::istringstream fields(line);
    std::string text;
    std::uint64_t count = 0;
    ASSERT_TRUE(fields >> text >> count) << line;
    EXPECT_GT(count, 0U) << line;
    EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 2) << line;
    (text[0] == '~' ? endings : words).push_back(text);
  }
  EXPECT_FALSE(words.empty());
  EXPECT_FALSE(endings.empty());
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
  EXPECT_TRUE(std::is_sorted(endings.begin(), endings.end()));
}

TEST(EndingsTest, AreSyllablesAndEachOnce) {
  const std::vector<std::u16string> endings = korean_endings();
  EXPECT_EQ(std::set<std::u16string>(endings.begin(), endings.end()).size(),
            endings.size());
  for (const std::u16string& ending : endings) {
    ASSERT_FALSE(ending.empty());
    for (const char16_t c : ending)
      ASSERT_TRUE(c >= 0xAC00 && c <= 0xD7A3) << to_utf8(ending);
  }
  for (const auto* ending :
       {u"은", u"에서는", u"들의", u"으로부터", u"합니다", u"되었습니다", u"적으로"}) {
    EXPECT_TRUE(std::find(endings.begin(), endings.end(), ending) != endings.end())
        << to_utf8(ending);
  }
}

}  // namespace
}  // namespace papersearch
