// SPDX-License-Identifier: GPL-2.0-or-later
// --format: which there are, and the two that other programs cut into pieces.
#include <gmock/gmock.h>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class FormatTest : public CliTest {
 protected:
  static std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) out.push_back(line);
    return out;
  }
  static std::vector<std::string> lines(const Arguments& arguments) {
    return lines_of(papersearch(arguments).out);
  }
  // What a shell prints that finds the program as papersearch.
  static ProcessResult shell(const std::string& command) {
    return run(
        {"/bin/sh", "-c", "PATH=\"${0%/*}:$PATH\"; " + command, papersearch_program()},
        {.environment = {{"PAPERSEARCH_DB", db()}}});
  }
};

TEST_F(FormatTest, EveryFormatThatTheHelpNamesIsGiven) {
  for (const Arguments& command : std::vector<Arguments>{{"search", "강화학습"},
                                                         {"show", "2504.00001"},
                                                         {"similar", "2504.00001"},
                                                         {"suggest", "r"},
                                                         {"glossary", "LLM"},
                                                         {"stats"}}) {
    const std::string help = papersearch({command[0], "--help"}).out;
    const std::size_t begin = help.find("print text, ") + 6;
    std::istringstream names(help.substr(begin, help.find(" (text)") - begin));
    std::size_t formats = 0;
    for (std::string name; names >> name;) {
      if (name == "or") continue;
      if (name.back() == ',') name.pop_back();
      Arguments arguments = command;
      arguments.insert(arguments.end(), {"--format", name});
      const ProcessResult result = papersearch(arguments);
      EXPECT_EQ(result.status, 0) << command[0] << " " << name << ": " << result.err;
      EXPECT_THAT(result.out, Not(IsEmpty())) << command[0] << " " << name;
      ++formats;
    }
    EXPECT_GE(formats, 3) << command[0];
  }
}

TEST_F(FormatTest, OneThatACommandDoesNotGiveIsToldWithThoseItDoes) {
  const ProcessResult result = papersearch({"stats", "--format", "jsonl"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err,
            "papersearch: --format: \"jsonl\" is no format of stats; write text, json or "
            "tsv\n");
}

TEST_F(FormatTest, JsonAloneIsShortForTheFormat) {
  const auto shape = [](const Arguments& arguments) {
    return papersearch(arguments).out.substr(0, 10);
  };
  EXPECT_EQ(shape({"reward", "--json"}), "{\"query\":\"");
  EXPECT_EQ(shape({"reward", "--format", "json"}), "{\"query\":\"");
  EXPECT_EQ(shape({"reward", "--format", "tsv", "--json"}), "2504.00001");
  EXPECT_EQ(shape({"--json", "--format=tsv", "show", "2504.00001"}), "2504.00001");
  EXPECT_EQ(shape({"--format", "json", "stats"}), "{\"papers\":");
}

TEST_F(FormatTest, JsonLinesAreTheHitsOfTheJson) {
  const Arguments query = {"강화학습", "--explain"};
  Arguments json = query;
  json.push_back("--json");
  Arguments jsonl = query;
  jsonl.insert(jsonl.end(), {"--format", "jsonl"});
  const Json hits = json_of(json)["hits"];
  const std::vector<std::string> given = lines(jsonl);
  ASSERT_EQ(given.size(), hits.size());
  for (std::size_t i = 0; i < given.size(); ++i) EXPECT_EQ(Json::parse(given[i]), hits[i]);
}

TEST_F(FormatTest, JsonLinesOfTheOtherCommandsAreTheirLists) {
  const Json suggestions = json_of({"suggest", "r", "--json"})["suggestions"];
  EXPECT_EQ(Json::parse(lines({"suggest", "r", "--format", "jsonl"}).at(1)),
            suggestions[1]);
  const Json entries = json_of({"glossary", "LLM RAG", "--json"})["entries"];
  EXPECT_EQ(Json::parse(lines({"glossary", "LLM RAG", "--format", "jsonl"}).at(1)),
            entries[1]);
  EXPECT_EQ(papersearch({"show", "2504.00001", "--format", "jsonl"}).out,
            papersearch({"show", "2504.00001", "--json"}).out);
}

TEST_F(FormatTest, ColumnsOfAPaper) {
  EXPECT_THAT(
      lines({"show", "2410.00006", "2502.00003", "2405.00005", "2401.00004", "--format",
             "tsv"}),
      ElementsAre("2410.00006\t2024-10-20\t1\tCompressing Prompts\tAna Ruiz; György Kovács",
                  "2502.00003\t2025-02-01\t\tA Survey of LLM Agents\tAna Ruiz",
                  "2405.00005\t\t0\tReading Labels of Molecules\tBo Lindqvist",
                  "2401.00004\t2024-01-15\t5\tState Space Models Count to Ten\t"));
  EXPECT_EQ(papersearch({"compressed", "--format", "tsv"}).out,
            papersearch({"show", "2410.00006", "--format", "tsv"}).out);
}

TEST_F(FormatTest, ColumnsOfTheOtherCommands) {
  EXPECT_THAT(lines({"suggest", "compress", "--format", "tsv"}),
              ::testing::Contains("compressed\tterm\t1"));
  EXPECT_THAT(lines({"glossary", "강화학습을", "--format", "tsv"}),
              ::testing::Contains("강화학습\treinforcement learning\treviewed\t0"));
  EXPECT_THAT(lines({"stats", "--format", "tsv"}), ::testing::Contains("papers\t7"));
}

TEST_F(FormatTest, FactsHaveTheirNamesInJson) {
  std::vector<std::string> names;
  for (const std::string& line : lines({"stats", "--format", "tsv"}))
    names.push_back(line.substr(0, line.find('\t')));
  std::vector<std::string> keys;
  const Json json = json_of({"stats", "--json"});
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  EXPECT_EQ(names, keys);
}

TEST_F(FormatTest, WhatABreakWouldTearApartStaysInItsColumn) {
  const TempDir dir;
  write_index(dir / "index", {{"2504.00009",
                               "A\ttab, a\nline, \x1b[31mred and \xE2\x80\xAEturned",
                               "2025-04-11",
                               {"Tab\tName", "Line\r\nName"},
                               1,
                               {}}});
  const ProcessResult result =
      papersearch({"show", "2504.00009", "--format", "tsv", "--db", dir / "index"});
  EXPECT_EQ(result.out,
            "2504.00009\t2025-04-11\t1\tA tab, a line, [31mred and turned\tTab "
            "Name; Line  Name\n");
}

TEST_F(FormatTest, TheIdsOfASearchCanBeShown) {
  const ProcessResult result = shell(
      "papersearch --format tsv 강화학습 | cut -f1 | papersearch show - --format tsv");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.out, papersearch({"강화학습", "--format", "tsv"}).out);
  EXPECT_EQ(
      shell("papersearch --format tsv 강화학습 | papersearch similar - --format jsonl")
          .status,
      0);
}

TEST_F(FormatTest, NothingFoundIsNoLine) {
  for (const char* format : {"jsonl", "tsv"}) {
    const ProcessResult result = papersearch({"zyzzyva", "--format", format});
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.out, IsEmpty());
  }
}

}  // namespace
}  // namespace papersearch::testing
