// SPDX-License-Identifier: GPL-2.0-or-later
// Defaults of options from a file: "limit = 20" for every command that has the option, and
// below "[trends]" for that command alone.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "command_line.h"
#include "papersearch/error.h"

namespace papersearch::cli {

// A default of one option.
struct ConfigValue {
  std::string name;                 // without "--"
  std::vector<std::string> values;  // as they would stand on the command line
  std::string place;                // "FILE:LINE"
};

// Where the file is when no option says: $PAPERSEARCH_CONFIG, else
// $XDG_CONFIG_HOME/papersearch/config.toml, else ~/.config/papersearch/config.toml.
struct ConfigPath {
  std::string path;       // empty: nowhere
  bool is_named = false;  // then it must be there
};
ConfigPath default_config_path();

// The variable of the environment that is set and stands above what the file says of the
// option `name`; null: none.
const char* variable_for(const std::string& name);

// What the file says for `command`; nothing where it is not there and need not be. Every
// line of it is checked, also those for other commands. Fails with kInvalidArgument, the
// message beginning with FILE:LINE.
Result<std::vector<ConfigValue>> read_config(const ConfigPath& path, Command command);

// The options of `app` as lines of such a file, each with the place that its value comes
// from. `app` has parsed the command line's own `options`, "--name=value" each, and the
// `config` beside them.
std::string config_text(const CLI::App& app, const std::vector<std::string>& options,
                        const std::vector<ConfigValue>& config, const CommandLine& line);

}  // namespace papersearch::cli
