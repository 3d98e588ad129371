// SPDX-License-Identifier: GPL-2.0-or-later
// The log of papersearch-index: a line each with a level, or a JSON object each.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "index_run.h"

namespace papersearch::testing {
namespace {

using Json = nlohmann::json;
using ::testing::MatchesRegex;

class LogTest : public IndexProgramTest {
 protected:
  static std::vector<Json> lines(const std::string& log) {
    std::vector<Json> out;
    std::istringstream in(log);
    for (std::string line; std::getline(in, line);)
      out.push_back(Json::parse(line, nullptr, false));
    return out;
  }
};

TEST_F(LogTest, TellsAComplaintAsAWarning) {
  const std::string file = bad();
  const ProcessResult text = run_index(db(), {file});
  EXPECT_EQ(text.status, 1);
  EXPECT_THAT(text.err,
              MatchesRegex("papersearch-index: warning: .*b.md:1: .*; skipped\n"));

  const ProcessResult json = run_index(db(), {file, "--log-format", "json"});
  const std::vector<Json> log = lines(json.err);
  ASSERT_EQ(log.size(), 1u) << json.err;
  EXPECT_EQ(log[0].value("level", ""), "warning");
  EXPECT_EQ(log[0].value("file", ""), file);
  EXPECT_EQ(log[0].value("line", 0), 1);
  EXPECT_EQ(log[0].value("kept", true), false);
  EXPECT_THAT(log[0].value("time", ""),
              MatchesRegex("[0-9]+-[0-9]+-[0-9]+T[0-9]+:[0-9]+:[0-9]+Z"));
}

TEST_F(LogTest, TellsAFailureAsAnError) {
  folder_.write("folder/file", "not of an index");
  const std::string folder = folder_ / "folder";
  const ProcessResult text = run_index(folder, {good()});
  EXPECT_EQ(text.status, 2);
  EXPECT_THAT(text.err, MatchesRegex("papersearch-index: error: .*\n"));
  const std::vector<Json> log = lines(run_index(folder, {good(), "--log-format=json"}).err);
  ASSERT_EQ(log.size(), 1u);
  EXPECT_EQ(log[0].value("level", ""), "error");
  EXPECT_TRUE(log[0].value("message", "").starts_with(folder)) << log[0];
}

// A name of a file may hold whatever it likes.
TEST_F(LogTest, HoldsNoControlCharacters) {
  const std::string file =
      folder_.write("a\x1b[31m\n.md", "### No Link\n" + heading("Three", "2504.00003"));
  for (const char* format : {"text", "json"}) {
    const ProcessResult result = run_index(db(), {file, "--log-format", format});
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.err.find('\x1b'), std::string::npos) << format;
    EXPECT_EQ(result.err.find('\n'), result.err.size() - 1) << format;
  }
}

}  // namespace
}  // namespace papersearch::testing
