// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "snippet.h"

namespace papersearch {

bool Highlighter::matches(const Token& token) const {
  if (token.kind == TokenKind::kBigram) return false;
  if (terms.count(token.term) != 0) return true;
  const std::string& word = token.surface.empty() ? token.term : token.surface;
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](const std::string& prefix) { return word.rfind(prefix, 0) == 0; });
}

std::vector<bool> Highlighter::matches(const std::vector<Token>& tokens) const {
  std::vector<bool> out(tokens.size());
  std::vector<std::size_t> words;  // indexes of the tokens that are words, by position
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    out[i] = matches(tokens[i]);
    if (tokens[i].kind == TokenKind::kWord) words.push_back(i);
  }
  for (const std::vector<std::string>& name : names) {
    const auto stands_at = [&](std::size_t at) {
      for (std::size_t i = 0; i < name.size(); ++i) {
        if (tokens[words[at + i]].term != name[i]) return false;
      }
      return true;
    };
    for (std::size_t at = 0; at + name.size() <= words.size(); ++at) {
      if (!stands_at(at)) continue;
      for (std::size_t i = 0; i < name.size(); ++i) out[words[at + i]] = true;
    }
  }
  return out;
}

}  // namespace papersearch
