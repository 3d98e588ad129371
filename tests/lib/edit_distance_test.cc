// SPDX-License-Identifier: GPL-2.0-or-later
#include "edit_distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "jamo.h"
#include "normalize.h"
#include "row_name.h"

namespace papersearch {
namespace {

struct Pair {
  const char* name;
  const char16_t* a;
  const char16_t* b;
  std::size_t slips;
};
void PrintTo(const Pair& row, std::ostream* out) {
  *out << to_utf8(row.a) << "/" << to_utf8(row.b);
}

class EditDistanceTest : public ::testing::TestWithParam<Pair> {};

TEST_P(EditDistanceTest, CountsSlipsUpToTheLimit) {
  const std::u16string a = to_letters(GetParam().a);
  const std::u16string b = to_letters(GetParam().b);
  for (std::size_t limit = 0; limit < 6; ++limit) {
    EXPECT_EQ(edit_distance(a, b, limit), std::min(GetParam().slips, limit + 1)) << limit;
    EXPECT_EQ(edit_distance(b, a, limit), std::min(GetParam().slips, limit + 1)) << limit;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Words, EditDistanceTest,
    ::testing::Values(Pair{"Same", u"transformer", u"transformer", 0},
                      Pair{"Empty", u"", u"", 0}, Pair{"AgainstEmpty", u"", u"abc", 3},
                      Pair{"LeftOut", u"transfomer", u"transformer", 1},
                      Pair{"Added", u"diffussion", u"diffusion", 1},
                      Pair{"Replaced", u"reaspning", u"reasoning", 1},
                      Pair{"Swapped", u"modle", u"model", 1},
                      Pair{"SwappedAtTheStart", u"rtansformer", u"transformer", 1},
                      Pair{"Two", u"reasnoign", u"reasoning", 2},
                      Pair{"Unlike", u"vision", u"speech", 6},
                      Pair{"SwapIsNotTouchedAgain", u"ca", u"abc", 3},
                      Pair{"JamoReplaced", u"강화학슴", u"강화학습", 1},
                      Pair{"JamoVowel", u"트랜스포며", u"트랜스포머", 1},
                      Pair{"JamoInADoubleVowel", u"환걱", u"환각", 1},
                      Pair{"JamoTailLeftOut", u"가화학습", u"강화학습", 1},
                      Pair{"JamoSyllableLeftOut", u"트랜포머", u"트랜스포머", 2},
                      Pair{"JamoMovedOverTheSyllable", u"하긋ㅂ", u"학습", 1}),
    testing::row_name<Pair>);

// The same without band, prefix or limit.
std::size_t plain_distance(std::u16string_view a, std::u16string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1,
                                          std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                          d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST(EditDistanceRandomTest, AgreesWithThePlainAlgorithm) {
  std::mt19937 random(11);
  const auto word = [&] {
    std::u16string out;
    for (std::size_t n = random() % 9; n > 0; --n)
      out += static_cast<char16_t>(u'a' + random() % 3);
    return out;
  };
  for (int round = 0; round < 50'000; ++round) {
    const std::u16string a = word();
    const std::u16string b = word();
    const std::size_t limit = random() % 5;
    ASSERT_EQ(edit_distance(a, b, limit), std::min(plain_distance(a, b), limit + 1))
        << to_utf8(a) << " " << to_utf8(b) << " " << limit;
  }
}

TEST(EditDistanceRandomTest, EndlessWordsAreFar) {
  const std::u16string endless(100'000, u'a');
  EXPECT_EQ(edit_distance(endless, endless, 2), 0U);
  EXPECT_EQ(edit_distance(u"b" + endless + u"b", u"c" + endless + u"c", 2), 3U);
}

}  // namespace
}  // namespace papersearch
