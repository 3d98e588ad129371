// SPDX-License-Identifier: GPL-2.0-or-later
// What terms are taken to mean, as `papersearch glossary` tells it.
#include <gmock/gmock.h>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// An archive that says itself what a patch loom is, three times, and never confirms what
// the glossary of the program knows of RL.
std::vector<Paper> papers() {
  const auto paper = [](const char* id, const char* title, const char* text) {
    return Paper{id, title, "2025-01-01", {"Jo Baker"}, 3, {{"What's New", text}}};
  };
  return {paper("2501.00001", "Weaving", "조각 베틀(Patch Loom; PLM)을 소개합니다."),
          paper("2501.00002", "Weaving Again", "새 조각 베틀(Patch Loom; PLM)입니다."),
          paper("2501.00003", "Looms", "우리는 조각 베틀(Patch Loom; PLM)을 고칩니다."),
          paper("2501.00004", "A Patch Loom for Robots", "로봇이 천을 짭니다."),
          paper("2501.00005", "Walking", "강화 학습으로 로봇을 걷게 합니다."),
          paper("2501.00006", "Games by Reinforcement Learning", "놀이를 배웁니다."),
          paper("2501.00007", "Kettles", "물을 끓이는 주전자를 만듭니다."),
          paper("2501.00008", "Teapots", "The teapot keeps its warmth.")};
}

class GlossaryTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    dir_ = new TempDir;
    write_index(*dir_ / "index", papers());
  }
  static void TearDownTestSuite() {
    delete dir_;
    dir_ = nullptr;
  }

  static ProcessResult papersearch(const Arguments& arguments,
                                   ProcessOptions options = {}) {
    Arguments argv = {papersearch_program()};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    options.environment.emplace("PAPERSEARCH_DB", *dir_ / "index");
    return run(argv, options);
  }

 private:
  static TempDir* dir_;
};
TempDir* GlossaryTest::dir_ = nullptr;

struct Known {
  const char* name;
  Arguments terms;
  int status;
  const char* text;  // printed into a pipe
};

class KnownTest : public GlossaryTest, public ::testing::WithParamInterface<Known> {};

TEST_P(KnownTest, IsTold) {
  Arguments arguments = {"glossary"};
  arguments.insert(arguments.end(), GetParam().terms.begin(), GetParam().terms.end());
  const ProcessResult result = papersearch(arguments);
  EXPECT_EQ(result.out, GetParam().text);
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.status, GetParam().status);
}

INSTANTIATE_TEST_SUITE_P(
    Glossary, KnownTest,
    ::testing::Values(
        Known{"Reviewed",
              {"강화학습"},
              0,
              "강화학습\n  reinforcement learning (reviewed)\n  RL (reviewed)\n"},
        Known{"Learned",
              {"조각", "베틀"},
              0,
              "조각 베틀\n  PLM (learned; 3 papers say so)\n"
              "  patch loom (learned; 3 papers say so)\n"},
        Known{"LearnedOfEnglish",
              {"patch loom"},
              0,
              "patch loom\n  PLM (learned; 3 papers say so)\n"
              "  조각 베틀 (learned; 3 papers say so)\n"},
        Known{"SeveralTermsWithoutTheirParticles",
              {"RL을 위한 조각 베틀은"},
              0,
              "RL\n  강화 학습 (reviewed)\n  reinforcement learning (reviewed)\n\n"
              "조각 베틀\n  PLM (learned; 3 papers say so)\n"
              "  patch loom (learned; 3 papers say so)\n"},
        Known{"WhatIsNotKnownIsLeftOut",
              {"kettle", "RL"},
              0,
              "RL\n  강화 학습 (reviewed)\n  reinforcement learning (reviewed)\n"},
        Known{"Nothing", {"kettle"}, 1, "Nothing is known of \"kettle\".\n"},
        Known{"NothingOfSigns", {"..."}, 1, "Nothing is known of \"...\".\n"},
        Known{"NothingOfControls",
              {"ket\x1b[31mtle\x07"},
              1,
              "Nothing is known of \"ket[31mtle\".\n"},
        Known{"BehindDashes", {"--", "--exact"}, 1, "Nothing is known of \"--exact\".\n"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(GlossaryTest, FitsAnEntryToFortyColumns) {
  const ProcessResult result = papersearch(
      {"glossary", "조각 베틀 검색 증강 생성", "--color=never"}, {.terminal_columns = 40});
  EXPECT_THAT(result.out, StartsWith("조각 베틀\n"
                                     "  PLM (learned; 3 papers say so)\n"
                                     "  patch loom (learned; 3 papers say so)\n"
                                     "\n"
                                     "검색 증강 생성\n"));
  EXPECT_THAT(result.out, HasSubstr("  retrieval-augmented generation\n  (reviewed)\n"));
}

TEST_F(GlossaryTest, IsJsonForPrograms) {
  const ProcessResult result = papersearch({"glossary", "조각 베틀을", "RL", "--json"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(Json::parse(result.out).dump(), Json::parse(R"({
      "query": "조각 베틀을 RL",
      "entries": [
        {"text": "조각 베틀",
         "names": [{"text": "PLM", "source": "learned", "support": 3},
                   {"text": "patch loom", "source": "learned", "support": 3}]},
        {"text": "RL",
         "names": [{"text": "강화 학습", "source": "reviewed", "support": 0},
                   {"text": "reinforcement learning", "source": "reviewed",
                    "support": 0}]}]})")
                                                .dump());
}

TEST_F(GlossaryTest, NothingKnownIsJsonToo) {
  const ProcessResult result = papersearch({"glossary", "ket\x1btle\xFF", "--json"});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out, "{\"query\":\"ket\\u001btle\uFFFD\",\"entries\":[]}\n");
}

TEST_F(GlossaryTest, ATermThatIsTooLongIsRefused) {
  const ProcessResult result = papersearch({"glossary", std::string(100'000, 'x')});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "papersearch: TERM: too long a text; look up less\n");
}

TEST_F(GlossaryTest, AnExplanationShowsOtherNamesAndNearness) {
  const ProcessResult text = papersearch({"강화학습", "--explain"});
  EXPECT_THAT(text.out, HasSubstr(" 강화학습 → reinforcement learning in title\n"));
  const Json json = Json::parse(papersearch({"강화학습", "--explain", "--json"}).out);
  std::vector<std::string> terms;
  for (const Json& hit : json["hits"]) {
    EXPECT_TRUE(hit["explanation"]["latent"].is_number());
    for (const Json& term : hit["explanation"]["terms"]) terms.push_back(term["term"]);
  }
  EXPECT_THAT(terms, ::testing::Contains("강화학습 → reinforcement learning"));
  EXPECT_THAT(papersearch({"강화학습", "--explain", "--exact"}).out, Not(HasSubstr("→")));
}

TEST_F(GlossaryTest, IsAWordWhereItDoesNotComeFirst) {
  for (const Arguments& arguments : std::vector<Arguments>{{"search", "glossary", "--json"},
                                                           {"-n2", "glossary", "--json"},
                                                           {"--json", "--", "glossary"}}) {
    EXPECT_EQ(Json::parse(papersearch(arguments).out)["total"], 0);
  }
}

}  // namespace
}  // namespace papersearch::testing
