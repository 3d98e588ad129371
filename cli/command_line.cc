// SPDX-License-Identifier: GPL-2.0-or-later
#include "command_line.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

#include "arguments.h"
#include "config.h"
#include "help.h"
#include "options.h"
#include "papersearch/paper.h"
#include "papersearch/text.h"
#include "papersearch/version.h"
#include "query_words.h"

namespace papersearch::cli {
namespace {

struct CommandInfo {
  std::string_view name;
  Command command;
  std::size_t least_words;
  std::size_t most_words;
  const char* place;    // of the words, in messages
  const char* problem;  // with too few or too many of them
};
constexpr std::size_t kNoLimit = static_cast<std::size_t>(-1);
// More could not be told apart.
constexpr std::size_t kMostTrends = 8;
constexpr CommandInfo kCommands[] = {
    {"search", Command::kSearch, 1, kNoLimit, "QUERY",
     "no query; write some words to look for"},
    {"show", Command::kShow, 1, kNoLimit, "ID",
     "no paper; write its arXiv id, such as 2504.16084"},
    {"similar", Command::kSimilar, 1, kNoLimit, "ID",
     "no paper; write its arXiv id, such as 2504.16084"},
    {"suggest", Command::kSuggest, 1, kNoLimit, "TEXT",
     "no text; write the beginning of a query"},
    {"glossary", Command::kGlossary, 1, kNoLimit, "TERM",
     "no term; write one to look up, such as 강화학습"},
    {"trends", Command::kTrends, 0, kMostTrends, "QUERY",
     "too many queries; write at most 8, each as one argument in quotes"},
    {"top", Command::kTop, 0, kNoLimit, "QUERY", ""},
    {"stats", Command::kStats, 0, 0, "stats",
     "takes no words; to look for this one write: papersearch search stats"},
    {"export", Command::kExport, 0, 0, "export",
     "takes no words; to look for this one write: papersearch search export"}};

const CommandInfo& info_of(Command command) {
  return *std::find_if(std::begin(kCommands), std::end(kCommands),
                       [&](const CommandInfo& info) { return info.command == command; });
}

// Filters alone are a query too.
bool has_filter(const SearchOptions& options) {
  return !options.since.empty() || !options.until.empty() || options.min_votes ||
         !options.authors.empty();
}

Result<void> check_words(const CommandLine& line) {
  const CommandInfo& info = info_of(line.command);
  const std::size_t count = line.words.size();
  const bool none_needed = line.command == Command::kSearch && has_filter(line.search);
  if ((count < info.least_words && !none_needed) || count > info.most_words) {
    return usage_error(info.place, info.problem);
  }
  if (line.command != Command::kShow && line.command != Command::kSimilar) return {};
  for (const std::string& id : line.words) {
    if (id != "-" && !parse_paper_id(id)) {
      return usage_error(id, "this is no arXiv id; write one such as 2504.16084");
    }
  }
  return {};
}

// Where a command is to be named: first, or behind options that every command has.
std::size_t command_place(const std::vector<std::string>& arguments) {
  const auto is_one_of = [](const std::string& name,
                            std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  std::size_t at = 0;
  while (at < arguments.size()) {
    const std::string name = arguments[at].substr(0, arguments[at].find('='));
    if (is_one_of(name,
                  {"--db", "--color", "--config", "--format", "--hyperlinks", "--pager"})) {
      at += name.size() < arguments[at].size() ? 1 : 2;
    } else if (is_one_of(name, {"--json", "--no-pager"})) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

Result<void> parse(CLI::App& app, std::vector<std::string> options) {
  try {
    std::reverse(options.begin(), options.end());  // as CLI11 wants them
    app.parse(std::move(options));
  } catch (const CLI::ParseError& error) {
    return Error(ErrorCode::kInvalidArgument, error.what());
  }
  return {};
}

}  // namespace

std::string_view command_name(Command command) { return info_of(command).name; }

std::vector<std::string> command_names() {
  std::vector<std::string> out;
  for (const CommandInfo& info : kCommands) out.emplace_back(info.name);
  return out;
}

std::optional<Command> command_named(std::string_view name) {
  for (const CommandInfo& info : kCommands) {
    if (info.name == name) return info.command;
  }
  return std::nullopt;
}

std::string CommandLine::query() const {
  std::string out;
  for (const std::string& word : words) out += (&word == words.data() ? "" : " ") + word;
  return out;
}

Result<CommandLine> read_command_line(const std::vector<std::string>& arguments) {
  CommandLine line;
  if (arguments.empty()) {
    line.text = short_help();
    return line;
  }
  std::vector<std::string> rest = arguments;
  const std::size_t place = command_place(arguments);
  if (const auto named =
          place < arguments.size() ? command_named(arguments[place]) : std::nullopt) {
    line.command = *named;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(place));
  }
  const bool names_command = rest.size() < arguments.size();

  CLI::App app;
  app.set_help_flag();
  bool help = false;
  bool version_wanted = false;
  bool config_wanted = false;
  add_options(app, line);
  ConfigPath config_path = default_config_path();
  app.add_option_function<std::string>(
         "--config",
         [&](const std::string& path) {
           config_path = {path, true};
         },
         "take defaults of options from FILE ($PAPERSEARCH_CONFIG; "
         "$XDG_CONFIG_HOME/papersearch/config.toml; ~/.config/papersearch/config.toml)")
      ->type_name("FILE")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_flag("--print-config", config_wanted,
               "print the value of each option, and where it comes from");
  app.add_flag("-h,--help", help, "print this help");
  app.add_flag("--version", version_wanted, "print the version");

  Result<Arguments> split = split_arguments(app, line.command, rest);
  if (!split) return split.error();
  if (auto parsed = parse(app, split->options); !parsed) return parsed.error();
  if (help) {
    line.text = help_text(app, line.command, names_command);
    return line;
  }
  if (version_wanted) {
    line.text = std::string("papersearch ") + version() + "\n";
    return line;
  }
  Result<std::vector<ConfigValue>> config = read_config(config_path, line.command);
  if (!config) return config.error();
  std::erase_if(*config, [&](const ConfigValue& value) {
    return app.count("--" + value.name) > 0 || variable_for(value.name) != nullptr ||
           (value.name == "format" && app.count("--json") > 0);
  });
  if (!config->empty()) {
    std::vector<std::string> all;
    for (const ConfigValue& option : *config) {
      for (const std::string& value : option.values)
        all.push_back("--" + option.name + "=" + value);
    }
    all.insert(all.end(), split->options.begin(), split->options.end());
    app.clear();
    if (auto parsed = parse(app, all); !parsed) return parsed.error();
  }
  // What is said in full counts more.
  if (line.json && app.count("--format") == 0) line.format = Format::kJson;
  if (line.db.empty()) line.db = default_index_path();
  if (config_wanted) {
    line.text = config_text(app, split->options, *config, line);
    return line;
  }
  if (line.format != Format::kText) line.pager = PagerMode::kNever;  // for programs
  line.words = std::move(split->words);
  if (auto checked = check_words(line); !checked) return checked.error();
  if (line.command == Command::kTrends || line.command == Command::kTop)
    restore_quotes(line.words, split->verbatim_from);
  if (line.command == Command::kSearch) {
    const std::string verbatim = line.query();
    restore_quotes(line.words, split->verbatim_from);
    if (line.query() != verbatim) line.verbatim_query = verbatim;
  }
  if (line.db.empty())
    return usage_error("--db", "no place for the index; name it with --db DIR");
  return line;
}

}  // namespace papersearch::cli
