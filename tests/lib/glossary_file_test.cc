// SPDX-License-Identifier: GPL-2.0-or-later
#include "glossary_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <ostream>
#include <set>

#include "glossary_table.h"
#include "row_name.h"
#include "support/process.h"

namespace papersearch {
namespace {

using Names = std::vector<std::string>;

TEST(GlossaryFileTest, ReadsNamesByTabsAndSemicolons) {
  const GlossaryFile file = read_glossary(
      "\xEF\xBB\xBF# a comment\n"
      "강화 학습; 강화학습\treinforcement learning\tRL\r\n"
      "\n"
      "  \t \n"
      "! 생성\tretrieval-augmented generation\n"
      "!Kung;san",
      "my.tsv");
  EXPECT_TRUE(file.complaints.empty());
  ASSERT_EQ(file.lines.size(), 3U);
  EXPECT_EQ(
      file.lines[0],
      (GlossaryLine{{"강화 학습", "강화학습", "reinforcement learning", "RL"}, false}));
  EXPECT_EQ(file.lines[1],
            (GlossaryLine{{"생성", "retrieval-augmented generation"}, true}));
  EXPECT_EQ(file.lines[2], (GlossaryLine{{"!Kung", "san"}, false}));
}

struct BadLine {
  const char* name;
  std::string line;
  const char* complaint;
};
void PrintTo(const BadLine& row, std::ostream* out) { *out << row.name; }

class BadLineTest : public ::testing::TestWithParam<BadLine> {};

// It costs only itself.
TEST_P(BadLineTest, IsNamedByFileAndLine) {
  const GlossaryFile file = read_glossary("a;b\n" + GetParam().line + "\nc;d\n", "my.tsv");
  EXPECT_EQ(file.complaints, Names{std::string("my.tsv:2: ") + GetParam().complaint});
  EXPECT_EQ(file.lines.size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, BadLineTest,
    ::testing::Values(
        BadLine{"OneName", "강화 학습",
                "one name alone; write two or more, with tabs or semicolons between"},
        BadLine{"OneNameAndEmptyOnes", "강화 학습;;\t ;",
                "one name alone; write two or more, with tabs or semicolons between"},
        BadLine{"OnlyForbidden", "! a",
                "one name alone; write two or more, with tabs or semicolons between"},
        BadLine{"BadBytes", "a\xFF;b", "no valid UTF-8"},
        BadLine{"NoLetters", "a;42", "\"42\" has no letters"},
        BadLine{"ControlsAreNotRepeated", "a;\x1B[1", "\"[1\" has no letters"},
        BadLine{"LongName", "a;" + std::string(121, 'x'), "a name of more than 120 bytes"},
        BadLine{"ManyNames",
                "a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t;u;v;w;x;y;z;aa;bb;cc;dd;ee;ff;gg",
                "more than 32 names"}),
    testing::row_name<BadLine>);

TEST(GlossaryTableTest, FindsConceptsByAnyName) {
  Analyzer analyzer;
  const OwnedGlossaryTable owned(
      read_glossary("미세 조정\tfine-tuning\n추론\treasoning\n추론\tinference\n", "").lines,
      analyzer);
  const GlossaryTable table = owned.table();
  using Views = std::vector<std::string_view>;
  EXPECT_EQ(table.names_of("미세조정"), (Views{"미세 조정", "fine-tuning"}));
  EXPECT_EQ(table.names_of("fine tune"), (Views{"미세 조정", "fine-tuning"}));
  // On two lines: both meanings.
  EXPECT_EQ(table.names_of("추론"), (Views{"추론", "reasoning", "추론", "inference"}));
  EXPECT_TRUE(table.names_of("tune").empty());
  EXPECT_TRUE(table.names_of("").empty());
}

TEST(GlossaryTableTest, ForbidsInBothOrders) {
  Analyzer analyzer;
  const OwnedGlossaryTable owned(read_glossary("! 생성\tgeneration\tRAG\n", "").lines,
                                 analyzer);
  const GlossaryTable table = owned.table();
  EXPECT_TRUE(table.forbids("생성", "rag"));
  EXPECT_TRUE(table.forbids("rag", "생성"));
  EXPECT_FALSE(table.forbids("생성", "생성"));
  EXPECT_FALSE(table.forbids("생성", "모델"));
  EXPECT_TRUE(table.names_of("생성").empty());
}

TEST(GlossaryTableTest, KoreanKeysDoNotDependOnSpaces) {
  Analyzer analyzer;
  const auto key = [&](std::string_view name) {
    return name_key(name_terms(name, analyzer));
  };
  EXPECT_EQ(key("강화 학습"), key("강화학습을"));
  EXPECT_EQ(key("딥 러닝"), key("딥러닝"));
  EXPECT_NE(key("in form"), key("inform"));
  EXPECT_EQ(key("3D 가우시안 스플래팅"), "3d 가우시안스플래팅");
}

// data/glossary.tsv as it is compiled in.
GlossaryFile reviewed() {
  std::ifstream in(testing::source_dir() + "/data/glossary.tsv");
  const std::string text{std::istreambuf_iterator<char>(in),
                         std::istreambuf_iterator<char>()};
  return read_glossary(text, "data/glossary.tsv");
}

TEST(ReviewedGlossaryTest, IsWellFormed) {
  const GlossaryFile file = reviewed();
  EXPECT_EQ(file.complaints, Names());
  EXPECT_GE(file.lines.size(), 400U);
  Analyzer analyzer;
  std::set<Names> seen;
  for (const GlossaryLine& line : file.lines) {
    EXPECT_TRUE(seen.insert(line.names).second) << line.names[0] << " stands there twice";
    for (const std::string& name : line.names) {
      const std::size_t terms = name_terms(name, analyzer).size();
      EXPECT_TRUE(terms >= 1 && terms <= kMaxNameTerms) << name;
    }
  }
}

TEST(ReviewedGlossaryTest, IsCompiledIn) {
  Analyzer analyzer;
  for (const GlossaryLine& line : reviewed().lines) {
    for (const std::string& name : line.names) {
      const std::string key = name_key(name_terms(name, analyzer));
      if (line.forbidden) continue;
      const std::vector<std::string_view> found = kReviewedGlossary.names_of(key);
      for (const std::string& other : line.names) {
        EXPECT_NE(std::find(found.begin(), found.end(), other), found.end())
            << name << ", " << other;
      }
    }
  }
}

}  // namespace
}  // namespace papersearch
