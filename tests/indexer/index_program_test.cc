// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch-index from outside: options, output, exit statuses.
#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <vector>

#include "index_run.h"
#include "papersearch/version.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::StartsWith;

// ---- options

TEST_F(IndexProgramTest, HelpNamesOptionsAndStatuses) {
  const ProcessResult result = run({papersearch_index_program(), "--help"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  for (const char* text : {"papersearch-index", "--db", "PAPERSEARCH_DB", "--json",
                           "--quiet", "--version", "PATH", "Exit status", "Example"}) {
    EXPECT_THAT(result.out, HasSubstr(text));
  }
}

TEST_F(IndexProgramTest, VersionIsThatOfTheLibrary) {
  const ProcessResult result = run({papersearch_index_program(), "--version"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, std::string("papersearch-index ") + version() + "\n");
}

TEST_F(IndexProgramTest, WrongUsageIsStatus2) {
  const std::vector<std::vector<std::string>> wrong = {
      {}, {"--bogus", "x"}, {"--db"}, {"--json=maybe", "x"}};
  for (const std::vector<std::string>& arguments : wrong) {
    std::vector<std::string> argv = {papersearch_index_program()};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    const ProcessResult result = run(argv);
    EXPECT_EQ(result.status, 2) << ::testing::PrintToString(arguments);
    EXPECT_EQ(result.out, "");
    EXPECT_THAT(result.err, StartsWith("papersearch-index: "));
    EXPECT_THAT(result.err, HasSubstr("see papersearch-index --help\n"));
  }
}

TEST_F(IndexProgramTest, ControlCharactersInArgumentsStayOut) {
  const ProcessResult result = run({papersearch_index_program(), "--\x1b[31m\u202E", "x"});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, Not(HasSubstr("\x1b")));
  EXPECT_THAT(result.err, Not(HasSubstr("\u202E")));
}

TEST_F(IndexProgramTest, PlaceOfTheIndexComesFromTheEnvironment) {
  ProcessOptions options;
  options.environment["PAPERSEARCH_DB"] = folder_ / "one";
  EXPECT_EQ(run({papersearch_index_program(), good()}, options).status, 0);
  EXPECT_EQ(papers_in(folder_ / "one"), 2);

  options.environment = {{"XDG_DATA_HOME", folder_ / "data"}};
  EXPECT_EQ(run({papersearch_index_program(), good()}, options).status, 0);
  EXPECT_EQ(papers_in(folder_ / "data/papersearch/index"), 2);

  options.environment = {{"HOME", ""}};
  const ProcessResult result = run({papersearch_index_program(), good()}, options);
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, HasSubstr("--db DIR"));
}

// ---- what is printed

TEST_F(IndexProgramTest, SummaryCountsForPeople) {
  EXPECT_THAT(run_index(db(), {good()}).out,
              MatchesRegex("1 file, 2 entries, 0 complaints\n"
                           "2 papers: 2 added, 0 updated, 0 unchanged, 0 removed\n"
                           "[0-9.]+ seconds\n"));
}

TEST_F(IndexProgramTest, JsonHasAllCountsAndNothingElse) {
  const std::string first = good();
  const std::string second = bad();
  run_index(db(), {first});
  folder_.write("a.md", heading("One, again"));
  const ProcessResult result = run_index(db(), {"--json", first, second});
  EXPECT_THAT(result.out, ::testing::EndsWith("}\n"));
  json summary = summary_of(result);
  ASSERT_TRUE(summary.is_object()) << result.out;
  EXPECT_GE(summary["seconds"].get<double>(), 0);
  summary.erase("seconds");
  EXPECT_EQ(summary, (json{{"files", 2},
                           {"files_read", 2},
                           {"entries", 2},
                           {"papers", 2},
                           {"added", 1},
                           {"updated", 1},
                           {"unchanged", 0},
                           {"removed", 1},
                           {"change", "rebuild"},
                           {"dry_run", false},
                           {"skipped",
                            {{{"file", second},
                              {"line", 1},
                              {"reason", "a heading without a link to a paper"}}}}}));
}

// Names of files need not be UTF-8, JSON does.
TEST_F(IndexProgramTest, JsonIsAsciiWhateverTheInput) {
  const std::string file = folder_.write("\xFF 가.md", "### [x](가\x01)\n" + heading("T"));
  const ProcessResult result = run_index(db(), {"--json", file});
  ASSERT_TRUE(summary_of(result).is_object()) << result.out;
  for (const char c : result.out) EXPECT_TRUE(c == '\n' || (c >= 0x20 && c < 0x7F));
}

TEST_F(IndexProgramTest, QuietPrintsComplaintsOnly) {
  ProcessResult result = run_index(db(), {"--quiet", good()});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out + result.err, "");
  const std::string file = bad();
  result = run_index(db(), {"-q", "--allow-mass-removal", file});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "papersearch-index: warning: " + file +
                            ":1: a heading without a link to a paper; skipped\n");
}

