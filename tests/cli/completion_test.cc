// SPDX-License-Identifier: GPL-2.0-or-later
// What the shells complete: the help and the index say it.
#include <gmock/gmock.h>
#include <unistd.h>

#include <set>
#include <sstream>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::UnorderedElementsAre;
using ::testing::UnorderedElementsAreArray;

const Arguments kCommands = {"search", "show", "similar", "suggest", "glossary",
                             "trends", "top",  "stats",   "export"};

std::string completion_file(const std::string& name) {
  return source_dir() + "/cli/completions/" + name;
}

Arguments lines_of(const std::string& text) {
  Arguments out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) out.push_back(line);
  }
  return out;
}

class CompletionTest : public CliTest {
 protected:
  // What bash offers for the last of `words`, which stand behind the program's name.
  static Arguments completed(const Arguments& words, const std::string& index = db()) {
    Arguments argv = {"/bin/bash", "-c",
                      "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
                      "_papersearch; printf '%s\\n' \"${COMPREPLY[@]}\"",
                      completion_file("papersearch.bash"), papersearch_program()};
    argv.insert(argv.end(), words.begin(), words.end());
    const ProcessResult result = run(argv, {.environment = {{"PAPERSEARCH_DB", index}}});
    EXPECT_EQ(result.err, "");
    return lines_of(result.out);
  }
};

TEST_F(CompletionTest, OffersTheCommands) {
  EXPECT_THAT(completed({""}), UnorderedElementsAreArray(kCommands));
  EXPECT_THAT(completed({"tre"}), Contains("trends"));
  EXPECT_THAT(completed({"show", "sea"}), IsEmpty());
}

TEST_F(CompletionTest, OffersTheOptionsOfTheCommand) {
  for (const std::string& command : kCommands) {
    std::set<std::string> options;
    const std::string help = papersearch({command, "--help"}).out;
    for (const std::string& line : lines_of(help.substr(help.find("\nOptions:\n")))) {
      const std::size_t at = line.find("--");
      if (line.rfind("  ", 0) != 0 || at == std::string::npos || at > 6) continue;
      options.insert(line.substr(at, line.find(' ', at) - at));
    }
    EXPECT_GE(options.size(), 5) << command;
    EXPECT_THAT(completed({command, "--"}), UnorderedElementsAreArray(options)) << command;
  }
}

TEST_F(CompletionTest, OffersValuesThatTheProgramTakes) {
  for (const Arguments& option : std::vector<Arguments>{{"search", "--sort"},
                                                        {"search", "--section"},
                                                        {"search", "--format"},
                                                        {"suggest", "--format"},
                                                        {"glossary", "--format"},
                                                        {"trends", "--format"},
                                                        {"top", "--format"},
                                                        {"stats", "--format"},
                                                        {"export", "--format"},
                                                        {"trends", "--by"},
                                                        {"top", "--by"},
                                                        {"stats", "--color"},
                                                        {"stats", "--hyperlinks"},
                                                        {"stats", "--pager"}}) {
    const Arguments values = completed({option[0], option[1], ""});
    EXPECT_GE(values.size(), 2) << option[1];
    for (const std::string& value : values) {
      Arguments arguments = {option[0], option[1], value};
      const bool needs_words =
          option[0] == "search" || option[0] == "suggest" || option[0] == "glossary";
      if (needs_words) arguments.push_back("LLM");
      EXPECT_NE(papersearch(arguments).status, 2) << option[1] << " " << value;
    }
  }
  EXPECT_THAT(completed({"--sort", "=", "vo"}), ElementsAre("votes"));
}

TEST_F(CompletionTest, OffersAuthorsIdsFieldsAndWordsOfTheIndex) {
  EXPECT_THAT(completed({"search", "--author", "Jo"}), Contains("Jo\\ Baker"));
  EXPECT_THAT(completed({"show", "2504"}), ElementsAre("2504.00001"));
  EXPECT_THAT(completed({"similar", "2411.0"}), ElementsAre("2411.00007"));
  EXPECT_THAT(completed({"tit"}), Contains("title:"));
  EXPECT_THAT(completed({"search", "promp"}), Contains("prompts"));
}

TEST_F(CompletionTest, IsSilentWithoutAnIndex) {
  EXPECT_THAT(completed({"show", "2504"}, "/nonexistent"), IsEmpty());
  EXPECT_THAT(completed({"search", "promp"}, "/nonexistent"), IsEmpty());
  EXPECT_THAT(completed({"search", "--author", "Jo"}, "/nonexistent"), IsEmpty());
}

TEST_F(CompletionTest, FishOffersTheSame) {
  if (::access("/usr/bin/fish", X_OK) != 0) GTEST_SKIP() << "fish is not installed";
  const std::string program = papersearch_program();
  const auto fish = [&](const std::string& line) {
    const TempDir home;
    const ProcessResult result =
        run({"/usr/bin/fish", "-c", "source $argv[1]; complete -C $argv[2]",
             completion_file("papersearch.fish"), line},
            {.environment = {
                 {"PAPERSEARCH_DB", db()},
                 {"HOME", home.path().string()},
                 {"PATH", program.substr(0, program.rfind('/')) + ":/usr/bin:/bin"}}});
    Arguments out;
    for (const std::string& offered : lines_of(result.out))
      out.push_back(offered.substr(0, offered.find('\t')));
    return out;
  };
  EXPECT_THAT(fish("papersearch "), IsSupersetOf(kCommands));
  EXPECT_THAT(fish("papersearch top --by "), UnorderedElementsAre("votes", "authors"));
  EXPECT_THAT(fish("papersearch trends --sv"), Contains("--svg"));
  EXPECT_THAT(fish("papersearch --author Jo"), Contains("Jo Baker"));
}

TEST_F(CompletionTest, ZshReadsItsFile) {
  if (::access("/usr/bin/zsh", X_OK) != 0) GTEST_SKIP() << "zsh is not installed";
  const ProcessResult result = run({"/usr/bin/zsh", "-n", completion_file("_papersearch")});
  EXPECT_EQ(result.status, 0) << result.err;
}

}  // namespace
}  // namespace papersearch::testing
