// SPDX-License-Identifier: GPL-2.0-or-later
#include "switches.h"

#include <charconv>
#include <sstream>

namespace papersearch::quality {
namespace {

template <class T>
bool parse_number(const std::string& text, T& out) {
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, out);
  return error == std::errc() && at == end;
}

}  // namespace

const std::vector<Switch>& switches() {
  static const std::vector<Switch> table = {
      {"votes-weight", "Weight of votes, 0 to 1",
       [](SearchOptions& options, const std::string& value) {
         return parse_number(value, options.votes_weight);
       }},
      {"latent-weight", "Weight of nearness in meaning, 0 to 1",
       [](SearchOptions& options, const std::string& value) {
         return parse_number(value, options.latent_weight);
       }},
      {"closeness-weight", "Weight of words that stand side by side, 0 to 1",
       [](SearchOptions& options, const std::string& value) {
         return parse_number(value, options.closeness_weight);
       }},
      {"exact", "1: no other names (the glossary), 0: with them",
       [](SearchOptions& options, const std::string& value) {
         options.exact = value == "1";
         return value == "0" || value == "1";
       }},
      {"section", "Look for the words only in this section; may be repeated",
       [](SearchOptions& options, const std::string& value) {
         options.sections.push_back(value);
         return true;
       }},
      {"snippets", "Snippets of a hit, at most",
       [](SearchOptions& options, const std::string& value) {
         return parse_number(value, options.snippets);
       }},
  };
  return table;
}

Result<SearchOptions> options_from(std::string_view words) {
  SearchOptions out;
  std::istringstream in{std::string(words)};
  for (std::string word; in >> word;) {
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    bool known = false;
    for (const Switch& one : switches()) {
      if (name != one.name || equals == std::string::npos) continue;
      known = true;
      if (!one.set(out, word.substr(equals + 1))) {
        return Error(ErrorCode::kInvalidArgument, "\"" + word + "\": no value for " + name);
      }
    }
    if (!known) {
      return Error(ErrorCode::kInvalidArgument,
                   "\"" + word + "\" is no switch; write NAME=VALUE, see --help");
    }
  }
  return out;
}

}  // namespace papersearch::quality
