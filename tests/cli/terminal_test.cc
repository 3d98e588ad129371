// SPDX-License-Identifier: GPL-2.0-or-later
// How output looks on a terminal and in a pipe.
#include <gmock/gmock.h>

#include <clocale>
#include <cwchar>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kEscape = "\x1b";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

// The columns of a line as the C library counts them, which the program does not ask.
int columns_of(const std::string& line) {
  std::setlocale(LC_CTYPE, "C.UTF-8");
  std::wstring wide(line.size() + 1, L'\0');
  const std::size_t length = std::mbstowcs(wide.data(), line.c_str(), wide.size());
  EXPECT_NE(length, static_cast<std::size_t>(-1)) << line;
  return wcswidth(wide.data(), length);
}

class TerminalTest : public CliTest {};

class ColumnsTest : public CliTest, public ::testing::WithParamInterface<int> {};

TEST_P(ColumnsTest, NoLineIsWiderThanTheTerminal) {
  const int columns = GetParam();
  for (const Arguments& arguments :
       std::vector<Arguments>{{"--since", "2024", "--facets", "--explain"},
                              {"넓은 낱말", "--explain"},
                              {"LLM", "agents"},
                              {"show", "2411.00007", "2504.00001"},
                              {"similar", "2504.00001"},
                              {"glossary", "LLM 검색 증강 생성 강화학습"},
                              {"suggest", "r"},
                              {"suggest", "넓"}}) {
    const ProcessResult result = papersearch(arguments, {.terminal_columns = columns});
    EXPECT_EQ(result.status, 0);
    for (const std::string& line : lines_of(without_colors(result.out))) {
      EXPECT_LE(columns_of(line), columns) << line;
      EXPECT_GE(columns_of(line), 0) << line;
    }
  }
}

TEST_P(ColumnsTest, LinesAreFilledAsFarAsWordsAllow) {
  const int columns = GetParam();
  const ProcessResult result =
      papersearch({"show", "2411.00007", "--color=never"}, {.terminal_columns = columns});
  std::vector<std::string> lines = lines_of(result.out);
  const auto name = std::find(lines.begin(), lines.end(), "What's New");
  ASSERT_NE(name, lines.end());
  for (auto line = name + 1; line + 1 < lines.end(); ++line) {
    const std::string next_word = (line + 1)->substr(0, (line + 1)->find(' '));
    EXPECT_GT(columns_of(*line + " " + next_word), columns) << *line;
  }
}

TEST_P(ColumnsTest, WrappedTextIsTheTextOfThePipe) {
  const ProcessResult wrapped =
      papersearch({"show", "2411.00007"}, {.terminal_columns = GetParam()});
  const ProcessResult plain = papersearch({"show", "2411.00007"});
  const auto letters = [](std::string text) {
    text.erase(std::remove_if(text.begin(), text.end(),
                              [](char c) { return c == ' ' || c == '\n'; }),
               text.end());
    return text;
  };
  EXPECT_EQ(letters(without_colors(wrapped.out)), letters(plain.out));
}

INSTANTIATE_TEST_SUITE_P(Columns, ColumnsTest, ::testing::Values(20, 40, 80, 200),
                         [](const auto& test) {
                           return "At" + std::to_string(test.param);
                         });

TEST_F(TerminalTest, FitsAHitToFortyColumns) {
  const ProcessResult result =
      papersearch({"reward", "--color=never"}, {.terminal_columns = 40});
  EXPECT_THAT(result.out, HasSubstr("1. Reward Models for Language Agents\n"
                                    "   57 votes · 2025-04-10 ·\n"
                                    "   https://arxiv.org/abs/2504.00001\n"
                                    "   Mina Kang, Jo Baker, Ravi Menon and 3\n"
                                    "   more\n"
                                    "   What's New: 언어 에이전트를 위한 보상\n"));
}

TEST_F(TerminalTest, InAPipeAParagraphIsOneLine) {
  const ProcessResult result = papersearch({"show", "2411.00007"});
  EXPECT_EQ(lines_of(result.out).size(), 6);
  EXPECT_THAT(result.out, HasSubstr("안됩니다.\n"));
}

TEST_F(TerminalTest, WordsThatMatchStandOutOnATerminal) {
  const ProcessResult result = papersearch({"보상"}, {.terminal_columns = 80});
  EXPECT_THAT(result.out, HasSubstr("위한 \x1b[0;1;33m보상\x1b[0m 모델을"));
  const ProcessResult title = papersearch({"reward"}, {.terminal_columns = 80});
  EXPECT_THAT(title.out, HasSubstr("\x1b[0;1;33mReward\x1b[0;1m Models"));
}

TEST_F(TerminalTest, StylesEndWithTheirLine) {
  const ProcessResult result = papersearch({"LLM", "--explain"}, {.terminal_columns = 40});
  for (const std::string& line : lines_of(result.out)) {
    const std::size_t last = line.rfind(kEscape);
    if (last == std::string::npos) continue;
    EXPECT_EQ(line.substr(last, 4), "\x1b[0m") << line;
  }
}

struct ColorCase {
  const char* name;
  std::string mode;  // of --color; empty: without
  std::map<std::string, std::string> environment;
  bool terminal;
  bool color;
};

class ColorTest : public CliTest, public ::testing::WithParamInterface<ColorCase> {};

