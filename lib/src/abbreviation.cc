// SPDX-License-Identifier: GPL-2.0-or-later
#include "abbreviation.h"

#include <algorithm>
#include <array>
#include <limits>

namespace papersearch {
namespace {

constexpr std::size_t kMaxAbbreviation = 10;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_function_word(std::string_view word) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"a", "an", "and", "by", "for", "from", "in", "of",
                                       "on", "or", "the", "to", "via", "with"});
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

}  // namespace

std::string abbreviation_of(std::string_view text) {
  if (text.size() > 2 && text.back() == 's' && is_upper(text[text.size() - 2])) {
    text.remove_suffix(1);
  }
  if (text.size() < 2 || text.size() > kMaxAbbreviation) return {};
  std::ptrdiff_t capitals = 0;
  for (const char c : text) {
    if (!is_upper(c) && !is_lower(c) && !is_digit(c) && c != '-') return {};
    capitals += is_upper(c) ? 1 : 0;
  }
  return capitals >= 2 ? std::string(text) : std::string();
}

std::optional<std::size_t> abbreviation_cost(std::string_view abbreviation,
                                             const std::vector<std::string>& words) {
  std::string letters;
  for (const char c : abbreviation) {
    if (is_upper(c)) letters += static_cast<char>(c - 'A' + 'a');
    if (is_lower(c) || is_digit(c)) letters += c;
  }
  if (letters.size() < 2 || words.size() < 2 || words[0].empty() ||
      words[0][0] != letters[0]) {
    return {};
  }
  // cost[i]: the least that it costs when the words so far gave the first i letters.
  constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max() / 2;
  std::vector<std::size_t> cost(letters.size() + 1, kNever);
  cost[0] = 0;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::string& word = words[w];
    std::vector<std::size_t> next(cost.size(), kNever);
    for (std::size_t i = 0; i < cost.size(); ++i) {
      if (cost[i] == kNever) continue;
      if (w > 0) next[i] = std::min(next[i], cost[i] + (is_function_word(word) ? 0 : 1));
      // The word's first letter, then any more of it in order.
      if (i == letters.size() || word.empty() || word[0] != letters[i]) continue;
      std::size_t taken = i + 1;
      next[taken] = std::min(next[taken], cost[i]);
      for (std::size_t c = 1; c < word.size() && taken < letters.size(); ++c) {
        if (word[c] != letters[taken]) continue;
        ++taken;
        next[taken] = std::min(next[taken], cost[i] + taken - i - 1);
      }
    }
    cost = std::move(next);
  }
  const std::size_t least = cost[letters.size()];
  return least <= words.size() / 2 ? std::optional(least) : std::nullopt;
}

}  // namespace papersearch
