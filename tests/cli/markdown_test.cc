// SPDX-License-Identifier: GPL-2.0-or-later
// --format markdown: a digest that gives the same papers when it is indexed.
#include <gmock/gmock.h>

#include <random>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class MarkdownTest : public CliTest {
 protected:
  // What show --json prints of these papers of the index.
  static std::string shown(const std::string& index, const std::string& ids) {
    return papersearch({"show", "-", "--json", "--db", index}, {.input = ids}).out;
  }

  // Indexes `digest`, whole and without a complaint.
  static void index(const std::string& path, const std::string& digest) {
    const TempDir dir;
    const ProcessResult result = run(
        {papersearch_index_program(), "--db", path, dir.write("2020-01-01.md", digest)});
    EXPECT_EQ(result.status, 0) << result.err;
  }

  static std::string digest_of(Arguments arguments) {
    arguments.insert(arguments.end(), {"--format", "markdown"});
    return papersearch(arguments).out;
  }

  // Writes these papers to an index, shows them as a digest and indexes that.
  void expect_same_again(const std::vector<Paper>& papers) {
    std::string ids;
    for (const Paper& paper : papers) ids += paper.id + "\n";
    write_index(dir_ / "one", papers);
    const std::string digest =
        papersearch({"show", "-", "--format", "markdown", "--db", dir_ / "one"},
                    {.input = ids})
            .out;
    index(dir_ / "two", digest);
    std::istringstream one(shown(dir_ / "one", ids));
    std::istringstream two(shown(dir_ / "two", ids));
    for (std::size_t i = 0; i < papers.size(); ++i) {
      std::string before;
      std::string after;
      ASSERT_TRUE(std::getline(one, before));
      ASSERT_TRUE(std::getline(two, after));
      ASSERT_EQ(after, before);
    }
  }

  TempDir dir_;
};

TEST_F(MarkdownTest, HasTheFormOfADigest) {
  const std::string digest = digest_of({"show", "2504.00001", "2502.00003", "2401.00004"});
  EXPECT_THAT(
      digest,
      StartsWith("## Daily Papers (2025-04-10)\n\n"
                 "### [Reward Models for Language Agents](https://arxiv.org/abs/"
                 "2504.00001)\n\nVote: 57\n\n"
                 "Authors: Mina Kang, Jo Baker, Ravi Menon, Lea Sommer, Tom Okafor, "
                 "Yuki Arai\n\n- ***What's New***: 언어"));
  EXPECT_THAT(digest, HasSubstr("\n- ***Technical Details***: LLM은 여러 답을 쓰고 보상 "
                                "모델이 하나를 고릅니다.\n  - 두 단계가"));
  EXPECT_THAT(digest, HasSubstr("\n\n## Daily Papers (2025-02-01)\n\n### ["));
  EXPECT_THAT(digest, HasSubstr("\n\nVote: -\n"));
  EXPECT_THAT(digest, HasSubstr("\nVote: 5\n\n- 이름 없는 항목에"));
}

TEST_F(MarkdownTest, ASearchAndWhatIsSimilarCanBeIndexedAgain) {
  for (const Arguments& found : std::vector<Arguments>{
           {"--since", "2024"}, {"search", "강화학습"}, {"similar", "2504.00001"}}) {
    Arguments tsv = found;
    tsv.insert(tsv.end(), {"--format", "tsv"});
    const std::string ids = papersearch(tsv).out;
    const TempDir dir;
    index(dir / "index", digest_of(found));
    EXPECT_EQ(shown(dir / "index", ids), shown(db(), ids)) << found[0];
    EXPECT_EQ(
        Json::parse(papersearch({"stats", "--json", "--db", dir / "index"}).out)["papers"],
        std::count(ids.begin(), ids.end(), '\n'));
  }
}

TEST_F(MarkdownTest, AllSamplePapersAreTheSameAgain) { expect_same_again(sample_papers()); }

