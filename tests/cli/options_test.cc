// SPDX-License-Identifier: GPL-2.0-or-later
// What each option of a search does, and how the command line is read.
#include <gmock/gmock.h>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

class OptionsTest : public CliTest {};

TEST_F(OptionsTest, ThatEveryCommandHasMayStandBeforeIt) {
  EXPECT_EQ(papersearch({"--db", db(), "--color=never", "show", "2504.00001"}).out,
            papersearch({"show", "2504.00001", "--db", db()}).out);
  EXPECT_EQ(papersearch({"--json", "--db=" + db(), "stats"}).out,
            papersearch({"stats", "--json"}).out);
  // Behind other options it is a word of a query.
  EXPECT_EQ(papersearch({"-n", "1", "stats"}).out,
            papersearch({"search", "-n", "1", "stats"}).out);
}

struct Found {
  const char* name;
  Arguments arguments;
  std::vector<std::string> ids;  // in any order
};

class FoundTest : public CliTest, public ::testing::WithParamInterface<Found> {};

TEST_P(FoundTest, FindsThesePapers) {
  EXPECT_THAT(ids_of(GetParam().arguments),
              ::testing::UnorderedElementsAreArray(GetParam().ids));
}

const std::string kAgents = "2504.00001";
const std::string kPlanning = "2503.00002";
const std::string kSurvey = "2502.00003";
const std::string kCounting = "2401.00004";
const std::string kMolecules = "2405.00005";
const std::string kPrompts = "2410.00006";
const std::string kWide = "2411.00007";

