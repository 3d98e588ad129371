// SPDX-License-Identifier: GPL-2.0-or-later
#include "slip.h"

#include <gtest/gtest.h>

#include <ostream>

#include "jamo.h"
#include "normalize.h"
#include "row_name.h"

namespace papersearch {
namespace {

struct Slip {
  const char* name;
  const char16_t* typed;
  const char16_t* meant;
  bool common;
};
void PrintTo(const Slip& row, std::ostream* out) {
  *out << to_utf8(row.typed) << "/" << to_utf8(row.meant);
}

class SlipTest : public ::testing::TestWithParam<Slip> {};

TEST_P(SlipTest, TellsCommonSlips) {
  EXPECT_EQ(is_common_slip(to_letters(GetParam().typed), to_letters(GetParam().meant)),
            GetParam().common);
}

INSTANTIATE_TEST_SUITE_P(Latin, SlipTest,
                         ::testing::Values(Slip{"LeftOut", u"agnt", u"agent", true},
                                           Slip{"StruckTwice", u"agennt", u"agent", true},
                                           Slip{"StruckTwiceAtTheEnd", u"agentt", u"agent",
                                                true},
                                           Slip{"Swapped", u"agnet", u"agent", true},
                                           Slip{"KeyBeside", u"agemt", u"agent", true},
                                           Slip{"KeyAbove", u"ag4nt", u"agent", false},
                                           Slip{"KeyBelow", u"agejt", u"agent", true},
                                           Slip{"Vowel", u"agant", u"agent", true},
                                           Slip{"FarKey", u"agept", u"agent", false},
                                           Slip{"StrayLetter", u"agewnt", u"agent", false},
                                           Slip{"NoSlip", u"agent", u"agent", false},
                                           Slip{"TwoSlips", u"agtne", u"agent", false}),
                         testing::row_name<Slip>);

INSTANTIATE_TEST_SUITE_P(
    Hangul, SlipTest,
    ::testing::Values(Slip{"VowelBeside", u"환걱", u"환각", true},
                      Slip{"TailBelow", u"강화학슴", u"강화학습", true},
                      Slip{"SoundsAlike", u"추논", u"추론", true},
                      Slip{"AspirateForPlain", u"첨색", u"검색", false},
                      Slip{"EForAe", u"모댈", u"모델", true},
                      Slip{"TailLeftOut", u"가화", u"강화", true},
                      Slip{"FarKey", u"축제", u"국제", false}),
    testing::row_name<Slip>);

}  // namespace
}  // namespace papersearch
