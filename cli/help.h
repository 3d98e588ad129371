// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "command_line.h"

namespace papersearch::cli {

// For who typed the program's name alone.
std::string short_help();

// The help of a command, with the options of `app`; where the command was not named,
// of the program.
std::string help_text(const CLI::App& app, Command command, bool names_command);

}  // namespace papersearch::cli
