// SPDX-License-Identifier: GPL-2.0-or-later
// What read_markdown() makes of a summary: sections and their text.
#include <gmock/gmock.h>

#include <ostream>
#include <string>
#include <vector>

#include "lib/row_name.h"
#include "sample_sources.h"
#include "source.h"

namespace papersearch {
namespace {

using testing::digest;
using ::testing::SizeIs;

struct TextCase {
  const char* name;
  std::string body;
  std::vector<Section> sections;
};
void PrintTo(const TextCase& row, std::ostream* out) { *out << row.body; }

class MarkdownTextTest : public ::testing::TestWithParam<TextCase> {};

TEST_P(MarkdownTextTest, IsReadIntoSections) {
  const Content content = read_markdown(digest("Vote: 5\n\n" + GetParam().body), "");
  ASSERT_THAT(content.entries, SizeIs(1));
  EXPECT_EQ(content.entries[0].paper.sections, GetParam().sections);
  EXPECT_THAT(content.complaints, SizeIs(0));
}

// The same text with the line ends of Windows and of old computers, and a byte order mark
// is no part of it.
TEST_P(MarkdownTextTest, IsTheSameWithOtherLineEnds) {
  for (const char* end : {"\r\n", "\r"}) {
    std::string text;
    for (const char c : digest("Vote: 5\n\n" + GetParam().body)) {
      if (c == '\n')
        text += end;
      else
        text += c;
    }
    const Content content = read_markdown(text, "");
    ASSERT_THAT(content.entries, SizeIs(1));
    EXPECT_EQ(content.entries[0].paper.title, "A Title");
    EXPECT_EQ(content.entries[0].line, 3);
    EXPECT_EQ(content.entries[0].paper.votes, 5);
    EXPECT_EQ(content.entries[0].paper.sections, GetParam().sections);
  }
}

const std::vector<Section> kNew = {{"What's New", "text"}};

INSTANTIATE_TEST_SUITE_P(
    Names, MarkdownTextTest,
    ::testing::Values(
        TextCase{"BoldItalic", "- ***What's New***: text\n", kNew},
        TextCase{"Bold", "- **What's New**: text\n", kNew},
        TextCase{"ColonInside", "- **What's New:** text\n", kNew},
        TextCase{"ColonInsideItalic", "- ***What's New:*** text\n", kNew},
        TextCase{"ItalicInside", "- ***What's New**:* text\n", kNew},
        TextCase{"Unbalanced", "- ***What's New*: text\n", kNew},
        TextCase{"BoldGoesOn",
                 "- ***What's New*: text.**: more\n",
                 {{"What's New", "text.: more"}}},
        TextCase{"ItalicsInsideOfBold",
                 "- **What *is* New *here***: text\n",
                 {{"What is New here", "text"}}},
        TextCase{"ASentenceIsNoName",
                 "- **" + std::string(60, 'a') + " " + std::string(60, 'b') + "**: text\n",
                 {{"", std::string(60, 'a') + " " + std::string(60, 'b') + ": text"}}},
        TextCase{
            "UnbalancedOtherWay", "- *What's New**: text\n", {{"", "What's New*: text"}}},
        TextCase{"SpaceBeforeTheColon", "- **What's New** : text\n", kNew},
        TextCase{"NoSpaceBehindTheColon", "- **What's New**:text\n", kNew},
        TextCase{"FullWidthColon", "- **What's New**： text\n", kNew},
        TextCase{"CurlyApostrophe", "- **What’s New**: text\n", {{"What’s New", "text"}}},
        TextCase{"Paragraph", "**What's New**: text\n", kNew},
        TextCase{"StarBullet", "* **What's New**: text\n", kNew},
        TextCase{"Numbered", "1. **What's New**: text\n", {{"", "1. What's New: text"}}},
        TextCase{"Heading", "#### What's New\n\ntext\n", kNew},
        TextCase{"UnderscoresForStars", "- __What's New__: text\n", kNew},
        TextCase{"TextOnTheNextLine", "- **What's New**:\n  text\n", kNew},
        TextCase{"TextInBulletsBelow",
                 "- **What's New**:\n  - one\n  - two\n",
                 {{"What's New", "one\ntwo"}}},
        TextCase{"TextInBulletsBehind",
                 "**What's New**:\n\n- one\n- two\n",
                 {{"What's New", "one\ntwo"}}},
        TextCase{"Several",
                 "- ***What's New***: a\n- ***Technical Details***: b\n"
                 "- ***Performance Highlights***: c\n- ***한계점***: d\n",
                 {{"What's New", "a"},
                  {"Technical Details", "b"},
                  {"Performance Highlights", "c"},
                  {"한계점", "d"}}},
        TextCase{"NestedNameIsText", "- **A**: a\n  - **B**: b\n", {{"A", "a\nB: b"}}},
        TextCase{"BoldWithoutColon", "- **GPT-4o** is large\n", {{"", "GPT-4o is large"}}},
        TextCase{"BoldLater", "- It is **new**: text\n", {{"", "It is new: text"}}},
        TextCase{"ItalicOnly", "- *Note*: text\n", {{"", "Note: text"}}},
        TextCase{"NameWithCode", "- **The `x` part**: text\n", {{"The x part", "text"}}}),
    testing::row_name<TextCase>);

INSTANTIATE_TEST_SUITE_P(
    Blocks, MarkdownTextTest,
    ::testing::Values(
        TextCase{"Nothing", "", {}},
        TextCase{"Bullets", "- one\n- two\n- three\n", {{"", "one\ntwo\nthree"}}},
        TextCase{"NestedBullets",
                 "- one\n  - two\n    - three\n- four\n",
                 {{"", "one\ntwo\nthree\nfour"}}},
        TextCase{"LooseBullets", "- one\n\n  more\n\n- two\n", {{"", "one\nmore\ntwo"}}},
        TextCase{"Numbers", "3. one\n4. two\n", {{"", "3. one\n4. two"}}},
        TextCase{"NumbersInBullets",
                 "- one\n  1. two\n  2. three\n",
                 {{"", "one\n1. two\n2. three"}}},
        TextCase{"Paragraphs", "one\n\ntwo\n", {{"", "one\ntwo"}}},
        TextCase{
            "WrappedLines", "one\ntwo\\\nthree  \nfour\n", {{"", "one two three four"}}},
        TextCase{"Quotation", "> one\n> two\n\nthree\n", {{"", "one two\nthree"}}},
        TextCase{"Rule", "one\n\n---\n\ntwo\n", {{"", "one\ntwo"}}},
        TextCase{"RuleRightBelow",
                 "one\n---\n\ntwo\n===\n\n- three\n---\n",
                 {{"", "one\ntwo\nthree"}}},
        TextCase{"Code",
                 "- one\n\n```python\ndef f():\n    return 1\n```\n",
                 {{"", "one\ndef f():\n    return 1"}}},
        TextCase{"IndentedText", "    one\n", {{"", "one"}}},
        TextCase{"Table",
                 "| a | b |\n|---|---|\n| 1 | 2 |\n",
                 {{"", "| a | b | |---|---| | 1 | 2 |"}}},
        TextCase{"HeadingInABullet", "- # one\n- ### two\n", {{"", "one\ntwo"}}},
        TextCase{"SectionsByHeadings",
                 "#### One\na\n##### Two\nb\n",
                 {{"One", "a"}, {"Two", "b"}}},
        TextCase{"FileHeadingEndsTheEntry", "- one\n\n## About\n\ntwo\n", {{"", "one"}}},
        TextCase{"NoBlankLineAboveBullets", "one\n- two\n", {{"", "one\ntwo"}}}),
    testing::row_name<TextCase>);

INSTANTIATE_TEST_SUITE_P(
    Marks, MarkdownTextTest,
    ::testing::Values(
        TextCase{"Emphasis", "a *b* **c** ***d*** _e_\n", {{"", "a b c d e"}}},
        TextCase{"StarsThatAreNone", "A* and 2 * 3 = 6\n", {{"", "A* and 2 * 3 = 6"}}},
        TextCase{"SnakeCase",
                 "use max_new_tokens and a_b_\n",
                 {{"", "use max_new_tokens and a_b_"}}},
        TextCase{"CodeSpan", "the `pass@1` and ``a`b``\n", {{"", "the pass@1 and a`b"}}},
        TextCase{"Escapes", "\\*a\\* \\[b\\] 5\\% \\alpha\n", {{"", "*a* [b] 5% \\alpha"}}},
        TextCase{"Entities",
                 "a &lt; b &amp; c &#8805; d &bogus;\n",
                 {{"", "a < b & c \u2265 d &bogus;"}}},
        TextCase{"Mathematics",
                 "so $x_i * y_i$ and $\\alpha_{1}^*$, also $$E = mc^2$$\n",
                 {{"", "so $x_i * y_i$ and $\\alpha_{1}^*$, also $$E = mc^2$$"}}},
        TextCase{"Money", "from $5 to $6 each\n", {{"", "from $5 to $6 each"}}},
        TextCase{"Tilde", "about ~5% and ~~not~~\n", {{"", "about ~5% and ~~not~~"}}}),
    testing::row_name<TextCase>);

INSTANTIATE_TEST_SUITE_P(
    LinksAndMedia, MarkdownTextTest,
    ::testing::Values(
        TextCase{"Link",
                 "see [the code](https://example.org/x) now\n",
                 {{"", "see the code now"}}},
        TextCase{"Address",
                 "see <https://example.org/x> or https://example.org/y\n",
                 {{"", "see https://example.org/x or https://example.org/y"}}},
        TextCase{"Brackets", "the [CLS] token [1][2]\n", {{"", "the [CLS] token [1][2]"}}},
        TextCase{"Image", "one ![words](a.png) two\n\n![](b.png)\n", {{"", "one  two"}}},
        TextCase{"VideoLink",
                 "[Watch Video](https://example.org/v.mp4)\n\n- text\n",
                 {{"", "text"}}},
        TextCase{"BareVideoLink",
                 "[Watch Video]https://example.org/v.mp4\n\n- text\n",
                 {{"", "text"}}},
        TextCase{"VideoTag",
                 "<div><video controls src=\"v.mp4\"></video></div>\n\n- text\n",
                 {{"", "text"}}},
        TextCase{"WatchingVideosIsText",
                 "Watch Videos like a human\n\nWatch Video models learn\n",
                 {{"", "Watch Videos like a human\nWatch Video models learn"}}},
        TextCase{
            "Comment", "<!-- not\nthis -->\n\n- a <!-- nor this --> b\n", {{"", "a  b"}}},
        TextCase{
            "HtmlBlock", "<p>one &amp;<br>two</p>\n\nthree\n", {{"", "one & two\nthree"}}},
        TextCase{"HtmlInline",
                 "강화<b>학습</b>은<br>new <sub>2</sub>\n",
                 {{"", "강화학습은 new 2"}}},
        TextCase{"HtmlOverLines", "a <span\nclass=\"x\">b</span>\n", {{"", "a b"}}},
        TextCase{"UnknownTag",
                 "it writes <think>, </think> and <MASK>\n",
                 {{"", "it writes <think>, </think> and <MASK>"}}},
        TextCase{"UnknownTagAlone", "<think>\n\ntext\n", {{"", "<think>\ntext"}}}),
    testing::row_name<TextCase>);

// md4c 0.4.8 ends an emphasis here that it has not begun.
TEST(MarkdownTextEndTest, EmphasisThatOnlyEndsIsHarmless) {
  for (const char* text : {"[](_)_", "[](*)*", "[](__)__", "![](_)_ a", "_[](_)_"}) {
    const Content content =
        read_markdown(digest(std::string(text) + "\n\n**What's New**: text\n"), "");
    ASSERT_THAT(content.entries, SizeIs(1)) << text;
    ASSERT_FALSE(content.entries[0].paper.sections.empty()) << text;
    EXPECT_EQ(content.entries[0].paper.sections.back(), (Section{"What's New", "text"}));
  }
}

// A parenthesis behind the text once closed a link that the text leaves open, and gigabytes
// of memory were read as its title.
TEST(MarkdownTextEndTest, WhatStandsBehindTheTextIsNotLookedAt) {
  for (const char behind : {')', '\n', ']', '>', '`'}) {
    const std::string buffer = digest("see [the code](https:") + behind;
    const Content content =
        read_markdown(std::string_view(buffer).substr(0, buffer.size() - 1), "");
    ASSERT_THAT(content.entries, SizeIs(1));
    EXPECT_EQ(content.entries[0].paper.sections,
              (std::vector<Section>{{"", "see [the code](https:"}}));
  }
}

}  // namespace
}  // namespace papersearch
