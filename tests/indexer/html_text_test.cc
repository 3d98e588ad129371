// SPDX-License-Identifier: GPL-2.0-or-later
#include "html_text.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "lib/row_name.h"

namespace papersearch {
namespace {

struct HtmlCase {
  const char* name;
  std::string html;
  std::string text;
};
void PrintTo(const HtmlCase& row, std::ostream* out) { *out << row.html; }

class HtmlTextTest : public ::testing::TestWithParam<HtmlCase> {};

TEST_P(HtmlTextTest, IsWhatAReaderSees) {
  EXPECT_EQ(html_text(GetParam().html), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Tags, HtmlTextTest,
    ::testing::Values(
        HtmlCase{"None", "plain text", "plain text"}, HtmlCase{"Empty", "", ""},
        HtmlCase{"BoldGluesWords", "강화<b>학습</b>은", "강화학습은"},
        HtmlCase{"Subscript", "x<sub>2</sub>", "x2"},
        HtmlCase{"BreakParts", "one<br>two<br/>three<br />four", "one two three four"},
        HtmlCase{"BlocksPartOnce", "a</div><div>b", "a b"},
        HtmlCase{"Attributes", "<span class=\"x\" id=y>text</span>", "text"},
        HtmlCase{"AttributesOnLines", "<span\nclass=\"x\"\r\n>text</span>", "text"},
        HtmlCase{"Video", "<div><video controls src=\"v.mp4\"></video></div>", " "},
        HtmlCase{"Image", "<img src=\"a.png\" alt=\"words\">", " "}),
    testing::row_name<HtmlCase>);

INSTANTIATE_TEST_SUITE_P(
    NoTags, HtmlTextTest,
    ::testing::Values(HtmlCase{"TokenOfAModel", "<think>step</think> <MASK>",
                               "<think>step</think> <MASK>"},
                      HtmlCase{"CapitalsAreTokens", "<SPAN> and <BR>", "<SPAN> and <BR>"},
                      HtmlCase{"NameGoesOn", "<bbox> <table2>", "<bbox> <table2>"},
                      HtmlCase{"Less", "a < b <= c <b", "a < b <= c <b"},
                      HtmlCase{"AtTheEnd", "a <", "a <"}, HtmlCase{"OnlySlash", "</", "</"},
                      HtmlCase{"NoName", "<> </> < br>", "<> </> < br>"}),
    testing::row_name<HtmlCase>);

INSTANTIATE_TEST_SUITE_P(
    Hidden, HtmlTextTest,
    ::testing::Values(HtmlCase{"Comment", "a<!-- b > c -->d", "ad"},
                      HtmlCase{"CommentOverLines", "a<!--\nb\n-->\nd", "a\nd"},
                      HtmlCase{"Script", "a<script src=x>if (a < b) run();</script>b",
                               "a b"},
                      HtmlCase{"Style", "<style>p { color: red }</style>text", " text"},
                      HtmlCase{"ScriptsEndAlone", "</script>text", " text"}),
    testing::row_name<HtmlCase>);

// A digest that leaves something open must not lose the text behind it.
INSTANTIATE_TEST_SUITE_P(NeverEnds, HtmlTextTest,
                         ::testing::Values(HtmlCase{"Comment", "a <!-- b", "a <!-- b"},
                                           HtmlCase{"Tag", "a <div b", "a <div b"},
                                           HtmlCase{"Script", "<script>text", " text"},
                                           HtmlCase{"SecondComment", "<!-- a -->b<!-- c",
                                                    "b<!-- c"},
                                           HtmlCase{"Entity", "a &amp b", "a &amp b"}),
                         testing::row_name<HtmlCase>);

INSTANTIATE_TEST_SUITE_P(
    Entities, HtmlTextTest,
    ::testing::Values(
        HtmlCase{"Names", "&lt;b&gt; &amp; &quot;&apos;&nbsp;.", "<b> & \"' ."},
        HtmlCase{"Decimal", "&#8805;", "\u2265"},
        HtmlCase{"Hexadecimal", "&#x2265; &#XAC00;", "\u2265 \uAC00"},
        HtmlCase{"Astral", "&#128512;", "\U0001F600"},
        HtmlCase{"TwoBytes", "&#233;", "\u00e9"},
        HtmlCase{"UnknownName", "&bogus; &;", "&bogus; &;"},
        HtmlCase{"NotTwice", "&amp;lt;", "&lt;"}, HtmlCase{"Nul", "&#0;", "\uFFFD"},
        HtmlCase{"Surrogate", "&#xD800;", "\uFFFD"},
        HtmlCase{"BeyondUnicode", "&#x110000;", "\uFFFD"},
        HtmlCase{"Overflow", "&#xFFFFFF;&#x99999999999;", "\uFFFD&#x99999999999;"},
        HtmlCase{"NoDigits", "&#; &#x; &#12a; &#-1;", "&#; &#x; &#12a; &#-1;"}),
    testing::row_name<HtmlCase>);

}  // namespace
}  // namespace papersearch
