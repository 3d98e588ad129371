// SPDX-License-Identifier: GPL-2.0-or-later
// The ids that show and similar are given, as arguments and on standard input.
#include <gmock/gmock.h>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class PaperIdsTest : public CliTest {
 protected:
  // The values of `key` in the objects that a call with --json prints, one a line.
  static std::vector<std::string> values(const char* key, const ProcessResult& result) {
    std::vector<std::string> out;
    std::istringstream lines(result.out);
    for (std::string line; std::getline(lines, line);)
      out.push_back(Json::parse(line)[key]);
    return out;
  }
};

struct Input {
  const char* name;
  std::string text;
};

class ReadIdsTest : public PaperIdsTest, public ::testing::WithParamInterface<Input> {};

TEST_P(ReadIdsTest, TakesTheFirstWordOfEachLine) {
  const ProcessResult result =
      papersearch({"show", "--json", "-"}, {.input = GetParam().text});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(values("id", result), ElementsAre("2504.00001", "2401.00004"));
}

INSTANTIATE_TEST_SUITE_P(
    PaperIds, ReadIdsTest,
    ::testing::Values(Input{"Plain", "2504.00001\n2401.00004\n"},
                      Input{"LastLineWithoutAnEnd", "2504.00001\n2401.00004"},
                      Input{"BlankLines", "\n2504.00001\n\n  \t\n2401.00004\n\n"},
                      Input{"LineEndsOfWindows", "2504.00001\r\n2401.00004\r\n"},
                      Input{"MoreColumns", "2504.00001\tA title\t57\n2401.00004 5 2.1\n"},
                      Input{"SpacesBefore", "  2504.00001\n  2401.00004\n"},
                      Input{"AddressesAndVersions",
                            "https://arxiv.org/abs/2504.00001v2\narXiv:2401.00004v1\n"},
                      Input{"APaperTwice", "2504.00001\n2401.00004\n2504.00001v3\n"},
                      Input{"AVeryLongColumn",
                            "2504.00001\t" + std::string(200'000, 'x') + "\n2401.00004"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(PaperIdsTest, ArgumentsAndInputComeInTheOrderOfTheArguments) {
  const ProcessResult result = papersearch(
      {"show", "--json", "2411.00007", "-", "2503.00002"}, {.input = "2504.00001\n"});
  EXPECT_THAT(values("id", result), ElementsAre("2411.00007", "2504.00001", "2503.00002"));
}

TEST_F(PaperIdsTest, WhatIsMissingDoesNotCostTheOthers) {
  for (const char* command : {"show", "similar"}) {
    const ProcessResult result =
        papersearch({command, "--json", "-"}, {.input = "2504.99999\n2504.00001\n"});
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(
        result.err,
        "papersearch: 2504.99999: no such paper in the index; see what it holds with: "
        "papersearch stats\n");
    EXPECT_EQ(values("id", papersearch({"show", "--json", "2504.99999", "2504.00001"})),
              std::vector<std::string>{"2504.00001"});
  }
}

TEST_F(PaperIdsTest, WhatIsNoIdIsToldByItsLine) {
  const std::string input =
      "2504.00001\n\n\x1b[31mid\tx\n" + std::string(1'000, 'y') + "\n2401.00004\n";
  const ProcessResult result = papersearch({"show", "--json", "-"}, {.input = input});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err,
            "papersearch: standard input:3: \"[31mid\" is no arXiv id; write one "
            "a line, such as 2504.16084\n"
            "papersearch: standard input:4: \"" +
                std::string(256, 'y') +
                "\" is no arXiv id; write one a line, such as 2504.16084\n");
  EXPECT_THAT(values("id", result), ElementsAre("2504.00001", "2401.00004"));
}

TEST_F(PaperIdsTest, NoIdAtAllIsNothingFound) {
  for (const char* command : {"show", "similar"}) {
    for (const char* input : {"", "\n\n"}) {
      const ProcessResult result = papersearch({command, "-"}, {.input = input});
      EXPECT_EQ(result.status, 1);
      EXPECT_THAT(result.out, IsEmpty());
      EXPECT_THAT(result.err, IsEmpty());
    }
  }
}

TEST_F(PaperIdsTest, InputThatCannotBeReadIsTrouble) {
  const ProcessResult result =
      run({"/bin/sh", "-c", "exec \"$0\" show - < /", papersearch_program()},
          {.environment = {{"PAPERSEARCH_DB", db()}}});
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr("standard input: cannot read: Is a directory; "));
}

TEST_F(PaperIdsTest, EveryPaperOfSimilarHasItsOwnResult) {
  const ProcessResult json = papersearch({"similar", "--json", "2504.00001", "2503.00002"});
  EXPECT_EQ(json.status, 0);
  EXPECT_THAT(values("query", json), ElementsAre("2504.00001", "2503.00002"));
  const ProcessResult text = papersearch({"similar", "2504.00001", "2503.00002"});
  EXPECT_THAT(text.out, ::testing::StartsWith("Like 2504.00001\n\n"));
  EXPECT_THAT(text.out, HasSubstr("\n\nLike 2503.00002\n\n"));
  const ProcessResult one = papersearch({"similar", "2504.00001"});
  EXPECT_THAT(one.out, ::testing::Not(HasSubstr("Like 2504")));
}

}  // namespace
}  // namespace papersearch::testing
