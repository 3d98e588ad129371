// SPDX-License-Identifier: GPL-2.0-or-later
#include "keyboard.h"

#include <gtest/gtest.h>

#include <ostream>

#include "jamo.h"
#include "normalize.h"
#include "row_name.h"

namespace papersearch {
namespace {

struct Typed {
  const char* name;
  const char* latin;
  const char16_t* hangul;
};
void PrintTo(const Typed& row, std::ostream* out) { *out << row.latin; }

class KeyboardTest : public ::testing::TestWithParam<Typed> {};

TEST_P(KeyboardTest, KnowsWhatKeysGiveInKorean) {
  EXPECT_EQ(to_utf8(typed_in_korean(GetParam().latin)), to_utf8(GetParam().hangul));
}

INSTANTIATE_TEST_SUITE_P(
    Words, KeyboardTest,
    ::testing::Values(
        Typed{"Reinforcement", "rkdghk", u"강화"}, Typed{"Learning", "gkrtmq", u"학습"},
        Typed{"Together", "rkdghkgkrtmq", u"강화학습"},
        Typed{"Hallucination", "ghksrkr", u"환각"}, Typed{"Prediction", "dPcmr", u"예측"},
        Typed{"Vowels", "llm", u"ㅣㅣㅡ"}, Typed{"Mixed", "transformer", u"ㅅㄱ문래귿ㄱ"},
        Typed{"Doubled", "Rk", u"까"}, Typed{"TailOfTwo", "rkqt", u"값"},
        Typed{"Digit", "rkd2", u""}, Typed{"Space", "rk d", u""},
        Typed{"Hangul", "강화", u""}, Typed{"Empty", "", u""}),
    testing::row_name<Typed>);

TEST(KeyboardEnglishTest, KnowsWhatKeysGiveInEnglish) {
  EXPECT_EQ(typed_in_english(u"ㅣㅣㅡ"), "llm");
  EXPECT_EQ(typed_in_english(u"ㅅㄱ문래귿ㄱ"), "transformer");
  EXPECT_EQ(typed_in_english(u"헷"), "gpt");
  EXPECT_EQ(typed_in_english(u"ㅎㅖㅆ"), "gpt");  // typed with the shift key
  EXPECT_EQ(typed_in_english(u"\u1175\u1175\u1173"), "llm");
  EXPECT_EQ(typed_in_english(u"강화1"), "");
  EXPECT_EQ(typed_in_english(u""), "");
}

// Every key but those that need shift comes back.
TEST(KeyboardEnglishTest, TypedInKoreanAndBack) {
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      for (char c = 'a'; c <= 'z'; ++c) {
        const std::string keys = {a, b, c};
        ASSERT_EQ(typed_in_english(typed_in_korean(keys)), keys);
      }
    }
  }
}

}  // namespace
}  // namespace papersearch