INSTANTIATE_TEST_SUITE_P(
    Options, FoundTest,
    ::testing::Values(
        Found{"KoreanWord", {"강화학습"}, {kAgents, kPlanning}},
        Found{"KoreanWordsApart", {"강화", "학습"}, {kAgents, kPlanning}},
        Found{"KoreanDecomposed", {"\u1100\u1161\u11BC\u1112\u116A"}, {kAgents, kPlanning}},
        Found{"NotTheOtherChemistry", {"화학"}, {kMolecules}},
        Found{"SeveralArguments", {"small", "worlds"}, {kPlanning}},
        Found{"OneArgument", {"small worlds"}, {kPlanning}},
        Found{"Since", {"agents", "--since", "2025-03"}, {kAgents}},
        Found{"Until", {"agents", "--until=2025-02"}, {kSurvey}},
        Found{"SinceAlone", {"--since", "2025"}, {kAgents, kPlanning, kSurvey}},
        Found{"SinceDay", {"--since", "2025-03-05"}, {kAgents, kPlanning}},
        Found{"UntilIncludesItsLastDay", {"--until", "2024-01-15"}, {kCounting}},
        Found{"MinVotes", {"--min-votes", "12"}, {kAgents, kPlanning, kWide}},
        Found{"Author", {"--author", "Baker"}, {kAgents, kPlanning}},
        Found{"TwoAuthors", {"--author", "Baker", "--author", "Nils Berg"}, {kPlanning}},
        Found{"AuthorWithoutAccents", {"--author", "Gyorgy Kovacs"}, {kPrompts}},
        Found{"Section", {"LLM", "--section", "technical"}, {kAgents}},
        Found{"TwoSections",
              {"LLM", "--section", "title", "--section", "technical"},
              {kAgents, kSurvey}},
        Found{"SectionByItsUsualName", {"LLM", "--section", "What’s new"}, {kSurvey}},
        Found{"SectionOther", {"scratchpad", "--section", "other"}, {kCounting}},
        Found{"ExcludedWord", {"LLM", "-survey"}, {kAgents}},
        Found{"ExcludedWordFirst", {"-survey", "LLM"}, {kAgents}},
        Found{"ExcludedWordLikeAShortOption", {"LLM", "-nonsense"}, {kAgents, kSurvey}},
        Found{"ExcludedPhraseWithoutItsQuotes", {"LLM", "-보상 모델"}, {kSurvey}},
        Found{"WholeQueryThatBeginsWithAnExcludedWord", {"-survey LLM"}, {kAgents}},
        Found{"FieldWithoutItsQuotes", {"author:Jo Baker"}, {kAgents, kPlanning}},
        Found{"FieldAndWordInOneArgument", {"author:Ruiz prompts"}, {kPrompts}},
        Found{"BeginningOfAnAuthor", {"author:bak*"}, {kAgents, kPlanning}},
        Found{"BeginningOfAWholeNameWithoutItsQuotes", {"author:Nils B*"}, {kPlanning}},
        Found{"BeginningOfAnAuthorAsAnOption", {"--author=rui*"}, {kSurvey, kPrompts}},
        Found{"TitleWithoutItsQuotes", {"title:State Space"}, {kCounting}},
        Found{"OptionBetweenWords", {"small", "--since", "2025", "worlds"}, {kPlanning}},
        Found{"EverythingBehindDashesIsQuery", {"--", "agents", "-survey"}, {kAgents}},
        Found{"OptionsBehindDashesAreWords", {"--", "--limit", "scratchpad"}, {kCounting}},
        Found{"WordsBeforeAndBehindDashes", {"scratchpad", "--", "counting"}, {kCounting}},
        Found{"CommandNameAsAWord", {"survey", "show"}, {kSurvey}},
        Found{"NothingFound", {"zyzzyva"}, {}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(OptionsTest, LimitInEverySpelling) {
  for (const Arguments& limit : std::vector<Arguments>{
           {"-n", "2"}, {"-n2"}, {"-n=2"}, {"--limit", "2"}, {"--limit=2"}, {"-n", "02"}}) {
    Arguments arguments = {"--since", "2024"};
    arguments.insert(arguments.end(), limit.begin(), limit.end());
    EXPECT_THAT(ids_of(arguments), SizeIs(2)) << ::testing::PrintToString(limit);
  }
}

TEST_F(OptionsTest, OfAnOptionGivenTwiceTheLastCounts) {
  EXPECT_THAT(ids_of({"--since", "2024", "-n", "1", "-n", "3"}), SizeIs(3));
}

TEST_F(OptionsTest, LimitZeroOnlyCounts) {
  const Json json = json_of({"agents", "--limit", "0", "--json"});
  EXPECT_EQ(json["total"], 2);
  EXPECT_THAT(json["hits"], IsEmpty());
  const ProcessResult text = papersearch({"agents", "--limit", "0"});
  EXPECT_EQ(text.out, "2 papers found.\n");
  EXPECT_EQ(text.status, 0);
}

TEST_F(OptionsTest, OffsetLeavesOutTheFirst) {
  const auto all = ids_of({"--since", "2024"});
  const auto rest = ids_of({"--since", "2024", "--offset", "2"});
  EXPECT_EQ(rest, std::vector<std::string>(all.begin() + 2, all.end()));
  EXPECT_EQ(json_of({"--since", "2024", "--offset", "2", "--json"})["hits"].at(0)["rank"],
            3);
}

TEST_F(OptionsTest, OffsetBeyondTheEndFindsNothing) {
  const ProcessResult result = papersearch({"agents", "--offset", "50"});
  EXPECT_EQ(result.out, "2 papers found, none behind the first 50.\n");
  EXPECT_EQ(result.status, 1);
}

TEST_F(OptionsTest, TheLastLineSaysHowToSeeMore) {
  EXPECT_THAT(papersearch({"--since", "2024", "-n", "2"}).out,
              HasSubstr("\n6 papers found, 1 to 2 shown; for more add --offset 2.\n"));
  EXPECT_THAT(papersearch({"--since", "2024", "-n", "2", "--offset", "4"}).out,
              HasSubstr("\n6 papers found, 5 to 6 shown.\n"));
  EXPECT_THAT(papersearch({"scratchpad"}).out, HasSubstr("\n1 paper found.\n"));
}

TEST_F(OptionsTest, SortsByVotesWithUnknownOnesLast) {
  EXPECT_THAT(ids_of({"agents OR language OR 모델", "--sort", "votes"}).front(), kAgents);
  const auto ids = ids_of({"LLM", "--sort", "votes"});
  EXPECT_THAT(ids, ElementsAre(kAgents, kSurvey));
}

TEST_F(OptionsTest, SortsByDateNewestFirst) {
  EXPECT_THAT(ids_of({"강화학습", "--sort", "date"}), ElementsAre(kAgents, kPlanning));
  EXPECT_THAT(ids_of({"--min-votes", "1", "--sort=date"}),
              ElementsAre(kAgents, kPlanning, kWide, kPrompts, kCounting));
}

TEST_F(OptionsTest, VotesWeightZeroLeavesRelevanceAlone) {
  const Json without = json_of({"LLM", "--votes-weight", "0", "--json"});
  for (const Json& hit : without["hits"]) {
    EXPECT_EQ(hit["popularity"], 0.0);
    EXPECT_EQ(hit["score"], hit["relevance"]);
  }
  const Json with = json_of({"LLM", "--votes-weight", "1", "--json"});
  for (const Json& hit : with["hits"]) {
    EXPECT_GT(hit["popularity"], 0.0);
  }
}

TEST_F(OptionsTest, FacetsCountByMonthAuthorAndSection) {
  const std::string out = papersearch({"강화학습", "--facets"}).out;
  EXPECT_THAT(out, HasSubstr("\nMonths\n  1  2025-04\n  1  2025-03\n"));
  EXPECT_THAT(out, HasSubstr("\nAuthors\n  2  Jo Baker\n"));
  EXPECT_THAT(out, HasSubstr("\nSections\n  2  What's New\n"));
  EXPECT_THAT(papersearch({"강화학습"}).out, Not(HasSubstr("Months")));
}

TEST_F(OptionsTest, ExplainGivesTermsFieldsWeightsAndTheSum) {
  const std::string out = papersearch({"agents", "--explain", "-n1"}).out;
  EXPECT_THAT(out, ::testing::ContainsRegex(
                       "score [0-9.]+ = relevance [0-9.]+ \\+ popularity [0-9.]+\n"));
  EXPECT_THAT(out, ::testing::ContainsRegex(
                       "[0-9.]+ agent in title, [0-9]+ occurrences, 2 papers\n"));
}

TEST_F(OptionsTest, CommandsCountOnlyAsTheFirstArgument) {
  for (const Arguments& arguments : std::vector<Arguments>{{"search", "stats", "--json"},
                                                           {"--json", "--", "stats"},
                                                           {"-n2", "stats", "--json"}}) {
    EXPECT_EQ(json_of(arguments)["query"], "stats") << ::testing::PrintToString(arguments);
  }
  EXPECT_EQ(json_of({"stats", "--json"})["papers"], 7);
}

TEST_F(OptionsTest, TheQueryIsTheWordsWithSpacesBetween) {
  EXPECT_EQ(json_of({"small", "-survey", "--json", "worlds"})["query"],
            "small -survey worlds");
  EXPECT_EQ(json_of({"--json", "--", "  as is ", "-x"})["query"], "  as is  -x");
}

TEST_F(OptionsTest, QuotesThatTheShellTookArePutBack) {
  EXPECT_EQ(json_of({"author:Jo Baker", "--json"})["query"], "author:\"Jo Baker\"");
  // Not behind "--", and not where the words are a query of their own.
  EXPECT_EQ(json_of({"--json", "--", "author:Jo Baker"})["query"], "author:Jo Baker");
  EXPECT_EQ(json_of({"author:Baker votes:20..", "--json"})["query"],
            "author:Baker votes:20..");
  EXPECT_EQ(json_of({"author:Baker -survey", "--json"})["query"], "author:Baker -survey");
}

TEST_F(OptionsTest, AnEmptyQueryFindsNothing) {
  const ProcessResult result = papersearch({""});
  EXPECT_EQ(result.out, "No papers found.\n");
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.status, 1);
}

TEST_F(OptionsTest, ShowsPapersWhole) {
  const std::string out = papersearch({"show", "2504.00001"}).out;
  EXPECT_THAT(
      out, StartsWith("Reward Models for Language Agents\n57 votes · 2025-04-10 · "
                      "https://arxiv.org/abs/2504.00001\nMina Kang, Jo Baker, Ravi Menon, "
                      "Lea Sommer, Tom Okafor, Yuki Arai\n\nWhat's New\n"));
  EXPECT_THAT(out,
              HasSubstr("\n\nTechnical Details\nLLM은 여러 답을 쓰고 보상 모델이 하나를 "
                        "고릅니다.\n두 단계가 번갈아 반복됩니다.\n\n"));
}

TEST_F(OptionsTest, ShowsPapersByAnyFormOfTheirId) {
  for (const char* id : {"arXiv:2504.00001v2", "https://arxiv.org/pdf/2504.00001",
                         "https://huggingface.co/papers/2504.00001"}) {
    EXPECT_EQ(json_of({"show", id, "--json"})["id"], kAgents) << id;
  }
}

TEST_F(OptionsTest, SaysWhatIsNotKnown) {
  EXPECT_THAT(papersearch({"show", kSurvey}).out,
              HasSubstr("votes unknown · 2025-02-01 · "));
  EXPECT_THAT(papersearch({"show", kMolecules}).out,
              HasSubstr("0 votes · date unknown · "));
  EXPECT_THAT(papersearch({"show", kPrompts}).out, HasSubstr("1 vote · "));
}

TEST_F(OptionsTest, ShortensManyAuthors) {
  EXPECT_THAT(papersearch({"reward"}).out,
              HasSubstr("\n   Mina Kang, Jo Baker, Ravi Menon and 3 more\n"));
}

TEST_F(OptionsTest, SimilarLeavesOutThePaperItself) {
  const Json json = json_of({"similar", kAgents, "--json"});
  std::vector<std::string> ids;
  for (const Json& hit : json["hits"]) ids.push_back(hit["id"]);
  EXPECT_THAT(ids, Contains(kPlanning));
  EXPECT_THAT(ids, Not(Contains(kAgents)));
}

TEST_F(OptionsTest, SimilarTakesFiltersAndPages) {
  const Json by_berg = json_of({"similar", kAgents, "--author", "Berg", "--json"});
  ASSERT_FALSE(by_berg["hits"].empty());
  for (const Json& hit : by_berg["hits"]) {
    EXPECT_EQ(hit["id"], kPlanning);
  }
  EXPECT_THAT(json_of({"similar", kAgents, "-n", "1", "--json"})["hits"], SizeIs(1));
  EXPECT_EQ(json_of({"similar", kAgents, "--offset", "1", "--json"})["hits"].at(0)["rank"],
            2);
  EXPECT_EQ(json_of({"similar", kAgents, "--votes-weight", "0", "--json"})["hits"].at(
                0)["popularity"],
            0.0);
}

TEST_F(OptionsTest, SuggestsOneCompletionALine) {
  const ProcessResult result = papersearch({"suggest", "promp"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, StartsWith("prompts\n"));
  EXPECT_THAT(result.out, HasSubstr("\nCompressing Prompts\n"));
  EXPECT_THAT(papersearch({"suggest", "Ana", "R"}).out, HasSubstr("Ana Ruiz\n"));
  EXPECT_EQ(papersearch({"suggest", "promp", "-n", "1"}).out, "prompts\n");
}

TEST_F(OptionsTest, StatsSaysWhatTheIndexHolds) {
  const std::string out = papersearch({"stats"}).out;
  EXPECT_THAT(out, HasSubstr("papers:         7\n"));
  EXPECT_THAT(out, HasSubstr("dates:          2024-01-15 to 2025-04-10\n"));
  EXPECT_THAT(out, HasSubstr("votes known:    6\n"));
}

}  // namespace
}  // namespace papersearch::testing