TEST_P(ColorTest, IsUsedWhereItShould) {
  Arguments arguments = {"LLM"};
  if (!GetParam().mode.empty()) arguments.push_back("--color=" + GetParam().mode);
  ProcessOptions options;
  options.environment = GetParam().environment;
  if (GetParam().terminal) options.terminal_columns = 80;
  const ProcessResult result = papersearch(arguments, options);
  EXPECT_EQ(result.out.find(kEscape) != std::string::npos, GetParam().color);
  EXPECT_EQ(result.status, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Color, ColorTest,
    ::testing::Values(
        ColorCase{"Terminal", "", {}, true, true}, ColorCase{"Pipe", "", {}, false, false},
        ColorCase{"TerminalAuto", "auto", {}, true, true},
        ColorCase{"PipeAuto", "auto", {}, false, false},
        ColorCase{"TerminalNever", "never", {}, true, false},
        ColorCase{"PipeAlways", "always", {}, false, true},
        ColorCase{"NoColor", "", {{"NO_COLOR", "1"}}, true, false},
        ColorCase{"NoColorEmpty", "", {{"NO_COLOR", ""}}, true, true},
        ColorCase{"NoColorYieldsToAlways", "always", {{"NO_COLOR", "1"}}, true, true},
        ColorCase{"Forced", "", {{"CLICOLOR_FORCE", "1"}}, false, true},
        ColorCase{"ForcedByZero", "", {{"CLICOLOR_FORCE", "0"}}, false, false},
        ColorCase{"NoColorYieldsNotToForce",
                  "",
                  {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}},
                  false,
                  false},
        ColorCase{"DumbTerminal", "", {{"TERM", "dumb"}}, true, false}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(TerminalTest, JsonHasNoColorsAndIsNotWrapped) {
  const ProcessResult result =
      papersearch({"LLM", "--json", "--color=always"}, {.terminal_columns = 40});
  EXPECT_THAT(result.out, Not(HasSubstr(kEscape)));
  EXPECT_TRUE(Json::accept(result.out));
}

TEST_F(TerminalTest, ATerminalWithoutASizeHasColumnsOrEighty) {
  const auto widest = [](const ProcessResult& result) {
    int out = 0;
    for (const std::string& line : lines_of(without_colors(result.out))) {
      out = std::max(out, columns_of(line));
    }
    return out;
  };
  const Arguments show = {"show", "2411.00007"};
  const int usual = widest(papersearch(show, {.terminal_columns = 0}));
  EXPECT_LE(usual, 80);
  EXPECT_GT(usual, 70);
  const int told = widest(
      papersearch(show, {.environment = {{"COLUMNS", "50"}}, .terminal_columns = 0}));
  EXPECT_LE(told, 50);
  EXPECT_GT(told, 40);
  for (const char* nonsense : {"", "0", "-3", "wide", "50x", "99999999999999999999"}) {
    EXPECT_EQ(widest(papersearch(
                  show, {.environment = {{"COLUMNS", nonsense}}, .terminal_columns = 0})),
              usual)
        << nonsense;
  }
}

TEST_F(TerminalTest, SuggestionsSayWhatTheyAreOnATerminalOnly) {
  EXPECT_THAT(
      papersearch({"suggest", "promp", "--color=never"}, {.terminal_columns = 80}).out,
      HasSubstr("prompts  in 1 paper\n"));
  EXPECT_THAT(papersearch({"suggest", "promp"}).out, HasSubstr("prompts\n"));
}

// Text whose characters take other columns than code points, and where it may be broken.
struct WidthCase {
  const char* name;
  std::string word;
  std::size_t columns;  // of the word
};

class WidthTest : public ::testing::TestWithParam<WidthCase> {};

TEST_P(WidthTest, IsCountedInColumns) {
  // A line of twenty columns that `word`, repeated without a space, fills as far as it
  // goes.
  std::string title;
  for (int i = 0; i < 40; ++i) title += GetParam().word;
  const TempDir dir;
  write_index(dir / "index", {{"2501.00001", title, "", {}, 1, {}}});
  const ProcessResult result = run(
      {papersearch_program(), "show", "2501.00001", "--db", dir / "index", "--color=never"},
      {.terminal_columns = 20});
  const std::string first = lines_of(result.out).at(0);
  std::string expected;
  for (std::size_t i = 0; i < 20 / GetParam().columns; ++i) expected += GetParam().word;
  EXPECT_EQ(first, expected);
}

INSTANTIATE_TEST_SUITE_P(
    Width, WidthTest,
    ::testing::Values(
        WidthCase{"Latin", "a", 1}, WidthCase{"Hangul", "한", 2},
        WidthCase{"DecomposedHangul", "\u1112\u1161\u11AB", 2}, WidthCase{"Han", "学", 2},
        WidthCase{"Kana", "が", 2}, WidthCase{"HalfWidthKana", "\uFF76", 1},
        WidthCase{"FullWidthLatin", "Ａ", 2}, WidthCase{"CombiningAccent", "e\u0301", 1},
        WidthCase{"TwoCombiningMarks", "o\u0302\u0323", 1}, WidthCase{"Emoji", "🚀", 2},
        WidthCase{"EmojiWithSkinTone", "👍🏽", 2},
        WidthCase{"EmojiFamily", "👩\u200D👩\u200D👧", 2},
        WidthCase{"EmojiBySelector", "❤\uFE0F", 2}, WidthCase{"Flag", "🇰🇷", 2}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace papersearch::testing
