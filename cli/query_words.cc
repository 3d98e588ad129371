// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

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
}  // namespace

void restore_quotes(std::vector<std::string>& words, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) restore_quotes(words[i], i == 0);
}

}  // namespace papersearch::cli
