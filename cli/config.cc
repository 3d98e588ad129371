// SPDX-License-Identifier: GPL-2.0-or-later
#include "config.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string_view>

#include "arguments.h"
#include "options.h"
#include "papersearch/text.h"
#include "spelling.h"

namespace papersearch::cli {
namespace {

// No settings are so long; what is longer is another file, or never ends.
constexpr std::size_t kMostBytes = 1 << 20;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The options of one command, for their names and to try values on.
struct Options {
  explicit Options(Command command) {
    line.command = command;
    app.set_help_flag();
    add_options(app, line);
  }
  CommandLine line;
  CLI::App app;
};

std::vector<std::string> names_of(Command command) {
  const Options options(command);
  return option_names(options.app);
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string meant(const std::string& typed, const std::vector<std::string>& names) {
  const auto nearest = nearest_name(typed, names);
  if (nearest) return "did you mean " + *nearest + "?";
  return "see: papersearch --print-config";
}

bool takes_list(const CLI::Option& option) { return option.get_expected_max() > 1; }

std::string argument_of(const std::string& name, const std::string& value) {
  return "--" + name + "=" + value;
}

class Reader {
 public:
  Reader(std::string path, Command command)
      : path_(std::move(path)), command_(command), options_(command) {}

  Result<std::vector<ConfigValue>> read(std::istream& in) {
    for (std::string text; std::getline(in, text);) {
      ++line_;
      const std::string line = CLI::detail::trim_copy(text);
      if (line.empty() || line[0] == '#') continue;
      const Result<void> taken = line[0] == '[' ? begin_section(line) : take(line);
      if (!taken) return taken.error();
    }
    return std::move(out_);
  }

 private:
  Error wrong(const std::string& problem) const { return usage_error(place(), problem); }
  std::string place() const { return path_ + ":" + std::to_string(line_); }

  Result<void> begin_section(const std::string& line) {
    const std::string name = line.substr(1, line.find(']') - 1);
    section_ = command_named(name);
    if (section_) return {};
    return wrong("[" + name + "] is no command; " + meant(name, command_names()));
  }

  Result<void> take(const std::string& line) {
    const std::size_t equals = line.find('=');
    if (equals == std::string::npos) return wrong("this says nothing; write NAME = VALUE");
    // One line at a time, for the reader does not tell where it is.
    std::istringstream in(line);
    const std::vector<CLI::ConfigItem> read = CLI::ConfigTOML().from_config(in);
    const bool ends =
        line.find('[', equals) == std::string::npos || line.find(']') != std::string::npos;
    if (read.size() != 1 || !read[0].parents.empty() || !ends)
      return wrong("this cannot be understood; write NAME = VALUE on one line");
    for (const std::string& value : read[0].inputs) {
      if (value.empty() || value[0] == '"' || value[0] == '\'')
        return wrong(read[0].name + ": a value is missing, or holds a # or a quote");
    }
    return take(read[0].name, read[0].inputs);
  }

  Result<void> take(const std::string& name, const std::vector<std::string>& values) {
    const std::vector<std::string> known = section_ ? names_of(*section_) : all_names();
    if (!contains(known, name)) return wrong(name + " is no option; " + meant(name, known));
    if (section_ && *section_ != command_) return {};
    CLI::Option* option = options_.app.get_option_no_throw("--" + name);
    if (option == nullptr) return {};  // of other commands
    if (values.size() != 1 && !takes_list(*option))
      return wrong(name + ": one value is wanted; put it in quotes");
    try {
      std::vector<std::string> arguments;
      for (const std::string& value : values) arguments.push_back(argument_of(name, value));
      options_.app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
      return wrong(error.what());
    }
    // What is said of the command stands above what is said of all.
    std::erase_if(out_, [&](const ConfigValue& value) { return value.name == name; });
    out_.push_back({name, values, place()});
    return {};
  }

  static std::vector<std::string> all_names() {
    std::vector<std::string> out;
    for (const std::string& command : command_names()) {
      for (const std::string& name : names_of(*command_named(command))) {
        if (!contains(out, name)) out.push_back(name);
      }
    }
    return out;
  }

  std::string path_;
  Command command_;
  Options options_;
  std::optional<Command> section_;
  std::size_t line_ = 0;
  std::vector<ConfigValue> out_;
};

std::string toml(const std::string& value) {
  const bool is_bare = value == "true" || value == "false" ||
                       value.find_first_not_of("0123456789.") == std::string::npos;
  if (is_bare) return value;
  const char quote = value.find('"') == std::string::npos ? '"' : '\'';
  return quote + value + quote;
}

std::string toml(const std::vector<std::string>& values, bool as_list) {
  if (!as_list) return toml(values.back());
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "[" : ", ") + toml(value);
  return out + "]";
}

}  // namespace

const char* variable_for(const std::string& name) {
  const char* variable = name == "db"      ? "PAPERSEARCH_DB"
                         : name == "color" ? "NO_COLOR"
                                           : "";
  return environment(variable).empty() ? nullptr : variable;
}

ConfigPath default_config_path() {
  if (const std::string path = environment("PAPERSEARCH_CONFIG"); !path.empty())
    return {path, true};
  if (const std::string folder = environment("XDG_CONFIG_HOME"); !folder.empty())
    return {folder + "/papersearch/config.toml", false};
  const std::string home = environment("HOME");
  return {home.empty() ? "" : home + "/.config/papersearch/config.toml", false};
}

Result<std::vector<ConfigValue>> read_config(const ConfigPath& path, Command command) {
  if (path.path.empty()) return std::vector<ConfigValue>();
  std::ifstream in(path.path, std::ios::binary);
  if (!in && errno == ENOENT && !path.is_named) return std::vector<ConfigValue>();
  std::string text(kMostBytes + 1, '\0');
  if (in) in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad() || (!in && !in.eof())) {
    return usage_error(path.path, std::string("cannot read: ") + std::strerror(errno) +
                                      "; name another file with --config");
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > kMostBytes)
    return usage_error(path.path,
                       "too large for settings; name another file with --config");
  std::istringstream lines(text);
  return Reader(path.path, command).read(lines);
}

std::string config_text(const CLI::App& app, const std::vector<std::string>& options,
                        const std::vector<ConfigValue>& config, const CommandLine& line) {
  std::string out;
  for (const std::string& name : names_of(line.command)) {
    const CLI::Option& option = *app.get_option_no_throw("--" + name);
    const char* variable = variable_for(name);
    std::string place = variable == nullptr ? "default" : variable;
    std::string value = option.get_default_str();
    const auto in_file = std::find_if(config.begin(), config.end(),
                                      [&](const ConfigValue& v) { return v.name == name; });
    if (in_file != config.end()) place = in_file->place;
    if (std::any_of(options.begin(), options.end(), [&](const std::string& text) {
          return text.substr(0, text.find('=')) == "--" + name;
        }))
      place = "command line";
    if (!option.results().empty()) {
      value = toml(option.results(), takes_list(option));
    } else if (name == "db" && !line.db.empty()) {
      value = toml(line.db);
    } else if (!value.empty()) {
      value = toml(value);
    } else if (option.get_items_expected_max() == 0) {
      value = "false";
    }
    const std::string text =
        value.empty() ? "# " + name + " is not set" : name + " = " + value + "  # " + place;
    out += printable(text) + "\n";
  }
  return out;
}

}  // namespace papersearch::cli
