// SPDX-License-Identifier: GPL-2.0-or-later
// The examples for systemd and cron can be used as they are.
#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/process.h"
#include "support/temp_dir.h"

namespace papersearch::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSubsetOf;

constexpr const char* kAnalyze = "/usr/bin/systemd-analyze";

std::string example(const std::string& name) {
  std::ifstream in(source_dir() + "/docs/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The long options of papersearch-index in a text, or in its help.
std::set<std::string> options_in(const std::string& text) {
  const std::regex option("--[a-z][a-z-]*");
  std::set<std::string> out;
  for (std::sregex_iterator it(text.begin(), text.end(), option), end; it != end; ++it)
    out.insert(it->str());
  return out;
}

std::set<std::string> known_options() {
  return options_in(run({papersearch_index_program(), "--help"}).out);
}

// The units, started with the program that was built instead of the one installed.
class UnitTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (::access(kAnalyze, X_OK) != 0) GTEST_SKIP() << kAnalyze << " is not installed";
    service_ = write("papersearch-index.service", "");
    timer_ = folder_.write("papersearch-index.timer",
                           example("systemd/papersearch-index.timer"));
  }

  // Its path; `more` stands at the end of the section [Service].
  std::string write(const std::string& name, const std::string& more) const {
    std::string text = example("systemd/papersearch-index.service");
    const std::string installed = "/usr/bin/papersearch-index";
    const std::size_t at = text.find(installed);
    if (at != std::string::npos)
      text.replace(at, installed.size(), papersearch_index_program());
    return folder_.write(name, text + more);
  }

  static ProcessResult verify(const std::string& unit) {
    return run({kAnalyze, "verify", "--man=no", unit});
  }

  TempDir folder_;
  std::string service_;
  std::string timer_;
};

TEST_F(UnitTest, SystemdUnderstandsThem) {
  for (const std::string& unit : {service_, timer_}) {
    const ProcessResult result = verify(unit);
    EXPECT_EQ(result.status, 0) << unit;
    EXPECT_THAT(result.out + result.err, IsEmpty()) << unit;
  }
}

TEST_F(UnitTest, SystemdWouldTellOfAMistake) {
  const ProcessResult result =
      verify(write("papersearch-mistake.service", "ProtectSistem=strict\n"));
  EXPECT_THAT(result.out + result.err, HasSubstr("ProtectSistem"));
}

// The server that it starts is that of xapian-tools, which tests/shards needs too.
TEST_F(UnitTest, SystemdUnderstandsTheOneOfAShard) {
  const std::string unit = folder_.write("papersearch-shard@1.service",
                                         example("systemd/papersearch-shard@.service"));
  const ProcessResult result = verify(unit);
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out + result.err, IsEmpty());
}

// Of ten, where ten is bare.
TEST_F(UnitTest, TheServiceIsExposedByLessThanOneAndAHalf) {
  const ProcessResult result = run(
      {kAnalyze, "security", "--offline=yes", "--no-pager", "--threshold=15", service_});
  EXPECT_EQ(result.status, 0) << result.out << result.err;
}

TEST(ExamplesTest, UseOptionsThatThereAre) {
  for (const char* name : {"systemd/papersearch-index.service", "crontab.example"}) {
    std::istringstream lines(example(name));
    std::string commands;
    for (std::string line; std::getline(lines, line);) {
      const std::size_t at = line.find("papersearch-index --");
      if (line[0] != '#' && at != std::string::npos) commands += line.substr(at) + '\n';
    }
    EXPECT_THAT(options_in(commands), IsSubsetOf(known_options())) << name;
    EXPECT_THAT(commands, HasSubstr("--db")) << name;
  }
}

// Five fields and a command, in which % would be a line's end.
TEST(ExamplesTest, CronUnderstandsEveryLine) {
  const std::regex form(
      R"(#.*|[A-Z]+=\S+|[0-9*]+ [0-9*]+ [0-9*]+ [0-9*]+ [0-9*]+ nice -n 19 [^%]+)");
  std::istringstream lines(example("crontab.example"));
  std::size_t jobs = 0;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(std::regex_match(line, form)) << line;
    if (line.find(" papersearch-index ") != std::string::npos && line[0] != '#') ++jobs;
  }
  EXPECT_EQ(jobs, 2U);
}

}  // namespace
}  // namespace papersearch::testing
