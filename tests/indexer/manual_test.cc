// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch-index(1) says what the program does.
#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "support/process.h"

namespace papersearch::testing {
namespace {

std::string manual_path() { return source_dir() + "/docs/man/papersearch-index.1"; }

std::string manual() {
  std::ifstream in(manual_path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string help() { return run({papersearch_index_program(), "--help"}).out; }

// The first group of all matches.
std::set<std::string> matches(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::set<std::string> out;
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) {
    out.insert((*it)[1]);
  }
  return out;
}

TEST(IndexManualTest, DescribesTheOptionsOfTheHelp) {
  const std::set<std::string> in_help = matches(help(), "\n  (?:-[a-z],)?--([a-z-]+)");
  EXPECT_GE(in_help.size(), 5);
  EXPECT_EQ(matches(manual(), "\n\\.It (?:Fl [a-z] , )?Fl -([a-z-]+)"), in_help);
}

TEST(IndexManualTest, DescribesTheExitStatusesOfTheHelp) {
  const std::string text = help();
  const std::size_t begin = text.find("Exit status");
  ASSERT_NE(begin, text.npos);
  EXPECT_EQ(matches(manual(), "\n\\.It ([0-9])\n"),
            matches(text.substr(begin), "[ \n]([0-9]) "));
}

TEST(IndexManualTest, NamesTheVariablesAndEndingsOfTheHelp) {
  for (const char* text : {"PAPERSEARCH_DB", "XDG_DATA_HOME", ".md", ".markdown", ".json",
                           ".jsonl", ".ndjson"}) {
    EXPECT_THAT(manual(), ::testing::HasSubstr(text));
    EXPECT_THAT(help(), ::testing::HasSubstr(text));
  }
}

TEST(IndexManualTest, FormatsWithoutWarnings) {
  if (::access("/usr/bin/groff", X_OK) != 0) GTEST_SKIP() << "groff is not installed";
  const ProcessResult result =
      run({"/usr/bin/groff", "-Kutf8", "-Tutf8", "-mandoc", "-ww", "-z", manual_path()});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
}

}  // namespace
}  // namespace papersearch::testing
