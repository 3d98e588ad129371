// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "command_line.h"
#include "papersearch/error.h"

namespace papersearch::cli {

struct Arguments {
  std::vector<std::string> options;  // "--name" or "--name=value", for CLI11
  std::vector<std::string> words;    // all others
  std::size_t verbatim_from = 0;     // the first word that stood behind "--"
};

// The long names of the options of `app`, without "--".
std::vector<std::string> option_names(const CLI::App& app);

// Sorts arguments into the options of `app` and other words. CLI11 alone would take the
// "-survey" of a query for six options of one letter; here a word of a query may begin
// with '-' where it is no option. Fails with kInvalidArgument.
Result<Arguments> split_arguments(const CLI::App& app, Command command,
                                  const std::vector<std::string>& arguments);

// What is wrong with the command line, at `place`, and what to do.
Error usage_error(const std::string& place, const std::string& problem);

}  // namespace papersearch::cli
