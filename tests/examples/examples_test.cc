// SPDX-License-Identifier: GPL-2.0-or-later
// docs/library.md shows its programs as they are, and what they print.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/process.h"
#include "support/temp_dir.h"

namespace papersearch::testing {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The blocks of code in the document, in order, by what the comment in front of each
// calls it: <!-- NAME -->.
std::map<std::string, std::string> blocks_of(const std::string& markdown) {
  std::map<std::string, std::string> out;
  for (std::size_t at = 0; (at = markdown.find("<!-- ", at)) != markdown.npos;) {
    const std::size_t name_end = markdown.find(" -->\n```", at);
    if (name_end == markdown.npos) break;
    const std::string name = markdown.substr(at + 5, name_end - at - 5);
    const std::size_t begin = markdown.find('\n', name_end + 5) + 1;
    const std::size_t end = markdown.find("\n```\n", begin);
    if (end == markdown.npos) break;
    out[name] = markdown.substr(begin, end + 1 - begin);
    at = end;
  }
  return out;
}

class ExamplesTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    dir_ = new TempDir;
    index_digests(data() + "/digests");
  }
  static void TearDownTestSuite() {
    delete dir_;
    dir_ = nullptr;
  }

  static std::string data() { return source_dir() + "/data"; }
  static std::string db() { return *dir_ / "index"; }
  static void index_digests(const std::string& folder) {
    const ProcessResult indexed = run({papersearch_index_program(), "--db", db(), folder});
    if (indexed.status != 0) throw std::runtime_error(indexed.err);
  }

  // What docs/library.md says that the program prints.
  static std::string shown(const std::string& name) {
    return blocks_of(content_of(source_dir() + "/docs/library.md"))[name];
  }
  // What the command prints, the command before it as one types it.
  static std::string printed(const std::string& typed, std::vector<std::string> argv) {
    const ProcessResult result =
        run(argv, {.environment = {{"LIBPAPERSEARCH", LIBPAPERSEARCH}}});
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.status, 0);
    return "$ " + typed + "\n" + result.out;
  }
  static std::string example(const std::string& name) {
    return std::string(EXAMPLES_DIR) + "/example_" + name;
  }

 private:
  static TempDir* dir_;
};
TempDir* ExamplesTest::dir_ = nullptr;

TEST_F(ExamplesTest, DocumentShowsEachProgramAsItIs) {
  const std::string folder = source_dir() + "/docs/examples";
  std::size_t programs = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    EXPECT_EQ(shown(file.path().filename()), content_of(file.path())) << file.path();
    ++programs;
  }
  EXPECT_EQ(programs, 6U);
}

TEST_F(ExamplesTest, SearchPrintsWhatIsShown) {
  EXPECT_EQ(printed("./search index '강화학습 reward'",
                    {example("search_cc"), db(), "강화학습 reward"}),
            shown("output of search.cc"));
}

TEST_F(ExamplesTest, FacetsPrintsWhatIsShown) {
  EXPECT_EQ(printed("./facets index 'reasoning vision' 20",
                    {example("facets_cc"), db(), "reasoning vision", "20"}),
            shown("output of facets.cc"));
}

TEST_F(ExamplesTest, RecordsPrintsWhatIsShown) {
  const TempDir notes;
  EXPECT_EQ(printed("./records notes", {example("records_cc"), notes / "index"}),
            shown("output of records.cc"));
}

TEST_F(ExamplesTest, SearchInCPrintsWhatIsShown) {
  EXPECT_EQ(printed("./search index '강화학습 reward'",
                    {example("search_c"), db(), "강화학습 reward"}),
            shown("output of search.c"));
}

TEST_F(ExamplesTest, SearchInPythonPrintsWhatIsShown) {
  EXPECT_EQ(printed("python3 search.py index '강화학습 reward'",
                    {"/usr/bin/python3", source_dir() + "/docs/examples/search.py", db(),
                     "강화학습 reward"}),
            shown("output of search.py"));
}

// Each line waits for the answer to the one before, and the index changes in between.
TEST_F(ExamplesTest, ServeSeesAnIndexThatChangesMeanwhile) {
  const TempDir dir;
  const std::string index = papersearch_index_program() + " --db " + (dir / "index") + " ";
  const std::string ask =
      "echo $query >&${COPROC[1]}; echo $query; read -r answer "
      "<&${COPROC[0]}; echo \"$answer\"\n";
  const std::string script = index + data() + "/feed >" + (dir / "log") + "\n" +  //
                             "coproc { " + example("serve_cc") + " " + (dir / "index") +
                             "; }\n" + "echo '$ ./serve index'\nquery=agents\n" + ask +  //
                             index + data() + "/feed " + data() + "/digests >" +
                             (dir / "log") + "\n" + ask + "query=date:spring\n" + ask;
  const ProcessResult result = run({"/bin/bash", "-c", script});
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.out, shown("output of serve.cc"));
}

}  // namespace
}  // namespace papersearch::testing
