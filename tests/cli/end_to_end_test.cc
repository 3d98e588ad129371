// SPDX-License-Identifier: GPL-2.0-or-later
// Both programs together over the sample data, as a new user would run them.
#include <gmock/gmock.h>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class EndToEndTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const ProcessResult result =
        run({papersearch_index_program(), "--db", db_, source_dir() + "/data/digests",
             source_dir() + "/data/feed"});
    ASSERT_EQ(result.status, 0) << result.err;
  }

  ProcessResult papersearch(const Arguments& arguments) const {
    Arguments argv = {papersearch_program()};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    return run(argv, {.environment = {{"PAPERSEARCH_DB", db_}}});
  }

  TempDir dir_;
  std::string db_ = dir_ / "index";
};

TEST_F(EndToEndTest, TheExamplesOfTheShortHelpFindPapers) {
  std::size_t examples = 0;
  std::istringstream help(papersearch({}).out);
  for (std::string line; std::getline(help, line);) {
    if (line.rfind("  papersearch ", 0) != 0) continue;
    ++examples;
    const ProcessResult result =
        run({"/bin/sh", "-c", "PATH=\"${0%/*}:$PATH\"; " + line, papersearch_program()},
            {.environment = {{"PAPERSEARCH_DB", db_}}});
    EXPECT_EQ(result.status, 0) << line << ": " << result.err;
    EXPECT_THAT(result.out, HasSubstr("1. ")) << line;
  }
  EXPECT_EQ(examples, 3);
}

TEST_F(EndToEndTest, APaperOfBothSourcesHasTheSectionsOfBoth) {
  const Json paper = Json::parse(papersearch({"show", "2504.16084", "--json"}).out);
  std::vector<std::string> names;
  for (const Json& section : paper["sections"]) names.push_back(section["name"]);
  EXPECT_THAT(names, ::testing::ElementsAre("What's New", "Technical Details",
                                            "Performance Highlights", "Abstract"));
}

TEST_F(EndToEndTest, FindsAPaperByItsTitleAndSaysWhy) {
  const Json json = Json::parse(
      papersearch({"TTRL test-time reinforcement learning", "--json", "--explain"}).out);
  EXPECT_EQ(json["hits"].at(0)["id"], "2504.16084");
  EXPECT_FALSE(json["hits"].at(0)["explanation"]["terms"].empty());
}

TEST_F(EndToEndTest, AMisspeltQueryIsSearchedAsItWasMeant) {
  const Json json = Json::parse(papersearch({"videp", "--json"}).out);
  EXPECT_EQ(json["query"], "videp");
  EXPECT_EQ(json["suggestion"], "video");
  EXPECT_EQ(json["corrected"], true);
  EXPECT_FALSE(json["hits"].empty());
  const ProcessResult text = papersearch({"videp"});
  EXPECT_EQ(text.status, 0);
  EXPECT_THAT(text.out, StartsWith("Nothing found as typed. Shown for: video\n\n1. "));
}

TEST_F(EndToEndTest, AMendedQueryIsToldBesideLists) {
  for (const char* format : {"jsonl", "tsv"}) {
    const ProcessResult result = papersearch({"videp", "--format", format});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "papersearch: QUERY: nothing found as typed; shown for: video\n");
    EXPECT_EQ(result.out, papersearch({"video", "--format", format}).out);
  }
}

TEST_F(EndToEndTest, AQueryThatLooksMisspeltIsAskedAbout) {
  const ProcessResult text = papersearch({"langauge model"});
  EXPECT_EQ(text.status, 0);
  EXPECT_THAT(text.out, StartsWith("Did you mean: language model\n\n 1. "));
  EXPECT_EQ(Json::parse(papersearch({"langauge model", "--json"}).out)["corrected"], false);
}

TEST_F(EndToEndTest, AMisspeltTrendIsAskedAbout) {
  const ProcessResult result = papersearch({"trends", "video", "videp"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err,
            "papersearch: videp: no paper holds all of this; did you mean: video\n");
}

TEST_F(EndToEndTest, ASlipIsMendedWithExactToo) {
  const auto search = [&](const Arguments& query) {
    Arguments arguments = {"--json", "-n", "0"};
    arguments.insert(arguments.end(), query.begin(), query.end());
    return Json::parse(papersearch(arguments).out);
  };
  const Json mended = search({"videp", "--exact"});
  EXPECT_EQ(mended["suggestion"], "video");
  EXPECT_EQ(mended["corrected"], true);
  EXPECT_EQ(mended["total"], search({"video", "--exact"})["total"]);
  EXPECT_LT(mended["total"], search({"video"})["total"]);
  EXPECT_THAT(papersearch({"videp", "--exact"}).out,
              StartsWith("Nothing found as typed. Shown for: video\n\n1. "));
  EXPECT_THAT(papersearch({"langauge model", "--exact"}).out,
              StartsWith("Did you mean: language model\n\n"));
}

TEST_F(EndToEndTest, StatsCountsWhatWasIndexed) {
  const Json json = Json::parse(papersearch({"stats", "--json"}).out);
  EXPECT_EQ(json["papers"], 22);
  EXPECT_EQ(json["first_date"], "2025-04-23");
}

}  // namespace
}  // namespace papersearch::testing
