// SPDX-License-Identifier: GPL-2.0-or-later
// The options of each command.
#pragma once

#include <CLI/CLI.hpp>

#include "command_line.h"

namespace papersearch::cli {

// Lets `app` read the options of `out.command` into `out`. A value that makes no sense
// makes app.parse() throw CLI::ValidationError, whose message begins with the option.
void add_options(CLI::App& app, CommandLine& out);

}  // namespace papersearch::cli
