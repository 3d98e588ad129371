// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_words.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <string_view>

#include "spelling.h"

namespace papersearch::cli {
namespace {

// Fields that take several words.
constexpr std::string_view kWordFields[] = {"title",    "new",   "technical", "performance",
                                            "abstract", "other", "author"};

bool has_operator(std::string_view text) {
  for (const std::string_view sign :
       {"(", ")", "\"", "\u201C", "\u201D", " -", " +", " AND ", " OR ", " NOT "}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == ':' && text[i + 1] != ' ') return true;
  }
  return false;
}

void restore_quotes(std::string& word, bool is_first) {
  const std::size_t sign = !word.empty() && (word[0] == '-' || word[0] == '+') ? 1 : 0;
  std::size_t value = sign;
  const std::size_t colon = word.find(':');
  if (colon != std::string::npos) {
    const std::string_view field = std::string_view(word).substr(sign, colon - sign);
    if (std::find(std::begin(kWordFields), std::end(kWordFields), field) !=
        std::end(kWordFields)) {
      value = colon + 1;
    }
  }
  const bool is_marked = value > sign || (word[0] == '-' && !is_first);
  const std::string_view rest = std::string_view(word).substr(value);
  if (!is_marked || rest.find(' ') == std::string_view::npos || rest[0] == ' ' ||
      has_operator(rest)) {
    return;
  }
  word = word.substr(0, value) + '"' + word.substr(value) + '"';
}

// Shorter words before a colon are rather a time, a drive or an answer.
constexpr std::size_t kShortestSlip = 3;
}  // namespace

std::optional<MisspeltField> misspelt_field(const std::vector<std::string>& words) {
  const std::vector<std::string> fields = {"title",       "author",   "new",   "technical",
                                           "performance", "abstract", "other", "id",
                                           "date",        "votes"};
  for (const std::string& argument : words) {
    std::istringstream in(argument);
    for (std::string word; in >> word;) {
      const std::string typed =
          word.substr(std::min(word.find_first_not_of("+-("), word.size()));
      const std::size_t colon = typed.find(':');
      if (colon == std::string::npos || colon < kShortestSlip || colon + 1 == typed.size())
        continue;
      const std::string name = typed.substr(0, colon);
      if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
        continue;
      if (std::find(fields.begin(), fields.end(), name) != fields.end()) continue;
      if (const auto nearest = nearest_name(name, fields))
        return MisspeltField{name, *nearest};
    }
  }
  return std::nullopt;
}

void restore_quotes(std::vector<std::string>& words, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) restore_quotes(words[i], i == 0);
}

}  // namespace papersearch::cli