TEST_F(MarkdownTest, APaperWithoutADateHasNoneAgain) {
  expect_same_again({{"2504.00001", "One", "2025-04-10", {}, 1, {}},
                     {"2504.00002", "Two", "", {}, 1, {}},
                     {"2504.00003", "Three", "2025-04-10", {}, 1, {}}});
}

TEST_F(MarkdownTest, WhatMarkdownWouldTakeForItsOwnIsTextAgain) {
  const std::vector<std::string> lines = {"# no heading",
                                          "- no list",
                                          "1. no number",
                                          "12) nor this",
                                          "> no quotation",
                                          "---",
                                          "***",
                                          "```",
                                          "~~~",
                                          "[no](link)",
                                          "[no]: link",
                                          "<b>no tag</b>",
                                          "a < b > c",
                                          "&amp;",
                                          "&#65;",
                                          "a*b*c and _d_ and snake_case_name",
                                          "**Bold**: name",
                                          "$x_1 * y$ and $5",
                                          "back\\slash \\* at the end\\",
                                          "`code` ``more",
                                          "![no](image)",
                                          "Vote: 9",
                                          "Authors: Nobody",
                                          "[Watch Video](x)",
                                          "| no | table |",
                                          "===",
                                          "tab\tinside",
                                          "\x1b[31m and \u202E",
                                          "<!-- hidden -->",
                                          "https://example.org/a_b_c",
                                          "+ no list"};
  std::vector<Paper> papers;
  for (const std::string& line : lines) {
    const std::string id = "2504." + std::to_string(10'000 + papers.size());
    papers.push_back({id,
                      "Title",
                      "2025-04-10",
                      {},
                      1,
                      {{"", line},
                       {"What's New", line + "\n" + line + "\n" + line},
                       {line, line},
                       {"", "bullets without a name, behind some with one"}}});
  }
  expect_same_again(papers);
}

TEST_F(MarkdownTest, TitlesAndNamesAreTheSameAgain) {
  expect_same_again(
      {{"2504.00001",
        "[IDK] GPT-[n]: A* & `cat.n.01` <think> $\\textit{LoRA}$ **",
        "2025-04-10",
        {"O'Brien, Jr.", "A_b *c*", "[x]", "Jo"},
        1,
        {}},
       {"2504.00002", "#1 \"quoted\" ](x) \\", "2025-04-10", {"[x]", "Y"}, 1, {}},
       {"2504.00003",
        "Names",
        "2025-04-10",
        {"_a_ <b>", "김하늘", "D'Arcy &c"},
        0,
        {{"C #", "x"},
         {"Name: of two", "x"},
         {"*starred*", "x"},
         {std::string(130, 'n'), "long"},
         {"Empty", ""},
         {"# Sharp", "x"},
         {"(In brackets)", ": a colon"}}}});
}

// Some thousands of lines of what has a meaning in Markdown.
TEST_F(MarkdownTest, TextOfAnySignsIsTheSameAgain) {
  const std::vector<std::string> signs = {"#",   "*",  "**", "_",  "-", "+", ">", "~", "`",
                                          "[",   "]",  "(",  ")",  "<", "&", ";", "$", "\\",
                                          "!",   "|",  ".",  ":",  "=", "1", "a", "b", "br",
                                          "amp", "가", "'",  "\"", "/", " ", " "};
  std::mt19937 random(1);
  const auto line = [&] {
    // Spaces at the ends are not kept.
    std::string out = signs[random() % (signs.size() - 2)];
    for (auto i = random() % 12; i > 0; --i) out += signs[random() % signs.size()];
    return out + signs[random() % (signs.size() - 2)];
  };
  std::vector<Paper> papers;
  for (int i = 0; i < 1'000; ++i) {
    papers.push_back({"2504." + std::to_string(10'000 + i),
                      "T",
                      "2025-04-10",
                      {"A " + line()},
                      1,
                      {{"", line() + "\n" + line()}, {line(), line() + "\n" + line()}}});
  }
  expect_same_again(papers);
}

}  // namespace
}  // namespace papersearch::testing
