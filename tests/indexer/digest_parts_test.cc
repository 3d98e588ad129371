// SPDX-License-Identifier: GPL-2.0-or-later
#include "digest_parts.h"

#include <gmock/gmock.h>

#include <ostream>
#include <string>
#include <vector>

#include "lib/row_name.h"
#include "source.h"

namespace papersearch {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_part(text, begin);
    out.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return out;
}

struct PartsCase {
  const char* name;
  std::vector<std::string> parts;  // of the text that they make together
};
void PrintTo(const PartsCase& row, std::ostream* out) {
  *out << ::testing::PrintToString(row.parts);
}

class PartsTest : public ::testing::TestWithParam<PartsCase> {};

TEST_P(PartsTest, BeginAtHeadingsOfPapersAndDays) {
  std::string text;
  for (const std::string& part : GetParam().parts) text += part;
  EXPECT_EQ(parts_of(text), GetParam().parts);
}

INSTANTIATE_TEST_SUITE_P(
    All, PartsTest,
    ::testing::Values(
        PartsCase{"Nothing", {}}, PartsCase{"NoHeading", {"text\n\nmore\n"}},
        PartsCase{"Papers", {"### [A](a)\ntext\n", "### [B](b)\n", "### [C](c)"}},
        PartsCase{"Days", {"# Papers 2025-04-23\n", "### [A](a)\n", "## 2025-04-24\n"}},
        PartsCase{"Indented", {"- text\n", "   ### [A](a)\n"}},
        PartsCase{"CarriageReturns", {"text\r", "### [A](a)\r", "### [B](b)\r"}},
        PartsCase{"WindowsLines", {"text\r\n", "### [A](a)\r\n", "### [B](b)\r\n"}},
        PartsCase{"InsideOfACommentToo", {"<!--\n", "### [A](a)\n-->\n"}},
        PartsCase{"Tab", {"text\n", "###\t[A](a)\n"}},
        PartsCase{"NoLink", {"### Notes\n\n## About\n"}},
        PartsCase{"TooDeep", {"text\n    ### [A](a)\n#### [B](b)\n"}},
        PartsCase{"NoSpace", {"text\n###[A](a)\n"}},
        PartsCase{"NotAtTheStart", {"text ### [A](a)\n"}},
        PartsCase{"NoDay", {"## 2025-13-45\n# 1234\n"}}),
    testing::row_name<PartsCase>);

struct RefusalCase {
  const char* name;
  std::string part;
  const char* reason;  // nullptr: none
};
void PrintTo(const RefusalCase& row, std::ostream* out) { *out << row.part.substr(0, 40); }

class RefusalTest : public ::testing::TestWithParam<RefusalCase> {};

TEST_P(RefusalTest, KeepsHostileTextFromTheParser) {
  const std::string reason = refusal_of(GetParam().part);
  if (GetParam().reason == nullptr) {
    EXPECT_EQ(reason, "");
  } else {
    EXPECT_THAT(reason, ::testing::HasSubstr(GetParam().reason));
  }
}

std::string staircase(int depth, const std::string& marker) {
  std::string out;
  for (int i = 0; i < depth; ++i)
    out += std::string(static_cast<std::size_t>(2 * i), ' ') + marker + "\n";
  return out;
}

INSTANTIATE_TEST_SUITE_P(
    Refused, RefusalTest,
    ::testing::Values(
        RefusalCase{"Quotations", repeated("> ", 101) + "a", "nest"},
        RefusalCase{"QuotationsWithoutSpaces", repeated(">", 101) + "a", "nest"},
        RefusalCase{"Lists", repeated("- ", 101) + "a", "nest"},
        RefusalCase{"ListsOfPluses", repeated("+ ", 101), "nest"},
        RefusalCase{"NumberedLists", repeated("1. ", 101) + "a", "nest"},
        RefusalCase{"NumbersWithParentheses", repeated("12) ", 101) + "a", "nest"},
        RefusalCase{"Mixed", repeated("> - 1. * ", 26) + "a", "nest"},
        RefusalCase{"LaterInTheText", "text\n\n" + repeated("> ", 101), "nest"},
        RefusalCase{"Staircase", staircase(102, "- a"), "nest"},
        RefusalCase{"StaircaseOfEmptyBullets", staircase(102, "-"), "nest"},
        RefusalCase{"StaircaseOverLazyLines",
                    repeated("- ", 60) + "a\r\nlazy\r\n" + std::string(120, ' ') +
                        repeated("- ", 60) + "b",
                    "nest"},
        RefusalCase{"LinkDefinition",
                    "[a]: " + std::string(100000, 'b') + "\n\n" + repeated("[a]", 4000),
                    "links"}),
    testing::row_name<RefusalCase>);

INSTANTIATE_TEST_SUITE_P(
    Accepted, RefusalTest,
    ::testing::Values(
        RefusalCase{"Empty", "", nullptr},
        RefusalCase{"NestedBullets", staircase(20, "- a"), nullptr},
        RefusalCase{"ManyBullets", repeated("- a\n", 10000), nullptr},
        RefusalCase{
            "Rules",
            repeated("- ", 200) + "\n\n" + repeated("* ", 200) + "\n" + repeated("-", 500),
            nullptr},
        RefusalCase{"DeepIndentation", repeated(std::string(400, ' ') + "a\n", 9), nullptr},
        RefusalCase{"NumbersInText", repeated("1.5 ", 300), nullptr},
        RefusalCase{"Brackets", repeated("[a][b] ", 10000), nullptr},
        RefusalCase{"References",
                    "[1]: https://example.org\n\n" + repeated("see [1] ", 100), nullptr}),
    testing::row_name<RefusalCase>);

// No values of the parameter: those are made whenever the program starts.
TEST(LongPartTest, IsRefusedBeyondTheLimit) {
  EXPECT_EQ(refusal_of(std::string(kMaxEntryBytes, 'a')), "");
  EXPECT_THAT(refusal_of(std::string(kMaxEntryBytes + 1, 'a')),
              ::testing::HasSubstr("longer than 1 MiB"));
}

TEST(DateInTest, FindsTheFirstDayOfTheCalendar) {
  EXPECT_EQ(date_in("Daily Papers (2025-04-23)"), "2025-04-23");
  EXPECT_EQ(date_in("2025-02-30, then 2024-02-29 and 2025-01-01"), "2024-02-29");
  EXPECT_EQ(date_in("2025-4-23 2025/04/23 20250423"), "");
  EXPECT_EQ(date_in(""), "");
}

}  // namespace
}  // namespace papersearch
