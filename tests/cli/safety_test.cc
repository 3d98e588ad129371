// SPDX-License-Identifier: GPL-2.0-or-later
// Nothing that others wrote steers the terminal: no control characters, no hidden or
// turned text, in any field, in any kind of output.
#include <gmock/gmock.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::HasSubstr;

// What terminals obey: a colour, a window title, a C1 control sequence, bidirectional
// overrides and isolates and marks, line separators, tags, bell, backspace, delete.
const std::string kHostile =
    "x\x1b[31mred\x1b]0;title\x07\b\x7f\u009b2J\u0085 "
    "\u202E\u2066abc\u2069\u200F\u200E\u061C"
    " \u2028\u2029 \U000E0041\U000E0042\U000E007F \r over";

// The first code point of `text` that must not be there, in words; empty when all is well.
std::string harm_in(const std::string& text) {
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, size, c);
    if (c < 0) return "bytes that are no UTF-8 before offset " + std::to_string(i);
    const bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0);
    const bool hidden = c == 0x61C || c == 0x200E || c == 0x200F ||
                        (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
                        (c >= 0xE0000 && c < 0xE0080);
    if (control || hidden) {
      return "code point " + std::to_string(c) + " before offset " + std::to_string(i);
    }
  }
  return {};
}

class SafetyTest : public ::testing::Test {
 protected:
  void SetUp() override {
    write_index(db_, {{"2501.00001",
                       "Title " + kHostile,
                       "2025-01-01",
                       {"Author " + kHostile, "Second " + kHostile},
                       1,
                       {{"Name " + kHostile, "Summary " + kHostile + " words to find"},
                        {"", "two\nlines " + kHostile}}},
                      {"2501.00002",
                       "Another title",
                       "2025-01-02",
                       {"Author " + kHostile},
                       2,
                       {{"Name", "Summary words"}}}});
  }

  ProcessResult papersearch(const Arguments& arguments, ProcessOptions options = {}) const {
    Arguments argv = {papersearch_program()};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    options.environment.emplace("PAPERSEARCH_DB", db_);
    return run(argv, options);
  }

  TempDir dir_;
  std::string db_ = dir_ / "index";
};

struct Output {
  const char* name;
  Arguments arguments;
};

class OutputTest : public SafetyTest, public ::testing::WithParamInterface<Output> {};

TEST_P(OutputTest, IsHarmlessInAPipe) {
  const ProcessResult result = papersearch(GetParam().arguments);
  EXPECT_LE(result.status, 1);
  EXPECT_EQ(harm_in(result.out), "");
  EXPECT_EQ(harm_in(result.err), "");
}

TEST_P(OutputTest, IsHarmlessOnATerminal) {
  const ProcessResult result = papersearch(GetParam().arguments, {.terminal_columns = 80});
  EXPECT_EQ(harm_in(without_colors(result.out)), "");
}

TEST_P(OutputTest, IsHarmlessAsJson) {
  Arguments arguments = GetParam().arguments;
  arguments.push_back("--json");
  const ProcessResult result = papersearch(arguments);
  EXPECT_EQ(harm_in(result.out), "");
  EXPECT_TRUE(Json::accept(result.out));
}

INSTANTIATE_TEST_SUITE_P(
    Safety, OutputTest,
    ::testing::Values(Output{"Search", {"words"}},
                      Output{"FacetsAndExplanation", {"title", "--facets", "--explain"}},
                      Output{"Show", {"show", "2501.00001"}},
                      Output{"Similar", {"similar", "2501.00002"}},
                      Output{"SuggestATitle", {"suggest", "tit"}},
                      Output{"SuggestAnAuthor", {"suggest", "autho"}},
                      Output{"GlossaryOfNothing", {"glossary", kHostile}},
                      Output{"GlossaryOfATerm", {"glossary", "LLM " + kHostile}},
                      Output{"Stats", {"stats"}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(SafetyTest, JsonKeepsEveryCharacter) {
  const Json json = Json::parse(papersearch({"show", "2501.00001", "--json"}).out);
  EXPECT_EQ(json["title"], "Title " + kHostile);
  EXPECT_EQ(json["authors"][0], "Author " + kHostile);
  EXPECT_EQ(json["sections"][0]["name"], "Name " + kHostile);
}

TEST_F(SafetyTest, AQueryDoesNotReachTheTerminal) {
  for (const std::string& query :
       {kHostile, "date:" + kHostile, "votes:\xFF\xC0\xAF" + kHostile,
        "title:\"" + kHostile, std::string("\xF0\x9F\x98")}) {
    for (const std::optional<int> columns :
         {std::optional<int>(), std::optional<int>(60)}) {
      const ProcessResult result =
          papersearch({"--", query}, {.terminal_columns = columns});
      EXPECT_EQ(harm_in(without_colors(result.out)), "") << query;
      EXPECT_EQ(harm_in(result.err), "") << query;
    }
  }
}

TEST_F(SafetyTest, OptionsAndTheirValuesDoNotReachTheTerminal) {
  for (const Arguments& arguments : std::vector<Arguments>{{"x", "--" + kHostile},
                                                           {"x", "--" + kHostile + "\xFF"},
                                                           {"x", "--sort", kHostile},
                                                           {"x", "--since", kHostile},
                                                           {"x", "--section", kHostile},
                                                           {"x", "-n", "\xFF\x1b"},
                                                           {"show", kHostile},
                                                           {"similar", "\x1b\xFF"}}) {
    const ProcessResult result = papersearch(arguments);
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(harm_in(result.err), "") << result.err;
  }
}

TEST_F(SafetyTest, ThePathOfTheIndexDoesNotReachTheTerminal) {
  const ProcessResult missing =
      papersearch({"x", "--db", "/nonexistent/" + kHostile + "\xFF"});
  EXPECT_EQ(missing.status, 3);
  EXPECT_EQ(harm_in(missing.err), "");
  const std::string path = dir_ / ("index " + kHostile);
  write_index(path, sample_papers());
  const ProcessResult stats = papersearch({"stats", "--db", path});
  EXPECT_EQ(stats.status, 0);
  EXPECT_EQ(harm_in(stats.out), "");
}

TEST_F(SafetyTest, AHighlightSurvivesTheCharactersThatAreLeftOut) {
  const ProcessResult result = papersearch({"over", "--color=always"});
  EXPECT_THAT(result.out, HasSubstr("\x1b[0;1;33mover\x1b[0m"));
}

}  // namespace
}  // namespace papersearch::testing
