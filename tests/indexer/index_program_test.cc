// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch-index from outside: options, output, exit statuses.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "index_run.h"
#include "papersearch/index_writer.h"
#include "papersearch/version.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::StartsWith;

class IndexProgramTest : public ::testing::Test {
 protected:
  std::string db() const { return folder_ / "index"; }
  std::string good(const std::string& name = "a.md") const {
    return folder_.write(name, heading("One") + heading("Two", "2504.00002"));
  }
  std::string bad(const std::string& name = "b.md") const {
    return folder_.write(name, "### No Link\n" + heading("Three", "2504.00003"));
  }

  TempDir folder_;
};

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
                           {"entries", 2},
                           {"papers", 2},
                           {"added", 1},
                           {"updated", 1},
                           {"unchanged", 0},
                           {"removed", 1},
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
  result = run_index(db(), {"-q", file});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "papersearch-index: " + file +
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
              ElementsAre("papersearch-index: " + file +
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
  EXPECT_EQ(result.err,
            "papersearch-index: standard input:2: an entry without \"id\"; skipped\n");
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

// ---- trouble

// A disk that is not mounted must not cost the index.
TEST_F(IndexProgramTest, KeepsTheIndexWhenNoPaperIsFound) {
  run_index(db(), {good()});
  fs::create_directory(folder_ / "empty");
  for (const std::string& path : {folder_ / "empty", folder_ / "none"}) {
    const ProcessResult result = run_index(db(), {path});
    EXPECT_EQ(result.status, 3);
    EXPECT_EQ(result.out, "");
    EXPECT_THAT(result.err,
                HasSubstr(db() + ": no paper was found; the 2 of the index are kept"));
    EXPECT_EQ(papers_in(db()), 2);
  }
}

TEST_F(IndexProgramTest, AnEmptyIndexMayBeMade) {
  fs::create_directory(folder_ / "empty");
  const ProcessResult result = run_index(db(), {folder_ / "empty"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("0 files, 0 entries, 0 complaints\n0 papers: 0 added"));
}

TEST_F(IndexProgramTest, AFolderThatIsNoIndexIsLeftAlone) {
  const ProcessResult result = run_index(folder_.path().string(), {good("archive/a.md")});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, HasSubstr("this folder is no index: it holds \"archive\""));
  EXPECT_EQ(result.out, "");
}

TEST_F(IndexProgramTest, AnIndexThatCannotBeMadeIsStatus3) {
  const std::string file = good();
  for (const std::string& path : {file, file + "/below", folder_ / std::string(300, 'x')}) {
    const ProcessResult result = run_index(path, {file});
    EXPECT_EQ(result.status, 3) << path;
    EXPECT_THAT(result.err, StartsWith("papersearch-index: "));
    EXPECT_EQ(result.out, "");
  }
}

TEST_F(IndexProgramTest, ASecondIndexerIsToldOfTheFirst) {
  run_index(db(), {good()});
  const Result<IndexWriter> writer = IndexWriter::open(db());
  ASSERT_TRUE(writer);
  const ProcessResult result = run_index(db(), {good()});
  EXPECT_EQ(result.status, 4);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "papersearch-index: " + db() +
                            ": another indexer is at work, process " +
                            std::to_string(::getpid()) + "\n");
}

TEST_F(IndexProgramTest, ALockLeftBehindIsNoLock) {
  run_index(db(), {good()});
  folder_.write("index/lock", "1\n");  // a process that lives, and holds nothing
  EXPECT_EQ(run_index(db(), {good()}).status, 0);
}

// The index is current by then: only the summary is lost.
TEST_F(IndexProgramTest, ASummaryThatCannotBePrintedIsStatus1) {
  ProcessOptions full;
  full.stdout_file = "/dev/full";
  ProcessOptions closed;
  closed.stdout_is_closed = true;
  for (const ProcessOptions& options : {full, closed}) {
    for (const char* option : {"--json", "--db"}) {
      std::vector<std::string> arguments = {good()};
      if (option == std::string("--json")) arguments.emplace_back(option);
      const ProcessResult result = run_index(db(), arguments, options);
      EXPECT_EQ(result.status, 1);
      EXPECT_THAT(
          result.err,
          StartsWith("papersearch-index: standard output: cannot write the summary: "));
      EXPECT_EQ(papers_in(db()), 2);
    }
  }
}

TEST_F(IndexProgramTest, AClosedPipeIsNoTrouble) {
  ProcessOptions options;
  options.stdout_is_broken_pipe = true;
  const ProcessResult result = run_index(db(), {good()}, options);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(papers_in(db()), 2);
}

}  // namespace
}  // namespace papersearch::testing
