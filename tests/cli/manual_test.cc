// SPDX-License-Identifier: GPL-2.0-or-later
// The manual pages and the documents say what the program does.
#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <set>
#include <sstream>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

const std::vector<std::string> kCommands = {
    "search", "show", "similar", "suggest", "glossary", "trends", "top", "stats", "export"};

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string manual_page(const std::string& name) {
  return source_dir() + "/docs/man/" + name;
}

// Of each line of `text` that begins with `start`, the name that follows the first `mark`
// in it; lines without the mark are left out.
std::set<std::string> names_in(const std::string& text, const std::string& start,
                               const std::string& mark) {
  std::set<std::string> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find(mark, start.size());
    if (line.rfind(start, 0) != 0 || at == std::string::npos) continue;
    const std::size_t begin = at + mark.size();
    const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", begin);
    out.insert(line.substr(begin, end - begin));
  }
  return out;
}

// Where an option is described: a line of its own under "Options" in the help, an .It in
// the manual.
std::set<std::string> options_in_help(const std::string& command) {
  const std::string help = run({papersearch_program(), command, "--help"}).out;
  return names_in(help.substr(help.find("\nOptions:\n") + 1), "  ", "--");
}

std::set<std::string> options_in_manual() {
  return names_in(content_of(manual_page("papersearch.1")), ".It Fl ", "-");
}

TEST(ManualTest, DescribesEveryOptionOfEveryCommand) {
  const std::set<std::string> manual = options_in_manual();
  for (const std::string& command : kCommands) {
    const std::set<std::string> help = options_in_help(command);
    EXPECT_GE(help.size(), 5) << command;
    for (const std::string& option : help) {
      EXPECT_THAT(manual, ::testing::Contains(option)) << command;
    }
  }
}

TEST(ManualTest, DescribesNoOptionThatIsNotThere) {
  std::set<std::string> help;
  for (const std::string& command : kCommands) help.merge(options_in_help(command));
  const std::set<std::string> manual = options_in_manual();
  EXPECT_GE(manual.size(), 15);
  for (const std::string& option : manual) EXPECT_THAT(help, ::testing::Contains(option));
}

TEST(ManualTest, NamesEveryCommand) {
  EXPECT_EQ(names_in(content_of(manual_page("papersearch.1")), ".It", " Cm "),
            std::set<std::string>(kCommands.begin(), kCommands.end()));
}

TEST(ManualTest, FormatsWithoutWarnings) {
  if (::access("/usr/bin/groff", X_OK) != 0) GTEST_SKIP() << "groff is not installed";
  for (const char* name : {"papersearch.1", "papersearch-query.7"}) {
    const ProcessResult result = run(
        {"/usr/bin/groff", "-Kutf8", "-Tutf8", "-mandoc", "-ww", "-z", manual_page(name)});
    EXPECT_EQ(result.status, 0) << name;
    EXPECT_EQ(result.err, "") << name;
  }
}

class DocumentedJsonTest : public CliTest {
 protected:
  // Every key of `json`, at any depth, but those of facets, which are values.
  static void collect_keys(const Json& json, std::set<std::string>& out) {
    for (const auto& [key, value] : json.items()) {
      if (json.is_object()) out.insert(key);
      if (value.is_structured() && key != "facets") collect_keys(value, out);
    }
  }
};

TEST_F(DocumentedJsonTest, NamesEveryKey) {
  const std::string document = content_of(source_dir() + "/docs/json_output.md");
  std::set<std::string> keys;
  for (const Arguments& arguments :
       std::vector<Arguments>{{"reward", "--explain", "--facets", "--json"},
                              {"show", "2504.00001", "--json"},
                              {"suggest", "r", "--json"},
                              {"glossary", "LLM", "--json"},
                              {"trends", "LLM", "--json"},
                              {"top", "--by", "authors", "--json"},
                              {"stats", "--json"}}) {
    collect_keys(json_of(arguments), keys);
  }
  EXPECT_GE(keys.size(), 30);
  for (const std::string& key : keys) {
    const bool named = document.find("`" + key + "`") != std::string::npos ||
                       document.find("\"" + key + "\"") != std::string::npos;
    EXPECT_TRUE(named) << key;
  }
}

}  // namespace
}  // namespace papersearch::testing
