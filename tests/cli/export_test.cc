// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch export: every paper, in forms that others read.
#include <gmock/gmock.h>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ExportTest : public CliTest {
 protected:
  static std::vector<Json> objects_in(const std::string& text) {
    std::vector<Json> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) out.push_back(Json::parse(line));
    return out;
  }
  static std::vector<std::string> exported_ids(const Arguments& arguments) {
    Arguments all = {"export"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<std::string> out;
    for (const Json& paper : objects_in(papersearch(all).out)) out.push_back(paper["id"]);
    return out;
  }
};

TEST_F(ExportTest, GivesAllPapersByDateAndId) {
  EXPECT_THAT(exported_ids({}),
              ElementsAre("2405.00005", "2401.00004", "2410.00006", "2411.00007",
                          "2502.00003", "2503.00002", "2504.00001"));
}

TEST_F(ExportTest, GivesThePapersAsShowDoes) {
  std::string ids;
  for (const std::string& id : exported_ids({})) ids += id + "\n";
  for (const char* format : {"json", "jsonl", "tsv", "bibtex", "markdown"}) {
    EXPECT_EQ(papersearch({"export", "--format", format}).out,
              papersearch({"show", "-", "--format", format}, {.input = ids}).out)
        << format;
  }
  EXPECT_EQ(papersearch({"export"}).out, papersearch({"export", "--format", "jsonl"}).out);
}

TEST_F(ExportTest, FiltersChooseThePapers) {
  EXPECT_THAT(exported_ids({"--since", "2025"}),
              ElementsAre("2502.00003", "2503.00002", "2504.00001"));
  EXPECT_THAT(exported_ids({"--author", "Jo Baker", "--min-votes", "13"}),
              ElementsAre("2504.00001"));
  const ProcessResult none = papersearch({"export", "--since", "2030"});
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.out, IsEmpty());
  const ProcessResult wrong = papersearch({"export", "--since", "2025", "--until", "2024"});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_EQ(wrong.err, "papersearch: options: since 2025 is after until 2024\n");
}

TEST_F(ExportTest, TheSamePapersGiveTheSameBytes) {
  std::vector<Paper> papers = sample_papers();
  std::reverse(papers.begin(), papers.end());
  const TempDir dir;
  write_index(dir / "index", papers);
  EXPECT_EQ(papersearch({"export", "--db", dir / "index"}).out,
            papersearch({"export"}).out);
}

TEST_F(ExportTest, BulkLinesAreAnActionAndItsSource) {
  const std::vector<Json> lines =
      objects_in(papersearch({"export", "--format", "bulk"}).out);
  const std::vector<Json> papers = objects_in(papersearch({"export"}).out);
  ASSERT_EQ(lines.size(), 2 * papers.size());
  for (std::size_t i = 0; i < papers.size(); ++i) {
    const Json action = {{"index", {{"_id", papers[i]["id"]}}}};
    EXPECT_EQ(lines[2 * i], action);
    EXPECT_EQ(lines[2 * i + 1], papers[i]);
  }
}

TEST_F(ExportTest, TheMappingKnowsEveryKeyAndHasItsAnalyzer) {
  const ProcessResult result = papersearch({"export", "--mapping", "--db", "/nonexistent"});
  EXPECT_EQ(result.status, 0);
  const Json mapping = Json::parse(result.out);
  const Json properties = mapping["mappings"]["properties"];
  const Json paper = objects_in(papersearch({"export"}).out).at(0);
  for (const auto& [key, value] : paper.items())
    EXPECT_TRUE(properties.contains(key)) << key;
  for (const auto& [key, value] : paper["sections"][0].items())
    EXPECT_TRUE(properties["sections"]["properties"].contains(key)) << key;
  const Json analysis = mapping["settings"]["analysis"];
  const Json analyzer = analysis["analyzer"][properties["title"]["analyzer"]];
  EXPECT_EQ(analysis["tokenizer"][analyzer["tokenizer"]]["type"], "nori_tokenizer");
  EXPECT_EQ(properties["sections"]["properties"]["text"]["analyzer"],
            properties["title"]["analyzer"]);
}

TEST_F(ExportTest, AReaderThatLeftEndsItWithoutTrouble) {
  const ProcessResult result = papersearch({"export"}, {.stdout_is_broken_pipe = true});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(papersearch({"export"}, {.stdout_file = "/dev/full"}).status, 3);
}

}  // namespace
}  // namespace papersearch::testing
