// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a program as a user would, for black-box tests.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace papersearch::testing {

struct ProcessResult {
  int status = -1;  // exit status, or 128 + the signal that ended it
  std::string out;
  std::string err;
};

struct ProcessOptions {
  std::string input = {};                               // standard input
  std::map<std::string, std::string> environment = {};  // added to a small fixed one
  std::optional<std::string> stdout_file = {};  // e.g. /dev/full, in place of a pipe
  // Standard output is a pipe that nobody reads any more.
  bool stdout_is_broken_pipe = false;
  // The program starts without a standard output.
  bool stdout_is_closed = false;
  // Standard output and error are one pseudo-terminal of so many columns; both go to
  // ProcessResult::out. 0: a terminal that does not know its size.
  std::optional<int> terminal_columns = {};
  // A program that is at work for longer is killed.
  std::chrono::seconds time_limit = std::chrono::seconds(60);
};

// argv[0] is the program's path. The environment holds PATH, HOME (a folder that does
// not exist), LANG=C.UTF-8, PAGER=cat, TERM and what sanitizers need, nothing else.
ProcessResult run(const std::vector<std::string>& argv, const ProcessOptions& options = {});

// Paths of the built programs.
std::string papersearch_program();
std::string papersearch_index_program();
// The top of the source tree, and the folder with the real archive, which may not be
// there.
std::string source_dir();
std::optional<std::string> archive_dir();

}  // namespace papersearch::testing