TEST_F(IndexProgramTest, NoProgressLineWithoutATerminal) {
  const ProcessResult result = run_index(db(), {good()});
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(result.out, Not(HasSubstr("\r")));
}

// What a terminal shows that knows carriage returns and "erase to the end of the line".
std::vector<std::string> screen_of(const std::string& output) {
  std::vector<std::string> lines = {""};
  std::size_t column = 0;
  for (std::size_t i = 0; i < output.size(); ++i) {
    if (output[i] == '\n') {
      lines.emplace_back();
      column = 0;
    } else if (output[i] == '\r') {
      column = 0;
    } else if (output.compare(i, 3, "\x1b[K") == 0) {
      lines.back().resize(std::min(column, lines.back().size()));
      i += 2;
    } else {
      lines.back().resize(std::max(lines.back().size(), column + 1), ' ');
      lines.back()[column++] = output[i];
    }
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

TEST_F(IndexProgramTest, ProgressLineOnATerminalIsErased) {
  ProcessOptions options;
  options.terminal_columns = 80;
  const std::string file = bad();
  const ProcessResult result = run_index(db(), {good(), file}, options);
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("\rReading file 1 of 2"));
  EXPECT_THAT(screen_of(result.out),
              ElementsAre("papersearch-index: warning: " + file +
                              ":1: a heading without a link to a paper; skipped",
                          "2 files, 3 entries, 1 complaint",
                          "3 papers: 3 added, 0 updated, 0 unchanged, 0 removed",
                          MatchesRegex("[0-9.]+ seconds")));
}

TEST_F(IndexProgramTest, QuietShowsNoProgressOnATerminal) {
  ProcessOptions options;
  options.terminal_columns = 80;
  EXPECT_EQ(run_index(db(), {"--quiet", good()}, options).out, "");
}

// ---- input

TEST_F(IndexProgramTest, ReadsStandardInput) {
  ProcessOptions options;
  options.input = digest("- text\n");
  EXPECT_EQ(run_index(db(), {"-"}, options).status, 0);
  EXPECT_THAT(held(db(), {"2504.00001"}), ElementsAre("2504.00001"));
  options.input = "[" + feed_entry("2504.00003") + ",\n{}]";
  const ProcessResult result = run_index(db(), {"-", good(), "-"}, options);
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(
      result.err,
      "papersearch-index: warning: standard input:2: an entry without \"id\"; skipped\n");
  EXPECT_EQ(papers_in(db()), 3);
}

TEST_F(IndexProgramTest, TheSameFileTwiceCountsOnce) {
  const std::string file = good();
  const ProcessResult result =
      run_index(db(), {"--json", file, file, folder_.path().string() + "/./a.md"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(summary_of(result)["files"], 1);
  EXPECT_EQ(summary_of(result)["entries"], 2);
}

TEST_F(IndexProgramTest, HoldsExactlyThePapersOfTheFilesNamed) {
  const std::string first = good();
  run_index(db(), {first, bad()});
  EXPECT_EQ(papers_in(db()), 3);
  EXPECT_EQ(summary_of(run_index(db(), {"--json", first}))["removed"], 1);
  EXPECT_EQ(papers_in(db()), 2);
}

TEST_F(IndexProgramTest, WritesNothingWhenNothingChanged) {
  const std::string file = good();
  run_index(db(), {file});
  const auto before = fs::last_write_time(db() + "/XAPIANDB");
  const json summary = summary_of(run_index(db(), {"--json", file}));
  EXPECT_EQ(summary["unchanged"], 2);
  EXPECT_EQ(summary["updated"], 0);
  EXPECT_EQ(fs::last_write_time(db() + "/XAPIANDB"), before);
  EXPECT_TRUE(fs::exists(db() + "/generation.1"));
  EXPECT_FALSE(fs::exists(db() + "/generation.2"));
}

}  // namespace
}  // namespace papersearch::testing
