// SPDX-License-Identifier: GPL-2.0-or-later
#include "hangul.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

#include "normalize.h"
#include "row_name.h"

namespace papersearch {
namespace {

// 대규모언어모델을 reads "대규모 언어 모델 +을"; a part that the lexicon does not know has
// a question mark, what stands in no part a plus.
std::string reading(std::string_view run_utf8) {
  const std::u16string run = to_utf16(run_utf8);
  const HangulWord word = segment_hangul(run);
  std::string out;
  for (const HangulPart& part : word.parts) {
    out +=
        (out.empty() ? "" : " ") + to_utf8(run.substr(part.begin, part.end - part.begin));
    if (!part.known) out += "?";
  }
  if (word.stem_end < run.size()) out += " +" + to_utf8(run.substr(word.stem_end));
  return out;
}

struct Word {
  const char* name;
  const char* run;
  const char* reading;
};
void PrintTo(const Word& word, std::ostream* out) { *out << word.run; }

class HangulTest : public ::testing::TestWithParam<Word> {};

TEST_P(HangulTest, TakesEndingsOffAndCutsCompounds) {
  EXPECT_EQ(reading(GetParam().run), GetParam().reading);
}

// Nouns keep what belongs to them, whatever follows.
INSTANTIATE_TEST_SUITE_P(
    Endings, HangulTest,
    ::testing::Values(
        Word{"Bare", "모델", "모델"}, Word{"Eun", "모델은", "모델 +은"},
        Word{"Ui", "모델의", "모델 +의"}, Word{"Eseo", "모델에서", "모델 +에서"},
        Word{"Eseoui", "모델에서의", "모델 +에서의"},
        Word{"Robuteo", "데이터로부터", "데이터 +로부터"},
        Word{"Kkaji", "모델까지", "모델 +까지"},
        Word{"Hamnida", "개선합니다", "개선 +합니다"},
        Word{"Haetseumnida", "개선했습니다", "개선 +했습니다"},
        Word{"Haneun", "개선하는", "개선 +하는"}, Word{"Doen", "압축된", "압축 +된"},
        Word{"Doeneun", "압축되는", "압축 +되는"}, Word{"Jeogin", "효율적인", "효율 +적인"},
        Word{"PluralSubject", "모델들이", "모델 +들이"},
        Word{"Plural", "모델들", "모델 +들"}, Word{"PluralUi", "모델들의", "모델 +들의"},
        Word{"PluralGwa", "작업들과", "작업 +들과"},
        Word{"PluralEseoneun", "작업들에서는", "작업 +들에서는"},
        Word{"PluralOfAnUnknownWord", "뷁쀍궳들의", "뷁쀍궳? +들의"},
        Word{"NoPluralInAVerb", "만들", "만들"},
        // 도 is a particle, but not here.
        Word{"DoOfHaesangdo", "해상도를", "해상도 +를"}, Word{"DoOfOndo", "온도", "온도"},
        Word{"DoOfBangbeopdo", "방법도", "방법 +도"},
        Word{"DoOfJeonghwakdo", "정확도는", "정확도 +는"}),
    testing::row_name<Word>);

INSTANTIATE_TEST_SUITE_P(
    Compounds, HangulTest,
    ::testing::Values(Word{"ThreeWords", "대규모언어모델을", "대규모 언어 모델 +을"},
                      Word{"StateSpaceModel", "상태공간모델", "상태 공간 모델"},
                      Word{"ReinforcementLearning", "강화학습으로", "강화 학습 +으로"},
                      Word{"Distillation", "지식증류", "지식 증류"},
                      Word{"NounOfAQuality", "효율성", "효율"},
                      Word{"WordInHwaStays", "최적화된", "최적화 +된"}),
    testing::row_name<Word>);

// A syllable that negates or repeats is never cut off: the rest means something else.
INSTANTIATE_TEST_SUITE_P(
    Prefixes, HangulTest,
    ::testing::Values(Word{"Unsupervised", "비지도", "비지도"},
                      Word{"UnsupervisedLearning", "비지도학습", "비지도 학습"},
                      Word{"Retrieval", "재순위화", "재순위화?"},
                      Word{"InverseLearning", "역강화학습", "역강화학습?"}),
    testing::row_name<Word>);

TEST(HangulTest, ReadsAnUnknownWordWhole) {
  EXPECT_EQ(reading("뷁뷁뷁은"), "뷁뷁뷁? +은");
  EXPECT_EQ(reading("뷁"), "뷁?");
}

TEST(HangulTest, EmptyRunHasNoParts) {
  const HangulWord word = segment_hangul(u"");
  EXPECT_EQ(word.stem_end, 0U);
  EXPECT_TRUE(word.parts.empty());
}

// Whatever the syllables: parts are not empty, in order, apart, and inside the stem.
TEST(HangulTest, PartsAreSoundForRandomRuns) {
  std::mt19937 random(1);
  // Syllables that words and endings are made of, and others.
  const std::u16string syllables =
      u"강화학습모델언어대규데이터은는이가을를의에서로과와도만들성적하한되된뷁쀍궳비지도";
  for (int round = 0; round < 20'000; ++round) {
    std::u16string run;
    for (auto n = 1 + random() % (round % 100 == 0 ? 300 : 12); n > 0; --n) {
      run += syllables[random() % syllables.size()];
    }
    const HangulWord word = segment_hangul(run);
    ASSERT_GE(word.stem_end, 1U);
    ASSERT_LE(word.stem_end, run.size());
    ASSERT_FALSE(word.parts.empty()) << to_utf8(run);
    std::uint32_t end = 0;
    for (const HangulPart& part : word.parts) {
      ASSERT_LT(part.begin, part.end) << to_utf8(run);
      ASSERT_GE(part.begin, end) << to_utf8(run);
      end = part.end;
    }
    ASSERT_LE(end, word.stem_end) << to_utf8(run);
  }
}

// A megabyte without a space is cut into pieces of bounded length.
TEST(HangulTest, CutsAnEndlessRun) {
  const std::u16string run(300'000, u'뷁');
  const HangulWord word = segment_hangul(run);
  ASSERT_FALSE(word.parts.empty());
  for (const HangulPart& part : word.parts) ASSERT_LE(part.end - part.begin, 64U);
  EXPECT_EQ(word.parts.back().end, run.size());
}

TEST(HangulTest, KnowsEndingsThatStandAlone) {
  for (const auto* ending : {u"은", u"는", u"을", u"의", u"에서", u"으로", u"까지",
                             u"합니다", u"들은", u"들", u"들의"}) {
    EXPECT_TRUE(is_hangul_ending(ending)) << to_utf8(ending);
  }
  for (const auto* word : {u"모델", u"학습", u"뷁", u"", u"은모델", u"들판"}) {
    EXPECT_FALSE(is_hangul_ending(word)) << to_utf8(word);
  }
}

}  // namespace
}  // namespace papersearch
