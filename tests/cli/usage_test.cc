// SPDX-License-Identifier: GPL-2.0-or-later
// Help, exit statuses, and what the program says when something is wrong.
#include <gmock/gmock.h>

#include "papersearch/version.h"
#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class UsageTest : public CliTest {};

struct Wrong {
  const char* name;
  Arguments arguments;
  int status;
  const char* message;  // on standard error, all of it but "papersearch: "
};

class WrongTest : public CliTest, public ::testing::WithParamInterface<Wrong> {};

TEST_P(WrongTest, SaysWhatIsWrongWhereAndWhatToDo) {
  const ProcessResult result = papersearch(GetParam().arguments);
  EXPECT_EQ(result.status, GetParam().status);
  EXPECT_EQ(result.err, std::string("papersearch: ") + GetParam().message + "\n");
  EXPECT_EQ(result.out, "");
}

INSTANTIATE_TEST_SUITE_P(
    Usage, WrongTest,
    ::testing::Values(
        Wrong{"TypoInAnOption",
              {"LLM", "--limt", "3"},
              2,
              "--limt: no such option; did you mean --limit?"},
        Wrong{"SwappedLetters",
              {"LLM", "--sotr=votes"},
              2,
              "--sotr: no such option; did you mean --sort?"},
        Wrong{"BegunOption",
              {"LLM", "--min"},
              2,
              "--min: no such option; did you mean --min-votes?"},
        Wrong{"UnknownLongOption",
              {"LLM", "--blockchain"},
              2,
              "--blockchain: no such option; to leave out a word write: papersearch -- "
              "QUERY -blockchain"},
        Wrong{"OptionOfAnotherCommand",
              {"stats", "--explain"},
              2,
              "--explain: no such option; see: papersearch stats --help"},
        Wrong{"ShortOptionOfAnotherCommand",
              {"show", "-n", "2"},
              2,
              "-n: no such option; see: papersearch show --help"},
        Wrong{"LongOptionWithOneDash",
              {"LLM", "-json"},
              2,
              "-json: could be the option --json or a word to leave out; write --json, or "
              "papersearch -- QUERY -json"},
        Wrong{"NoValue",
              {"LLM", "--limit"},
              2,
              "--limit: a value is missing; write --limit N"},
        Wrong{"NoValueOfAShortOption",
              {"LLM", "-n"},
              2,
              "-n: a value is missing; write --limit N"},
        Wrong{
            "EmptyValue", {"LLM", "--db="}, 2, "--db: a value is missing; write --db DIR"},
        Wrong{"ValueOfAFlag",
              {"LLM", "--json=yes"},
              2,
              "--json: takes no value; write --json alone"},
        Wrong{"LimitIsNoNumber",
              {"LLM", "-n", "many"},
              2,
              "--limit: \"many\" is no whole number; write one from 0 to 10000"},
        Wrong{"LimitIsNegative",
              {"LLM", "-n", "-1"},
              2,
              "--limit: \"-1\" is no whole number; write one from 0 to 10000"},
        Wrong{"LimitIsHexadecimal",
              {"LLM", "-n", "0x10"},
              2,
              "--limit: \"0x10\" is no whole number; write one from 0 to 10000"},
        Wrong{"LimitIsTooLarge",
              {"LLM", "--limit", "10001"},
              2,
              "--limit: \"10001\" is too large; write one from 0 to 10000"},
        Wrong{"OffsetIsFarTooLarge",
              {"LLM", "--offset", "99999999999999999999999"},
              2,
              "--offset: \"99999999999999999999999\" is too large; write one from 0 to "
              "1000000"},
        Wrong{"MinVotesIsNoNumber",
              {"LLM", "--min-votes", "1.5"},
              2,
              "--min-votes: \"1.5\" is no whole number; write one from 0 to "
              "9223372036854775807"},
        Wrong{"VotesWeightIsTooLarge",
              {"LLM", "--votes-weight", "2"},
              2,
              "--votes-weight: \"2\" is no number from 0 to 1; write 0.1, say"},
        Wrong{"VotesWeightIsNoNumber",
              {"LLM", "--votes-weight", "nan"},
              2,
              "--votes-weight: \"nan\" is no number from 0 to 1; write 0.1, say"},
        Wrong{"SortIsNotKnown",
              {"LLM", "--sort", "fame"},
              2,
              "--sort: \"fame\" is not known; write one of relevance, votes, date"},
        Wrong{"SortIsMisspelt",
              {"LLM", "--sort=relevence"},
              2,
              "--sort: \"relevence\" is not known; did you mean relevance?"},
        Wrong{"ColorIsNotKnown",
              {"LLM", "--color", "pink"},
              2,
              "--color: \"pink\" is not known; write one of auto, always, never"},
        Wrong{"SinceIsNoDate",
              {"LLM", "--since", "2025-13"},
              2,
              "--since: \"2025-13\" is no date; write 2025, 2025-04 or 2025-04-23"},
        Wrong{"UntilIsNoDayOfTheCalendar",
              {"LLM", "--until", "2025-02-29"},
              2,
              "--until: \"2025-02-29\" is no date; write 2025, 2025-04 or 2025-04-23"},
        Wrong{"SinceIsAfterUntil",
              {"LLM", "--since", "2025", "--until", "2024-05"},
              2,
              "options: since 2025 is after until 2024-05"},
        Wrong{"SectionIsNotKnown",
              {"LLM", "--section", "appendix"},
              2,
              "options: \"appendix\" is no section; there are title, new, technical, "
              "performance, "
              "abstract and other"},
        Wrong{"NoQuery", {"search"}, 2, "QUERY: no query; write some words to look for"},
        Wrong{"OptionsWithoutQuery",
              {"--json", "--"},
              2,
              "QUERY: no query; write some words to look for"},
        Wrong{"ShowWithoutId",
              {"show"},
              2,
              "ID: no paper; write its arXiv id, such as 2504.16084"},
        Wrong{"ShowOfNoId",
              {"show", "mamba"},
              2,
              "mamba: this is no arXiv id; write one such as 2504.16084"},
        Wrong{"ShowOfAMissingPaper",
              {"show", "2504.99999"},
              1,
              "2504.99999: no such paper in the index; see what it holds with: papersearch "
              "stats"},
        Wrong{"SimilarWithoutId",
              {"similar"},
              2,
              "ID: no paper; write its arXiv id, such as 2504.16084"},
        Wrong{"SimilarToAMissingPaper",
              {"similar", "2504.99999"},
              1,
              "2504.99999: no such paper in the index; see what it holds with: papersearch "
              "stats"},
        Wrong{"SimilarWithDatesTheWrongWayRound",
              {"similar", "2504.00001", "--since", "2025", "--until", "2024"},
              2,
              "options: since 2025 is after until 2024"},
        Wrong{"SuggestWithoutText",
              {"suggest"},
              2,
              "TEXT: no text; write the beginning of a query"},
        Wrong{
            "StatsWithAWord",
            {"stats", "votes"},
            2,
            "stats: takes no words; to look for this one write: papersearch search stats"},
        Wrong{"TooManyTrends",
              {"trends", "a", "b", "c", "d", "e", "f", "g", "h", "i"},
              2,
              "QUERY: too many queries; write at most 8, each as one argument in quotes"},
        Wrong{"TrendOfAWrongQuery",
              {"trends", "LLM", "date:spring"},
              2,
              "query: \"spring\" is no date; write date:2025-04 or date:2025-01..2025-03\n"
              "  date:spring\n"
              "       ^^^^^^"},
        Wrong{"TopByIsNotKnown",
              {"top", "--by", "fame"},
              2,
              "--by: \"fame\" is not known; write one of votes, authors"},
        Wrong{"QueryWithoutADate",
              {"date:spring"},
              2,
              "query: \"spring\" is no date; write date:2025-04 or date:2025-01..2025-03\n"
              "  date:spring\n"
              "       ^^^^^^"},
        Wrong{"QueryWrongBehindHangul",
              {"강화 학습", "votes:many", "LLM"},
              2,
              "query: \"many\" is no number of votes; write votes:20.. or votes:5..10\n"
              "  강화 학습 votes:many LLM\n"
              "                  ^^^^"},
        Wrong{"QueryWithWideWrongPart",
              {"date:봄날"},
              2,
              "query: \"봄날\" is no date; write date:2025-04 or date:2025-01..2025-03\n"
              "  date:봄날\n"
              "       ^^^^"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(UsageTest, AloneItPrintsAShortHelpWithThreeExamples) {
  const ProcessResult result = papersearch({});
  EXPECT_EQ(result.status, 0);
  std::size_t examples = 0;
  for (std::size_t at = 0;
       (at = result.out.find("\n  papersearch ", at)) != std::string::npos; ++at) {
    ++examples;
  }
  EXPECT_EQ(examples, 3);
  EXPECT_THAT(result.out, HasSubstr("papersearch --help"));
}

TEST_F(UsageTest, PrintsItsVersion) {
  const ProcessResult result = papersearch({"--version"});
  EXPECT_EQ(result.out, std::string("papersearch ") + version() + "\n");
  EXPECT_EQ(result.status, 0);
}

TEST_F(UsageTest, EveryCommandHasAHelpToLearnFrom) {
  for (const std::string command : {"", "search", "show", "similar", "suggest", "glossary",
                                    "trends", "top", "stats", "export"}) {
    const ProcessResult result =
        papersearch(command.empty() ? Arguments{"--help"} : Arguments{command, "-h"});
    EXPECT_EQ(result.status, 0) << command;
    EXPECT_THAT(result.out,
                StartsWith("Usage: papersearch " + (command.empty() ? "[" : command)));
    for (const char* part :
         {"\nExamples:\n  papersearch ", "\nOptions:\n", "--db DIR", "--json",
          "\nExit status: 0 found, 1 nothing found, 2 wrong usage"}) {
      EXPECT_THAT(result.out, HasSubstr(part)) << command;
    }
  }
  EXPECT_THAT(papersearch({"search", "--help"}).out, HasSubstr("\nQuery:\n"));
  EXPECT_THAT(papersearch({"--help"}).out, HasSubstr("\n  similar ID... "));
}

TEST_F(UsageTest, HelpIsNotWiderThanATerminal) {
  for (const std::string command : {"search", "show", "similar", "suggest", "glossary",
                                    "trends", "top", "stats", "export"}) {
    std::istringstream lines(papersearch({command, "--help"}).out);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 88) << line;
  }
}

TEST_F(UsageTest, ALongQueryIsCutAroundTheWrongPartOnATerminal) {
  const std::string filler(300, 'x');
  const ProcessResult result = papersearch({"가나다 " + filler + " date:spring " + filler},
                                           {.terminal_columns = 60});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.out, HasSubstr("  …xxx"));
  EXPECT_THAT(result.out, HasSubstr("xxx date:spring xxx"));
  const std::size_t caret_line = result.out.find("\n   ");
  ASSERT_NE(caret_line, std::string::npos);
  EXPECT_LE(result.out.size() - caret_line, 62);
}

TEST_F(UsageTest, OneMissingPaperDoesNotCostTheOthers) {
  const ProcessResult result =
      papersearch({"show", "2504.99999", "2503.00002", "2502.00003"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, StartsWith("papersearch: 2504.99999: no such paper"));
  EXPECT_THAT(result.out, StartsWith("Planning with Small Worlds\n"));
  EXPECT_THAT(result.out, HasSubstr("\n\nA Survey of LLM Agents\n"));
}

TEST_F(UsageTest, AMisspeltFieldIsAskedAbout) {
  const ProcessResult result = papersearch({"LLM", "auther:Kang"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err,
            "papersearch: auther: no such field, so it is taken for a word; did you mean "
            "author:?\n");
  for (const char* word : {"http://arxiv.org", "Re:Zero", "author:Kang", "LLM:", "10:30"})
    EXPECT_EQ(papersearch({"LLM", word}).err, "") << word;
}

TEST_F(UsageTest, NothingFoundIsStatusOneInEveryForm) {
  EXPECT_EQ(papersearch({"zyzzyva"}).status, 1);
  EXPECT_EQ(papersearch({"zyzzyva", "--json"}).status, 1);
  EXPECT_EQ(papersearch({"suggest", "zyzzyva"}).status, 1);
  EXPECT_EQ(papersearch({"glossary", "zyzzyva"}).status, 1);
  EXPECT_EQ(papersearch({"trends", "zyzzyva"}).status, 1);
  EXPECT_EQ(papersearch({"top", "--by=authors", "zyzzyva"}).status, 1);
  EXPECT_EQ(papersearch({"similar", "2504.00001", "--author", "Nobody"}).status, 1);
}

TEST_F(UsageTest, FoundIsStatusZeroInEveryForm) {
  for (const Arguments& arguments : std::vector<Arguments>{{"LLM"},
                                                           {"LLM", "--json"},
                                                           {"show", "2504.00001"},
                                                           {"similar", "2504.00001"},
                                                           {"suggest", "pro"},
                                                           {"glossary", "LLM"},
                                                           {"trends", "LLM", "reward"},
                                                           {"top"},
                                                           {"stats"}}) {
    const ProcessResult result = papersearch(arguments);
    EXPECT_EQ(result.status, 0) << ::testing::PrintToString(arguments);
    EXPECT_EQ(result.err, "");
  }
}

TEST_F(UsageTest, ErrorsWithJsonAreTextOnStandardError) {
  const ProcessResult result = papersearch({"date:spring", "--json"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, StartsWith("papersearch: query: "));
}

}  // namespace
}  // namespace papersearch::testing
