// SPDX-License-Identifier: GPL-2.0-or-later
// Trouble with the index and with the output, and where the index is looked for.
#include <gmock/gmock.h>

#include <filesystem>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;
using ::testing::StartsWith;

class TroubleTest : public CliTest {
 protected:
  // Of a folder in which `name` has been spoiled.
  static ProcessResult stats(const std::string& path) {
    return papersearch({"stats", "--db", path});
  }
};

TEST_F(TroubleTest, AMissingIndexSaysHowToMakeOne) {
  for (const Arguments& command : std::vector<Arguments>{{"LLM"},
                                                         {"show", "2504.00001"},
                                                         {"similar", "2504.00001"},
                                                         {"suggest", "x"},
                                                         {"glossary", "x"},
                                                         {"stats"},
                                                         {"export"}}) {
    Arguments arguments = command;
    arguments.insert(arguments.end(), {"--db", "/nonexistent/my index"});
    const ProcessResult result = papersearch(arguments);
    EXPECT_EQ(result.status, 3);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err,
              "papersearch: /nonexistent/my index: there is no index here; make one with: "
              "papersearch-index --db '/nonexistent/my index' FOLDER, or name another with "
              "--db\n");
  }
}

TEST_F(TroubleTest, AFolderThatIsNoIndexIsAMissingIndex) {
  const TempDir dir;
  EXPECT_EQ(stats(dir.path().string()).status, 3);
  const std::string file = dir.write("file", "no folder");
  EXPECT_EQ(stats(file).status, 3);
}

TEST_F(TroubleTest, ADamagedStubSaysHowToMakeTheIndexAnew) {
  for (const char* stub : {"", "auto", "auto ../../etc", "remote host:80", "\x1b[31m\xFF",
                           "auto generation.99"}) {
    const TempDir dir;
    write_index(dir / "index", sample_papers());
    dir.write("index/XAPIANDB", stub);
    const ProcessResult result = stats(dir / "index");
    EXPECT_EQ(result.status, 3) << stub;
    EXPECT_THAT(result.err, StartsWith("papersearch: " + (dir / "index")));
    EXPECT_THAT(result.err, HasSubstr("papersearch-index --rebuild --db "));
    EXPECT_EQ(result.err.find('\x1b'), std::string::npos);
  }
}

TEST_F(TroubleTest, ADamagedDatabaseIsReportedAndNothingIsPrinted) {
  const TempDir dir;
  write_index(dir / "index", sample_papers());
  for (const auto& entry : fs::recursive_directory_iterator(dir / "index")) {
    if (entry.path().extension() == ".glass") fs::resize_file(entry.path(), 0);
  }
  for (const Arguments& command :
       std::vector<Arguments>{{"LLM"}, {"show", "2504.00001"}, {"stats"}}) {
    Arguments arguments = command;
    arguments.insert(arguments.end(), {"--db", dir / "index"});
    const ProcessResult result = papersearch(arguments);
    EXPECT_EQ(result.status, 3);
    EXPECT_EQ(result.out, "");
    EXPECT_THAT(result.err, StartsWith("papersearch: "));
  }
}

TEST_F(TroubleTest, TheIndexIsWhereTheEnvironmentSays) {
  const TempDir dir;
  write_index(dir / "data/papersearch/index", sample_papers());
  write_index(dir / "home/.local/share/papersearch/index", sample_papers());
  using Environment = std::map<std::string, std::string>;
  for (const Environment& environment : std::vector<Environment>{
           {{"PAPERSEARCH_DB", db()}, {"HOME", "/nonexistent"}},
           {{"PAPERSEARCH_DB", ""}, {"XDG_DATA_HOME", dir / "data"}},
           {{"PAPERSEARCH_DB", ""}, {"HOME", dir / "home"}},
           {{"PAPERSEARCH_DB", ""}, {"XDG_DATA_HOME", ""}, {"HOME", dir / "home"}}}) {
    const ProcessResult result = papersearch({"stats"}, {.environment = environment});
    EXPECT_EQ(result.status, 0) << result.err;
  }
}

TEST_F(TroubleTest, AnOptionWinsOverTheEnvironment) {
  const ProcessResult result = papersearch(
      {"stats", "--db", db()}, {.environment = {{"PAPERSEARCH_DB", "/nonexistent"}}});
  EXPECT_EQ(result.status, 0);
}

TEST_F(TroubleTest, WithoutAnyPlaceForTheIndexItAsksForOne) {
  const ProcessResult result =
      papersearch({"LLM"}, {.environment = {{"PAPERSEARCH_DB", ""}, {"HOME", ""}}});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err,
            "papersearch: --db: no place for the index; name it with --db DIR\n");
}

TEST_F(TroubleTest, AFullDiskIsTold) {
  for (const Arguments& arguments : std::vector<Arguments>{
           {"LLM"}, {"LLM", "--json"}, {"show", "2504.00001"}, {"stats"}, {"--help"}}) {
    const ProcessResult result = papersearch(arguments, {.stdout_file = "/dev/full"});
    EXPECT_EQ(result.status, 3);
    EXPECT_EQ(result.err,
              "papersearch: standard output: cannot write: No space left on device; see "
              "where the "
              "output goes\n");
  }
}

TEST_F(TroubleTest, AClosedStandardOutputIsTold) {
  const ProcessResult result = papersearch({"LLM"}, {.stdout_is_closed = true});
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, StartsWith("papersearch: standard output: cannot write: "));
}

TEST_F(TroubleTest, AReaderThatHasLeftIsNoTrouble) {
  for (const Arguments& arguments :
       std::vector<Arguments>{{"LLM"}, {"LLM", "--json"}, {"--help"}}) {
    const ProcessResult result = papersearch(arguments, {.stdout_is_broken_pipe = true});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
  }
}

TEST_F(TroubleTest, StrangeArgumentsEndInAnAnswerOrAMessage) {
  const std::string parentheses(3'000, '(');
  for (const std::string& argument :
       {std::string("-"), std::string("---"), std::string("--="), std::string("-="),
        std::string("\""), std::string("*"), std::string(100'000, 'a'),
        std::string(4'000, '-'), parentheses, std::string("\xFF\xFE"), std::string("\n"),
        std::string("title:"), std::string("NOT"), std::string("%s%n"),
        std::string("-\xFF")}) {
    for (const Arguments& arguments :
         std::vector<Arguments>{{argument},
                                {"--", argument},
                                {"suggest", "--", argument},
                                {"show", argument},
                                {"LLM", "--" + argument},
                                {"LLM", "--author=" + argument},
                                {argument, "--json"}}) {
      const ProcessResult result = papersearch(arguments);
      EXPECT_LE(result.status, 2) << argument.substr(0, 20) << ": " << result.err;
      EXPECT_GE(result.status, 0);
    }
  }
}

}  // namespace
}  // namespace papersearch::testing
