// SPDX-License-Identifier: GPL-2.0-or-later
#include "normalize.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

#include "papersearch/text.h"
#include "random_text.h"
#include "row_name.h"

namespace papersearch {
namespace {

std::string normalized(std::string_view text) {
  NormalizedText out;
  normalize(text, out);
  return to_utf8(out.text);
}

struct Spelling {
  const char* name;
  const char* text;
  const char* folded;
};
void PrintTo(const Spelling& spelling, std::ostream* out) { *out << spelling.text; }

class NormalizeTest : public ::testing::TestWithParam<Spelling> {};

// Spellings that people take for the same text become the same text.
TEST_P(NormalizeTest, FoldsSpellingsOfTheSameText) {
  EXPECT_EQ(normalized(GetParam().text), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, NormalizeTest,
    ::testing::Values(
        Spelling{"Empty", "", ""}, Spelling{"Capitals", "GPT-4o ABCXYZ", "gpt-4o abcxyz"},
        Spelling{"ComposedHangulStays", "강화 학습", "강화 학습"},
        Spelling{"DecomposedHangul",
                 "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xBC\xE1\x84\x92\xE1\x85\xAA", "강화"},
        Spelling{"SyllableAndFinalJamo", "가\xE1\x86\xBC", "강"},
        Spelling{"HalfWidthJamo", "ﾡﾤ", "ᄀᄂ"},
        Spelling{"CompatibilityJamo", "ㄱㄴ", "ᄀᄂ"},
        Spelling{"FullWidth", "ＧＰＴ－４ｏ　ｍｏｄｅｌ", "gpt-4o model"},
        Spelling{"Ligatures", "ﬁne ﬂow eﬃcient", "fine flow efficient"},
        Spelling{"ComposedAccents", "naïve György Café Nguyễn", "naive gyorgy cafe nguyen"},
        Spelling{"DecomposedAccents", "nai\xCC\x88ve Gyo\xCC\x88rgy", "naive gyorgy"},
        Spelling{"Strokes", "Łukasz Øyvind Đặng Ħal", "lukasz oyvind dang hal"},
        Spelling{"TwoLetterLetters", "Æther Œuvre Straße", "aether oeuvre strasse"},
        Spelling{"TurkishCapitalI", "İstanbul", "istanbul"},
        Spelling{"GreekFinalSigma", "ΛΌΓΟΣ λόγος", "λογοσ λογοσ"},
        Spelling{"SuperscriptAndRoman", "x² Ⅳ ①", "x2 iv 1"},
        Spelling{"SquaredUnit", "5㎏", "5kg"},
        Spelling{"MathematicalLetters", "𝒳 ℝ", "x r"},
        Spelling{"VoicedKanaKeepsItsMark", "が か\xE3\x82\x99", "が が"},
        Spelling{"AccentsOnOtherScripts", "가\xCC\x81 が\xCC\x81", "가 が"},
        Spelling{"ZeroWidthSpaceGoes", "강\xE2\x80\x8B화", "강화"},
        Spelling{"NoBreakSpaceIsSpace",
                 "a\xC2\xA0"
                 "b",
                 "a b"},
        Spelling{"BadByteIsReplaced",
                 "a\xFF"
                 "b",
                 "a\xEF\xBF\xBD"
                 "b"},
        Spelling{"EmojiStays", "😀", "😀"}),
    testing::row_name<Spelling>);

TEST(NormalizeTest, KeepsNulBytes) {
  EXPECT_EQ(normalized(std::string_view("a\0B", 3)), std::string_view("a\0b", 3));
}

// A highlight is cut from the original: each unit leads back to what it came from.
TEST(NormalizeTest, LeadsBackToTheOriginalBytes) {
  NormalizedText out;
  normalize("aﬁ\xE1\x84\x80\xE1\x85\xA1Ö", out);  // a, fi, 가 in two code points, o
  ASSERT_EQ(to_utf8(out.text), "afi가o");
  EXPECT_EQ(out.source(0, 1), (ByteRange{0, 1}));
  EXPECT_EQ(out.source(1, 3), (ByteRange{1, 4}));  // the whole ligature
  EXPECT_EQ(out.source(1, 2), (ByteRange{1, 4}));  // also for half of it
  EXPECT_EQ(out.source(3, 4), (ByteRange{4, 10}));
  EXPECT_EQ(out.source(4, 5), (ByteRange{10, 12}));
  EXPECT_EQ(out.source(0, 5), (ByteRange{0, 12}));
}

// Whatever the text: ranges lie inside it, on code point boundaries, and in order.
TEST(NormalizeTest, RangesAreSoundForRandomTexts) {
  std::mt19937 random(20250423);
  NormalizedText out;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = testing::random_text(random, round % 2 == 0);
    const auto boundaries = testing::code_point_boundaries(text);
    normalize(text, out);
    ASSERT_EQ(out.begin.size(), out.text.size());
    ASSERT_EQ(out.end.size(), out.text.size());
    for (std::size_t i = 0; i < out.text.size(); ++i) {
      ASSERT_LT(out.begin[i], out.end[i]) << text;
      ASSERT_TRUE(boundaries.contains(out.begin[i])) << text;
      ASSERT_TRUE(boundaries.contains(out.end[i])) << text;
      if (i == 0) continue;
      const bool same = out.begin[i] == out.begin[i - 1] && out.end[i] == out.end[i - 1];
      ASSERT_TRUE(same || out.begin[i] >= out.end[i - 1]) << text;
    }
  }
}

// What is folded is folded once and for all: queries made of terms stay what they are.
TEST(NormalizeTest, IsIdempotentForRandomTexts) {
  std::mt19937 random(7);
  for (int round = 0; round < 1000; ++round) {
    const std::string once = normalized(testing::random_text(random, false));
    ASSERT_EQ(normalized(once), once);
  }
}

// A flood of marks on one letter comes to an end, and what follows is still there.
TEST(NormalizeTest, SurvivesAFloodOfCombiningMarks) {
  std::string text = "a";
  for (int i = 0; i < 100'000; ++i) text += "\xCC\x81";
  EXPECT_EQ(normalized(text + "b"), "ab");
  std::string hangul = "강";
  for (int i = 0; i < 100'000; ++i)
    hangul += "\xE3\x82\x99";  // a mark that is not taken off
  EXPECT_EQ(normalized(hangul).substr(0, 3), "강");
}

TEST(Utf16Test, ThereAndBackAgain) {
  for (const std::string text : {"", "abc", "강화학습", "naïve 😀 𝒳"}) {
    EXPECT_EQ(to_utf8(to_utf16(text)), text);
  }
  EXPECT_EQ(to_utf16("강a"), u"강a");
}

}  // namespace
}  // namespace papersearch
