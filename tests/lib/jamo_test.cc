// SPDX-License-Identifier: GPL-2.0-or-later
#include "jamo.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

#include "normalize.h"
#include "row_name.h"

namespace papersearch {
namespace {

struct Spelled {
  const char* name;
  const char16_t* text;
  const char16_t* letters;
};
void PrintTo(const Spelled& row, std::ostream* out) { *out << to_utf8(row.text); }

class JamoTest : public ::testing::TestWithParam<Spelled> {};

TEST_P(JamoTest, TakesSyllablesApart) {
  EXPECT_EQ(to_utf8(to_letters(GetParam().text)), to_utf8(GetParam().letters));
}

TEST_P(JamoTest, PutsThemTogetherAgain) {
  EXPECT_EQ(to_utf8(from_letters(GetParam().letters)), to_utf8(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Words, JamoTest,
    ::testing::Values(Spelled{"Plain", u"강화", u"ㄱㅏㅇㅎㅗㅏ"},
                      Spelled{"VowelOfTwoKeys", u"의회", u"ㅇㅡㅣㅎㅗㅣ"},
                      Spelled{"TailOfTwoKeys", u"값", u"ㄱㅏㅂㅅ"},
                      Spelled{"TailMovesOn", u"갑사", u"ㄱㅏㅂㅅㅏ"},
                      Spelled{"TailOfTwoStays", u"값이", u"ㄱㅏㅂㅅㅇㅣ"},
                      Spelled{"TailAndLeadAlike", u"각각", u"ㄱㅏㄱㄱㅏㄱ"},
                      Spelled{"DoubledIsOneKey", u"까마귀", u"ㄲㅏㅁㅏㄱㅜㅣ"},
                      Spelled{"DoubledTail", u"있다", u"ㅇㅣㅆㄷㅏ"},
                      Spelled{"LoneLetters", u"ㄱㅎㅎㅅ", u"ㄱㅎㅎㅅ"},
                      Spelled{"LoneVowels", u"ㅣㅣㅡ", u"ㅣㅣㅡ"},
                      Spelled{"HalfASyllable", u"강ㅎ", u"ㄱㅏㅇㅎ"},
                      Spelled{"OtherScripts", u"llm은 7b", u"llmㅇㅡㄴ 7b"},
                      Spelled{"Empty", u"", u""}),
    testing::row_name<Spelled>);

// What NFKC makes of letters that stand alone, and clusters that are one character.
TEST(JamoLettersTest, ReadsConjoiningJamoAndClusters) {
  EXPECT_EQ(to_letters(u"\u1100\u1161\u11A8"), u"ㄱㅏㄱ");
  EXPECT_EQ(to_letters(u"ㄳㅘ"), u"ㄱㅅㅗㅏ");
  EXPECT_TRUE(is_lone_jamo(u'\u1112'));
  EXPECT_FALSE(is_lone_jamo(u'강'));
  EXPECT_FALSE(is_lone_jamo(u'a'));
}

TEST(JamoLettersTest, EverySyllableComesBack) {
  for (char16_t c = kFirstSyllable; c <= kLastSyllable; ++c) {
    ASSERT_EQ(from_letters(to_letters({&c, 1})), std::u16string(1, c))
        << static_cast<int>(c);
  }
}

TEST(JamoLettersTest, EveryTwoSyllablesComeBack) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> syllable(kFirstSyllable, kLastSyllable);
  for (int round = 0; round < 20'000; ++round) {
    const std::u16string word = {static_cast<char16_t>(syllable(random)),
                                 static_cast<char16_t>(syllable(random))};
    ASSERT_EQ(from_letters(to_letters(word)), word) << to_utf8(word);
  }
}

TEST(JamoLettersTest, AnyKeysComeBackWhenTakenApartAgain) {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::u16string keys;
    for (std::size_t n = random() % 8; n > 0; --n)
      keys += kJamoKeys[random() % kJamoKeys.size()];
    ASSERT_EQ(to_letters(from_letters(keys)), keys) << to_utf8(keys);
  }
}

struct HalfTyped {
  const char* name;
  char16_t typed;
  char16_t first;
  char16_t last;
};
void PrintTo(const HalfTyped& row, std::ostream* out) { *out << to_utf8({&row.typed, 1}); }

class JamoCompletionTest : public ::testing::TestWithParam<HalfTyped> {};

TEST_P(JamoCompletionTest, KnowsWhatALetterCanBecome) {
  EXPECT_EQ(completions_of(GetParam().typed),
            (SyllableRange{GetParam().first, GetParam().last}));
}

INSTANTIATE_TEST_SUITE_P(Letters, JamoCompletionTest,
                         ::testing::Values(HalfTyped{"Consonant", u'ㄱ', u'가', u'깋'},
                                           HalfTyped{"LastConsonant", u'ㅎ', u'하', u'힣'},
                                           HalfTyped{"ConjoiningConsonant", u'\u1112',
                                                     u'하', u'힣'},
                                           HalfTyped{"Open", u'가', u'가', u'갛'},
                                           HalfTyped{"OMayBecomeWa", u'호', u'호', u'횧'},
                                           HalfTyped{"UMayBecomeWi", u'구', u'구', u'귛'},
                                           HalfTyped{"EuMayBecomeUi", u'으', u'으', u'읳'},
                                           HalfTyped{"WaStaysWa", u'화', u'화', u'홯'},
                                           HalfTyped{"Closed", u'강', u'강', u'강'}),
                         testing::row_name<HalfTyped>);

TEST(JamoLettersTest, NothingBeginsWithAVowelOrACluster) {
  for (const char16_t c : {u'ㅏ', u'ㄳ', u'a', u'漢'}) {
    EXPECT_FALSE(completions_of(c)) << static_cast<int>(c);
  }
}

TEST(JamoLettersTest, TailMovesToTheNextSyllable) {
  const auto one = move_tail(u'활');
  ASSERT_TRUE(one);
  EXPECT_EQ(one->syllable, u'화');
  EXPECT_EQ(one->lead, u'ㄹ');
  const auto of_two = move_tail(u'닭');
  ASSERT_TRUE(of_two);
  EXPECT_EQ(of_two->syllable, u'달');
  EXPECT_EQ(of_two->lead, u'ㄱ');
  EXPECT_FALSE(move_tail(u'가'));
}

}  // namespace
}  // namespace papersearch
