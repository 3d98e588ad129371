// SPDX-License-Identifier: GPL-2.0-or-later
#include "arguments.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "spelling.h"

namespace papersearch::cli {
namespace {

class Splitter {
 public:
  Splitter(const CLI::App& app, Command command, const std::vector<std::string>& arguments)
      : app_(app), command_(command), arguments_(arguments) {}

  Result<Arguments> split() {
    for (; at_ < arguments_.size(); ++at_) {
      const std::string& argument = arguments_[at_];
      if (argument == "--") {
        out_.verbatim_from = out_.words.size();
        out_.words.insert(out_.words.end(),
                          arguments_.begin() + static_cast<std::ptrdiff_t>(at_) + 1,
                          arguments_.end());
        return std::move(out_);
      }
      if (auto taken = take(argument); !taken) return taken.error();
    }
    out_.verbatim_from = out_.words.size();
    return std::move(out_);
  }

 private:
  Result<void> take(const std::string& argument) {
    if (argument.size() < 2 || argument[0] != '-') {
      out_.words.push_back(argument);
      return {};
    }
    if (argument[1] == '-') return take_long(argument);
    if (const CLI::Option* option = app_.get_option_no_throw(argument.substr(0, 2))) {
      const std::string_view rest = std::string_view(argument).substr(2);
      if (rest.empty()) return take_option(*option, argument, std::nullopt);
      // "-n5" is an option; "-nerf" is a word to leave out.
      if (takes_value(*option) && (rest[0] == '=' || (rest[0] >= '0' && rest[0] <= '9'))) {
        return take_option(*option, argument.substr(0, 2),
                           std::string(rest.substr(rest[0] == '=' ? 1 : 0)));
      }
    }
    return take_excluded_word(argument);
  }

  Result<void> take_long(const std::string& argument) {
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const CLI::Option* option = app_.get_option_no_throw(name);
    if (option == nullptr) return unknown(name);
    if (equals == std::string::npos) return take_option(*option, name, std::nullopt);
    return take_option(*option, name, argument.substr(equals + 1));
  }

  Result<void> take_option(const CLI::Option& option, const std::string& name,
                           std::optional<std::string> value) {
    const std::string long_name = "--" + option.get_lnames().front();
    if (!takes_value(option)) {
      // What the settings switch on can be switched off.
      if (value == "true" || value == "false") {
        out_.options.push_back(long_name + "=" + *value);
        return {};
      }
      if (value) return usage_error(name, "takes no value; write " + long_name + " alone");
      out_.options.push_back(long_name);
      return {};
    }
    if (!value && at_ + 1 < arguments_.size()) value = arguments_[++at_];
    if (!value || value->empty()) {
      return usage_error(
          name, "a value is missing; write " + long_name + " " + option.get_type_name());
    }
    out_.options.push_back(long_name + "=" + *value);
    return {};
  }

  // "-survey" in a query.
  Result<void> take_excluded_word(const std::string& argument) {
    const std::string name = argument.substr(1, argument.find('=') - 1);
    const bool is_long_option = app_.get_option_no_throw("--" + name) != nullptr;
    if (command_ != Command::kSearch) return unknown(argument);
    if (is_long_option) {
      return usage_error(argument, "could be the option --" + name +
                                       " or a word to leave out; write --" + name +
                                       ", or papersearch -- QUERY " + argument);
    }
    out_.words.push_back(argument);
    return {};
  }

  Error unknown(const std::string& name) const {
    const std::string typed =
        name.substr(std::min(name.find_first_not_of('-'), name.size()));
    std::string problem = "no such option; ";
    if (const auto nearest = nearest_name(typed, option_names(app_))) {
      problem += "did you mean --" + *nearest + "?";
    } else if (command_ == Command::kSearch) {
      problem += "to leave out a word write: papersearch -- QUERY -" + typed;
    } else {
      problem += "see: papersearch " + std::string(command_name(command_)) + " --help";
    }
    return usage_error(name, problem);
  }

  static bool takes_value(const CLI::Option& option) {
    return option.get_items_expected_max() > 0;
  }

  const CLI::App& app_;
  Command command_;
  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  Arguments out_;
};

}  // namespace

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> out;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) out.push_back(name);
  }
  return out;
}

Error usage_error(const std::string& place, const std::string& problem) {
  return {ErrorCode::kInvalidArgument, place + ": " + problem};
}

Result<Arguments> split_arguments(const CLI::App& app, Command command,
                                  const std::vector<std::string>& arguments) {
  return Splitter(app, command, arguments).split();
}

}  // namespace papersearch::cli
