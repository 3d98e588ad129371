// SPDX-License-Identifier: GPL-2.0-or-later
// Counts by month and by author, as bars, as JSON and as an image.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

class TrendsTest : public CliTest {
 protected:
  // What a terminal of so many columns shows, without colours.
  static std::string screen(Arguments arguments, int columns) {
    arguments.push_back("--color=never");
    return papersearch(arguments, {.terminal_columns = columns}).out;
  }

  const TempDir folder_;
  const std::string svg_ = folder_ / "trends.svg";
};

TEST_F(TrendsTest, ShowsNumbersAndBarsOfOneQuery) {
  EXPECT_EQ(screen({"trends", "LLM agents", "--since=2025"}, 60),
            "         LLM agents\n"
            "month    papers  share votes\n"
            "2025-02       1 100.0%     0 ███████████████████████████████\n"
            "2025-03       0   0.0%     0\n"
            "2025-04       1 100.0%    57 ███████████████████████████████\n"
            "total         2  66.7%    57\n");
}

TEST_F(TrendsTest, PrintsColumns) {
  EXPECT_EQ(papersearch({"trends", "LLM agents", "--since=2025", "--format=tsv"}).out,
            "LLM agents\t2025-02\t1\t1\t0\t0\n"
            "LLM agents\t2025-03\t0\t1\t0\t12\n"
            "LLM agents\t2025-04\t1\t1\t57\t57\n");
}

TEST_F(TrendsTest, TopPrintsEveryFormatOfLists) {
  const std::string text = papersearch({"top", "-n1", "--format=tsv"}).out;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\t'), 4);
  const std::string author =
      papersearch({"top", "--by=authors", "-n1", "--format=tsv"}).out;
  EXPECT_EQ(std::count(author.begin(), author.end(), '\t'), 2);
  EXPECT_THAT(papersearch({"top", "-n1", "--format=jsonl"}).out,
              StartsWith("{\"rank\":1,"));
  EXPECT_THAT(papersearch({"top", "--by=authors", "-n1", "--format=jsonl"}).out,
              StartsWith("{\"author\":\""));
  EXPECT_EQ(papersearch({"top", "--format=bibtex"}).status, 2);
}

TEST_F(TrendsTest, FillsItsColumns) {
  EXPECT_EQ(screen({"trends", "강화 학습", "survey", "--since=2025"}, 40),
            "         강화 학습       survey\n"
            "month    papers          papers\n"
            "2025-02       0               1 ███████\n"
            "2025-03       1 ███████       0\n"
            "2025-04       1 ███████       0\n"
            "total         2               1\n");
}

TEST_F(TrendsTest, PutsBelowWhatFindsNoRoomBeside) {
  const std::string narrow =
      screen({"trends", "reward", "survey", "화학", "--since=2025-04"}, 40);
  EXPECT_THAT(narrow, HasSubstr("survey\n"));
  EXPECT_THAT(narrow, HasSubstr("\n\n         화학\n"));
  EXPECT_THAT(screen({"trends", "reward", "survey", "화학"}, 200), Not(HasSubstr("\n\n")));
}

TEST_F(TrendsTest, CutsALongQueryBetweenCharacters) {
  EXPECT_THAT(screen({"trends", "강화 학습으로 OR 화학으로 OR 프롬프트로"}, 30),
              StartsWith("         강화 학습으로 OR 화…\n"));
}

TEST_F(TrendsTest, DrawsBarsForWhatIsAskedFor) {
  EXPECT_THAT(screen({"trends", "--by=votes", "--since=2025"}, 45),
              HasSubstr("\n2025-03       1 100.0%    12 ███▍\n"
                        "2025-04       1 100.0%    57 ████████████████\n"));
  EXPECT_THAT(screen({"trends", "화학 OR LLM", "--by=share", "--since=2025"}, 30),
              HasSubstr("\n2025-02  100.0% ██████████████\n2025-03    0.0%\n"));
}

TEST_F(TrendsTest, InAPipeAllQueriesStandSideBySide) {
  const ProcessResult result =
      papersearch({"trends", "reward", "survey", "LLM", "RL", "--since=2025-04"});
  EXPECT_THAT(result.out, StartsWith("         reward "));
  EXPECT_THAT(result.out, Not(HasSubstr("\n\n")));
  EXPECT_THAT(result.out, Not(HasSubstr("\x1b")));
}

