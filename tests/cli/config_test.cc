// SPDX-License-Identifier: GPL-2.0-or-later
// Defaults of options from a file, and what stands above them.
#include <gmock/gmock.h>

#include <fstream>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;

class ConfigTest : public CliTest {
 protected:
  // The program where $XDG_CONFIG_HOME has this file, or none.
  ProcessResult with(const std::string& config, const Arguments& arguments,
                     std::map<std::string, std::string> environment = {}) {
    std::ofstream(path()) << config;
    environment.emplace("XDG_CONFIG_HOME", folder_.path().string());
    return papersearch(arguments, {.environment = std::move(environment)});
  }
  std::string path() const { return folder_.path().string() + "/papersearch/config.toml"; }

  void SetUp() override { folder_.write("papersearch/config.toml", ""); }

  const TempDir folder_;
};

TEST_F(ConfigTest, GivesDefaultsOfOptions) {
  EXPECT_EQ(with("limit = 1\n", {"--since=2024"}).out,
            papersearch({"--since=2024", "-n1"}).out);
  EXPECT_EQ(with("json = true", {"stats"}).out, papersearch({"stats", "--json"}).out);
  EXPECT_EQ(with("  # a comment\n\nauthor = [\"Jo Baker\", 'Nils Berg']  # two\n",
                 {"--json", "-n0", "world"})
                    .out.find("\"total\":1,") != std::string::npos,
            true);
}

TEST_F(ConfigTest, ASectionHoldsForItsCommandAlone) {
  const std::string config = "[suggest]\nlimit = 1\n[search]\nlimit = 2\n";
  EXPECT_EQ(with(config, {"suggest", "r"}).out, papersearch({"suggest", "r", "-n1"}).out);
  EXPECT_EQ(with(config, {"--since=2024"}).out, papersearch({"--since=2024", "-n2"}).out);
  EXPECT_EQ(with("limit = 3\n" + config, {"top"}).out, papersearch({"top", "-n3"}).out);
}

TEST_F(ConfigTest, OptionsStandAboveTheEnvironmentAndThatAboveTheFile) {
  const auto db_of = [&](const Arguments& arguments,
                         const std::map<std::string, std::string>& environment) {
    Arguments all = {"--print-config"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const std::string text = with("db = \"/file\"\n", all, environment).out;
    const std::size_t begin = text.find("db = ");
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  EXPECT_EQ(db_of({"--db=/flag"}, {{"PAPERSEARCH_DB", "/variable"}}),
            "db = \"/flag\"  # command line");
  EXPECT_EQ(db_of({}, {{"PAPERSEARCH_DB", "/variable"}}),
            "db = \"/variable\"  # PAPERSEARCH_DB");
  EXPECT_EQ(db_of({}, {{"PAPERSEARCH_DB", ""}}), "db = \"/file\"  # " + path() + ":1");
  EXPECT_EQ(with("limit = 3\n", {"--since=2024", "-n1"}).out,
            papersearch({"--since=2024", "-n1"}).out);
  EXPECT_EQ(with("color = \"always\"\n", {"LLM"}, {{"NO_COLOR", "1"}}).out,
            papersearch({"LLM"}).out);
  // Of options that may be given several times, those of the file count for nothing.
  EXPECT_EQ(with("author = \"Nobody\"\n", {"LLM", "--author=Kang"}).status, 0);
  EXPECT_EQ(with("json = true\n", {"LLM", "--json=false"}).out, papersearch({"LLM"}).out);
}

TEST_F(ConfigTest, PrintConfigGivesAFileThatSaysTheSame) {
  const Arguments options = {"--sort=votes", "--section=title", "--exact",
                             "--print-config"};
  const std::string printed = papersearch(options).out;
  EXPECT_THAT(printed, HasSubstr("limit = 10  # default\n"));
  EXPECT_THAT(printed, HasSubstr("sort = \"votes\"  # command line\n"));
  EXPECT_THAT(printed, HasSubstr("section = [\"title\"]  # command line\n"));
  EXPECT_THAT(printed, HasSubstr("# since is not set\n"));
  const std::string again = with(printed, {"--print-config"}).out;
  EXPECT_THAT(again, ContainsRegex("sort = \"votes\"  # .*config.toml:[0-9]+\n"));
  EXPECT_THAT(again, ContainsRegex("exact = true  # .*config.toml:[0-9]+\n"));
}

TEST_F(ConfigTest, IsNamedByOptionOrVariable) {
  const std::string other = folder_.write("other.toml", "limit = 2\n");
  const std::string expected = papersearch({"top", "-n2"}).out;
  EXPECT_EQ(with("limit = 1\n", {"top", "--config", other}).out, expected);
  EXPECT_EQ(with("limit = 1\n", {"--config", other, "top"}).out, expected);
  EXPECT_EQ(with("limit = 1\n", {"top"}, {{"PAPERSEARCH_CONFIG", other}}).out, expected);
  const ProcessResult missing = papersearch({"top", "--config", folder_ / "none.toml"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_EQ(missing.err, "papersearch: " + folder_ / "none.toml" +
                             ": cannot read: No such file or directory; name another file "
                             "with --config\n");
  const ProcessResult folder = papersearch({"top", "--config", folder_.path().string()});
  EXPECT_EQ(folder.status, 2);
  EXPECT_THAT(folder.err, HasSubstr(": cannot read: "));
  EXPECT_THAT(papersearch({"top", "--config", "/dev/zero"}).err, HasSubstr(": too large"));
}

TEST_F(ConfigTest, ABadFileDoesNotCostTheHelp) {
  EXPECT_EQ(with("nonsense\n", {"--help"}).status, 0);
  EXPECT_EQ(with("nonsense\n", {"--version"}).status, 0);
}

struct BadLine {
  const char* name;
  const char* content;
  const char* message;  // behind the file's name
};

class BadConfigTest : public ConfigTest, public ::testing::WithParamInterface<BadLine> {};

TEST_P(BadConfigTest, IsNamedByFileAndLine) {
  const ProcessResult result = with(GetParam().content, {"LLM"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "papersearch: " + path() + ":" + GetParam().message + "\n");
  EXPECT_EQ(result.out, "");
}

INSTANTIATE_TEST_SUITE_P(
    Lines, BadConfigTest,
    ::testing::Values(
        BadLine{"UnknownKey", "\nlimt = 3\n", "2: limt is no option; did you mean limit?"},
        BadLine{"KeyOfAnotherCommand", "[show]\nlimit = 3\n",
                "2: limit is no option; see: papersearch --print-config"},
        BadLine{"UnknownSection", "limit = 3\n[trend]\n",
                "2: [trend] is no command; did you mean trends?"},
        BadLine{"NoValue", "limit\n", "1: this says nothing; write NAME = VALUE"},
        BadLine{"EmptyValue", "limit = \n",
                "1: limit: a value is missing, or holds a # or a quote"},
        BadLine{"OpenQuote", "db = \"here\n",
                "1: db: a value is missing, or holds a # or a quote"},
        BadLine{"OpenList", "author = [\"Jo Baker\",\n",
                "1: this cannot be understood; write NAME = VALUE on one line"},
        BadLine{"WrongValue", "# one\nsort = \"fame\"\n",
                "2: --sort: \"fame\" is not known; write one of relevance, votes, date"},
        BadLine{"SeveralValues", "limit = [1, 2]\n",
                "1: limit: one value is wanted; put it in quotes"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace papersearch::testing
