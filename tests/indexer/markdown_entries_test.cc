// SPDX-License-Identifier: GPL-2.0-or-later
// What read_markdown() makes of headings, votes and authors, and what it complains about.
#include <gmock/gmock.h>

#include <ostream>
#include <string>
#include <vector>

#include "lib/row_name.h"
#include "sample_sources.h"
#include "source.h"

namespace papersearch {
namespace {

using testing::complaints_of;
using testing::digest;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::heading;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> ids_of(const Content& content) {
  std::vector<std::string> out;
  for (const Entry& entry : content.entries) out.push_back(entry.paper.id);
  return out;
}

struct TitleCase {
  const char* name;
  std::string title;
};
void PrintTo(const TitleCase& row, std::ostream* out) { *out << row.title; }

class TitleTest : public ::testing::TestWithParam<TitleCase> {};

// A title is what stands between the outer brackets, whatever CommonMark makes of it.
TEST_P(TitleTest, IsTakenLetterForLetter) {
  const Content content =
      read_markdown(heading(GetParam().title) + "\nVote: 3\n", "2025-04-23");
  ASSERT_THAT(content.entries, SizeIs(1))
      << ::testing::PrintToString(complaints_of(content));
  EXPECT_EQ(content.entries[0].paper.title, GetParam().title);
  EXPECT_EQ(content.entries[0].paper.id, "2504.00001");
  EXPECT_EQ(content.entries[0].paper.votes, 3);
  EXPECT_EQ(content.entries[0].line, 1);
}

INSTANTIATE_TEST_SUITE_P(
    All, TitleTest,
    ::testing::Values(
        TitleCase{"Plain", "TTRL: Test-Time Reinforcement Learning"},
        TitleCase{"BracketsAtTheEnd", "I Don't Know: an [IDK] Token"},
        TitleCase{"BracketsAtTheStart", "[CLS] is Not Enough"},
        TitleCase{"BracketsOnly", "[MASK]"}, TitleCase{"BracketsInAWord", "GPT-[n]"},
        TitleCase{"OneBracket", "Half [open"}, TitleCase{"ALinkLike", "a](b) c"},
        TitleCase{"Quotes", "MR. Video: \"MapReduce\" is the Principle"},
        TitleCase{"CurlyQuotes", "What\u2019s \u201cNew\u201d"},
        TitleCase{"Ampersand", "Roll the dice & look before you leap"},
        TitleCase{"Entity", "Fish &amp; Chips"},
        TitleCase{"Mathematics", "$f(x_i) = x^2$ and $\\alpha$-stable"},
        TitleCase{"LatexCommand", "$\\textit{Trans-LoRA}$: towards data-free Transfer"},
        TitleCase{"Backslashes", "a \\* b \\[ c \\\\ d"},
        TitleCase{"Asterisk", "A*: an old Search"},
        TitleCase{"Asterisks", "A* and *B* and **C**"},
        TitleCase{"Underscores", "a_b_c _d_ __e__"},
        TitleCase{"Backticks", "Do I look like a `cat.n.01` to you?"},
        TitleCase{"Tag", "Let's <think> about LLM Reasoning"},
        TitleCase{"HtmlTag", "The <b>bold</b> One"},
        TitleCase{"Comment", "No <!-- way -->"},
        TitleCase{"Parentheses", "Attention (is All) You Need"},
        TitleCase{"Hash", "C# for All #1"}, TitleCase{"Exclamation", "Surprise! [Really]"},
        TitleCase{"Korean", "한국어 제목: 강화학습"},
        TitleCase{"Emoji", "\U0001F680 Rockets"},
        TitleCase{"Address", "See https://example.org/a_b now"}),
    testing::row_name<TitleCase>);

TEST(MarkdownHeadingTest, TakesTheFirstLinkToAPaper) {
  const Content content = read_markdown(
      "### [A](https://arxiv.org/abs/2504.00001) [PDF](https://arxiv.org/pdf/2504.00001)\n"
      "### [B](https://arxiv.org/abs/2504.00002) [code](https://example.org/b)\n"
      "### [ C ](https://huggingface.co/papers/2504.00003 \"a title\") #\n"
      "### [D](https://arxiv.org/pdf/2504.00004v2.pdf) ###\n"
      "  ###   [E](https://arxiv.org/abs/2504.00005)\n",
      "");
  EXPECT_THAT(complaints_of(content), IsEmpty());
  std::vector<std::string> titles;
  for (const Entry& entry : content.entries) titles.push_back(entry.paper.title);
  EXPECT_THAT(titles, ElementsAre("A", "B", "C", "D", "E"));
  EXPECT_THAT(ids_of(content), ElementsAre("2504.00001", "2504.00002", "2504.00003",
                                           "2504.00004", "2504.00005"));
}

TEST(MarkdownDateTest, IsThatOfTheHeadingAboveElseOfTheFile) {
  const Content content = read_markdown(
      heading("A", "2504.00001") + "## Daily Papers (2025-04-22)\n" +
          heading("B", "2504.00002") + "# About\n" + heading("C", "2504.00003") +
          "2025-04-21\n---\n" + heading("D", "2504.00004"),
      "2025-04-23");
  ASSERT_THAT(content.entries, SizeIs(4));
  EXPECT_EQ(content.entries[0].paper.date, "2025-04-23");
  EXPECT_EQ(content.entries[1].paper.date, "2025-04-22");
  EXPECT_EQ(content.entries[2].paper.date, "2025-04-22");
  EXPECT_EQ(content.entries[3].paper.date, "2025-04-21");
  EXPECT_THAT(content.entries[2].paper.sections, IsEmpty());
}

struct FactsCase {
  const char* name;
  std::string body;
  std::optional<std::int64_t> votes;
  std::vector<std::string> authors;
};
void PrintTo(const FactsCase& row, std::ostream* out) { *out << row.body; }

class FactsTest : public ::testing::TestWithParam<FactsCase> {};

TEST_P(FactsTest, AreReadAndAreNoTextOfTheSummary) {
  const Content content = read_markdown(digest(GetParam().body + "\n\n- text\n"), "");
  ASSERT_THAT(content.entries, SizeIs(1))
      << ::testing::PrintToString(complaints_of(content));
  const Paper& paper = content.entries[0].paper;
  EXPECT_EQ(paper.votes, GetParam().votes);
  EXPECT_EQ(paper.authors, GetParam().authors);
  EXPECT_THAT(paper.sections, ElementsAre(Section{"", "text"}));
}

const std::vector<std::string> kTwo = {"Yoav Artzi", "Li Sheng"};

INSTANTIATE_TEST_SUITE_P(
    All, FactsTest,
    ::testing::Values(
        FactsCase{"Usual", "Vote: 57\n\nAuthors: Yoav Artzi, Li Sheng", 57, kTwo},
        FactsCase{"NoBlankLines", "Vote: 57\nAuthors: Yoav Artzi, Li Sheng", 57, kTwo},
        FactsCase{"OtherOrder", "Authors: Yoav Artzi, Li Sheng\n\nVote: 57", 57, kTwo},
        FactsCase{"Bracketed", "Vote: 57\n\nAuthors: ['Yoav Artzi', 'Li Sheng']", 57, kTwo},
        FactsCase{"Bold", "**Vote**: 57\n\n**Authors:** Yoav Artzi, Li Sheng", 57, kTwo},
        FactsCase{"OtherSpelling", "votes :57\n\nAUTHOR: Yoav Artzi, Li Sheng", 57, kTwo},
        FactsCase{"WindowsLines", "Vote: 57\r\nAuthors: Yoav Artzi, Li Sheng\r", 57, kTwo},
        FactsCase{"RuleBelow", "Vote: 57\nAuthors: Yoav Artzi, Li Sheng\n---", 57, kTwo},
        FactsCase{"Dash", "Vote: -", std::nullopt, {}},
        FactsCase{"Missing", "", std::nullopt, {}},
        FactsCase{"NoValue", "Vote:\n\nAuthors:", std::nullopt, {}},
        FactsCase{"Zero", "Vote: 0", 0, {}},
        FactsCase{"BehindTheImage", "![](https://example.org/a.png)\n\nVote: 5", 5, {}},
        FactsCase{"SameLineAsTheImage", "![](a.png)\nVote: 5", 5, {}}),
    testing::row_name<FactsCase>);

TEST(MarkdownFactsTest, BelowTheSummaryAreText) {
  const Content content = read_markdown(digest("Vote: 5\n\n- text\n\nVote: 9\n"), "");
  ASSERT_THAT(content.entries, SizeIs(1));
  EXPECT_EQ(content.entries[0].paper.votes, 5);
  EXPECT_THAT(content.entries[0].paper.sections, ElementsAre(Section{"", "text\nVote: 9"}));
}

struct RefusedCase {
  const char* name;
  std::string entry;  // begins on line 5, between two good ones
  const char* complaint;
};
void PrintTo(const RefusedCase& row, std::ostream* out) { *out << row.entry.substr(0, 60); }

class RefusedEntryTest : public ::testing::TestWithParam<RefusedCase> {};

void expect_refused(const std::string& refused, const char* complaint) {
  const Content content = read_markdown(
      "## Daily Papers (2025-04-23)\n" + heading("Before", "2504.00001") + "\n- text\n" +
          refused + "\n" + heading("After", "2504.00009") + "\n- text\n",
      "");
  EXPECT_THAT(ids_of(content), ElementsAre("2504.00001", "2504.00009"));
  EXPECT_THAT(complaints_of(content), ElementsAre(HasSubstr(complaint)));
  for (const Entry& entry : content.entries) {
    EXPECT_THAT(entry.paper.sections, ElementsAre(Section{"", "text"}));
  }
}

TEST_P(RefusedEntryTest, CostsOnlyItself) {
  expect_refused(GetParam().entry, GetParam().complaint);
}

const std::string kBad = heading("Bad", "2504.00005");

INSTANTIATE_TEST_SUITE_P(
    All, RefusedEntryTest,
    ::testing::Values(
        RefusedCase{"NoLink", "### Bad\n- lost\n", "5: a heading without a link"},
        RefusedCase{"NoArxivLink", "### [Bad](https://example.org/2504.00005)\n- lost\n",
                    "5: \"https://example.org/2504.00005\" is no arXiv link"},
        RefusedCase{"AddressNoUtf8", "### [Bad](http://\x1B\xFF.x)\n",
                    "5: \"http://\xEF\xBF\xBD.x\" is no arXiv link"},
        RefusedCase{"LongAddress", "### [Bad](http://" + std::string(92, 'x') + "강습)\n",
                    "xxx…\" is no arXiv link"},
        RefusedCase{"LongVotes", kBad + "Vote: " + std::string(99, '1') + "강습\n",
                    "111…\" is no number of votes"},
        RefusedCase{"NoAddress", "### [Bad]()\n", "5: \"\" is no arXiv link"},
        RefusedCase{"AddressNeverEnds", "### [Bad](https://arxiv.org\n",
                    "5: a heading without"},
        RefusedCase{"VotesNoNumber", kBad + "\nVote: many\n\n- lost\n",
                    "7: \"many\" is no number"},
        RefusedCase{"VotesWithComma", kBad + "Vote: 1,234\n", "6: \"1,234\" is no number"},
        RefusedCase{"VotesNegative", kBad + "Vote: -3\n", "6: \"-3\" is no number"},
        RefusedCase{"VotesTooMany", kBad + "Vote: 99999999999999999999\n",
                    "is no number of votes"},
        RefusedCase{"InvalidUtf8",
                    kBad + "\n- good\n- b\xFF\xFE"
                           "ad\n",
                    "8: not valid UTF-8"},
        RefusedCase{"InvalidTitle", heading("B\xC3(d", "2504.00005"), "5: not valid UTF-8"},
        RefusedCase{"CutInACharacter", kBad + "- \xEA\xB0\n", "6: not valid UTF-8"},
        RefusedCase{"NestedTooDeeply", kBad + std::string(1000, '>') + "a\n",
                    "5: lists or quot"}),
    testing::row_name<RefusedCase>);

// No value of the parameter: those are made whenever the program starts.
TEST(LongEntryTest, CostsOnlyItself) {
  expect_refused(kBad + std::string(2 << 20, 'a') + "\n", "5: the entry is longer");
}

TEST(MarkdownComplaintTest, OneAnEntryIsEnough) {
  const Content content = read_markdown(digest("Vote: x\nVote: y\n\xFF\n"), "");
  EXPECT_THAT(complaints_of(content), ElementsAre(HasSubstr("5: \"x\" is no number")));
  EXPECT_THAT(content.entries, IsEmpty());
}

TEST(MarkdownComplaintTest, IsOnlyCountedBeyondAHundred) {
  std::string text;
  for (int i = 0; i < 250; ++i) text += "### [Bad](x)\n";
  const Content content = read_markdown(text + heading("Good"), "");
  EXPECT_THAT(content.complaints, SizeIs(kMaxComplaints));
  EXPECT_EQ(content.unlisted, 250 - kMaxComplaints);
  EXPECT_THAT(content.entries, SizeIs(1));
}

// What does not end by itself ends with its entry.
TEST(MarkdownEntryTest, IsNotSwallowedByTheOneBefore) {
  for (const char* open : {"```\n", "~~~ python\n", "<!-- comment\n", "<script>\n",
                           "<pre>\n", "<div>\ntext", "<video src=\"a\"></video>",
                           "> quoted", "[a]: b '", "<![CDATA[\n", "text\n\n    code"}) {
    const Content content = read_markdown(
        digest(open) + "\n" + heading("Next", "2504.00002") + "\nVote: 4\n\n- text\n", "");
    EXPECT_THAT(ids_of(content), ElementsAre("2504.00001", "2504.00002")) << open;
    ASSERT_FALSE(content.entries.empty());
    EXPECT_EQ(content.entries.back().paper.votes, 4) << open;
  }
}

// Such a heading has no text of its own by which it could be found in the source; it was
// once taken for the line before it.
TEST(MarkdownEntryTest, EmptyHeadingsDoNotRepeatTheOneBefore) {
  const Content content =
      read_markdown(digest("- text\n\n###\n\n### <b></b>\n\n- more\n"), "");
  EXPECT_THAT(ids_of(content), ElementsAre("2504.00001"));
  ASSERT_THAT(content.complaints, SizeIs(1));
  EXPECT_EQ(content.complaints[0].line, 9);
}

TEST(MarkdownSourceTest, IsAnyFileWithAPaperOrTheNameOfADay) {
  EXPECT_TRUE(read_markdown(digest(""), "").is_source);
  EXPECT_TRUE(
      read_markdown("## Daily Papers (2025-04-23)\n\nNo papers today.\n", "").is_source);
  EXPECT_TRUE(read_markdown("### No Link\n", "2025-04-23").is_source);
  EXPECT_FALSE(read_markdown("# papersearch\n\n### Install\n\n### [Docs](docs/a.md)\n", "")
                   .is_source);
  EXPECT_FALSE(read_markdown("## Changes (2025-04-23)\n\n- text\n", "").is_source);
}

}  // namespace
}  // namespace papersearch