TEST_F(TrendsTest, AQueryThatFindsNothingDoesNotCostTheOthers) {
  const ProcessResult result = papersearch({"trends", "LLM", "zyzzyva"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "papersearch: zyzzyva: no paper holds all of this\n");
  EXPECT_THAT(result.out, HasSubstr("\ntotal         2 "));
}

TEST_F(TrendsTest, JsonHasTheSameMonthsForEachQuery) {
  const Json json = json_of({"trends", "LLM", "author:Jo Baker", "--since=2025", "--json"});
  ASSERT_EQ(json["trends"].size(), 2);
  EXPECT_EQ(json["trends"][0]["query"], "LLM");
  EXPECT_EQ(json["trends"][0]["papers"], 2);
  EXPECT_EQ(json["trends"][1]["query"], "author:\"Jo Baker\"");
  EXPECT_EQ(json["trends"][1]["votes"], 69);
  EXPECT_EQ(json["trends"][1]["months"][1],
            Json::parse(R"({"month": "2025-03", "papers": 1, "votes": 12,
                            "all_papers": 1, "all_votes": 12})"));
  EXPECT_EQ(json["trends"][0]["months"].size(), json["trends"][1]["months"].size());
}

TEST_F(TrendsTest, SvgIsWellFormedWhateverTheQuery) {
  const ProcessResult result =
      papersearch({"trends", "<b> & \"LLM\" ]]>", "강화 학습\xEF\xBF\xBE",
                   "\x1b[1mreward\xff", "--svg", svg_});
  EXPECT_EQ(result.status, 0) << result.err;
  const std::string svg = content_of(svg_);
  EXPECT_THAT(svg, HasSubstr("&lt;b&gt; &amp; \"LLM\""));
  const ProcessResult parsed = run({"/usr/bin/python3", "-c",
                                    "import sys, xml.dom.minidom as m\n"
                                    "d = m.parse(sys.argv[1])\n"
                                    "print(len(d.getElementsByTagName('polyline')))",
                                    svg_});
  EXPECT_EQ(parsed.out, "9\n") << parsed.err;  // three queries in three panels
}

TEST_F(TrendsTest, TheSameTrendsGiveTheSameImage) {
  const std::string other = folder_ / "other.svg";
  papersearch({"trends", "LLM", "--svg", svg_});
  papersearch({"trends", "LLM", "--svg", other},
              {.environment = {{"LC_ALL", "de_DE.UTF-8"}}});
  EXPECT_TRUE(content_of(svg_) == content_of(other));
  EXPECT_THAT(content_of(svg_), AllOf(HasSubstr(">2024-01<"), HasSubstr(">LLM (2)<")));
}

TEST_F(TrendsTest, AnImageThatCannotBeWrittenIsTrouble) {
  const ProcessResult result =
      papersearch({"trends", "LLM", "--svg", folder_ / "no/trends.svg"});
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err,
              HasSubstr("no/trends.svg: cannot write: No such file or directory; "));
  EXPECT_EQ(result.out, "");
  const ProcessResult full = papersearch({"trends", "LLM", "--svg", "/dev/full"});
  EXPECT_EQ(full.status, 3);
  EXPECT_THAT(full.err, HasSubstr("/dev/full: cannot write: No space left on device"));
}

TEST_F(TrendsTest, AnImageReplacesTheOneBeforeAndKeepsLinks) {
  const std::string link = folder_ / "link.svg";
  std::ofstream(svg_) << "old";
  std::filesystem::permissions(svg_, std::filesystem::perms::owner_all);
  std::filesystem::create_symlink("trends.svg", link);
  EXPECT_EQ(papersearch({"trends", "LLM", "--svg", link}).status, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_THAT(content_of(svg_), StartsWith("<?xml"));
  EXPECT_EQ(std::filesystem::status(svg_).permissions(), std::filesystem::perms::owner_all);
  EXPECT_EQ(
      std::distance(std::filesystem::directory_iterator(std::string(folder_ / "")), {}), 2);
}

TEST_F(TrendsTest, TopPapersHaveTheMostVotes) {
  const Json json = json_of({"top", "-n3", "--json"});
  EXPECT_EQ(json["hits"][0]["id"], "2504.00001");
  EXPECT_EQ(json["hits"][1]["id"], "2411.00007");
  EXPECT_EQ(json["hits"][2]["id"], "2503.00002");
  EXPECT_EQ(json["query"], "");
  EXPECT_EQ(json["total"], 6);  // of seven, one has unknown votes
  EXPECT_EQ(json_of({"top", "--since=2025", "--until=2025-03", "--json"})["hits"][0]["id"],
            "2503.00002");
}

TEST_F(TrendsTest, TopAuthorsHaveTheMostPapers) {
  EXPECT_EQ(papersearch({"top", "--by=authors", "-n3"}).out,
            "1. Jo Baker · 2 papers · 69 votes\n"
            "2. Ana Ruiz · 2 papers · 1 vote\n"
            "3. Lea Sommer · 1 paper · 57 votes\n");
  EXPECT_EQ(papersearch({"top", "--by=authors", "LLM", "survey", "--offset=0"}).out,
            "1. Ana Ruiz · 1 paper · 0 votes\n");
}

}  // namespace
}  // namespace papersearch::testing
