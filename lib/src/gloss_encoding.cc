// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "gloss.h"

namespace papersearch {
namespace {

// Of one paper: bounds what a hostile one costs.
constexpr std::size_t kMaxGlosses = 64;

// Whether it gives two names or three: one alone, of a damaged index, is no gloss.
bool names_enough(const Gloss& gloss) {
  return (gloss.korean.empty() ? 0 : 1) + (gloss.english.empty() ? 0 : 1) +
             (gloss.abbreviation.empty() ? 0 : 1) >=
         2;
}

// Whether these are words with one space between them, as they are when they are encoded.
bool is_words(std::string_view text) {
  return text.empty() || (text.front() != ' ' && text.back() != ' ' &&
                          text.find("  ") == std::string_view::npos);
}

}  // namespace

std::string encode_glosses(std::vector<Gloss> glosses) {
  std::sort(glosses.begin(), glosses.end());
  glosses.erase(std::unique(glosses.begin(), glosses.end()), glosses.end());
  if (glosses.size() > kMaxGlosses) glosses.resize(kMaxGlosses);
  std::string out;
  for (const Gloss& gloss : glosses) {
    out += gloss.korean + (gloss.korean_is_whole ? "=" : "") + '\t' + gloss.english + '\t' +
           gloss.abbreviation + '\n';
  }
  return out;
}

std::vector<Gloss> decode_glosses(std::string_view value) {
  std::vector<Gloss> out;
  while (!value.empty()) {
    const std::size_t end = value.find('\n');
    const std::string_view line = value.substr(0, end);
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (end == std::string_view::npos || second == std::string_view::npos) break;
    Gloss gloss;
    gloss.korean = line.substr(0, first);
    gloss.korean_is_whole = !gloss.korean.empty() && gloss.korean.back() == '=';
    if (gloss.korean_is_whole) gloss.korean.pop_back();
    gloss.english = line.substr(first + 1, second - first - 1);
    gloss.abbreviation = line.substr(second + 1);
    if (names_enough(gloss) && is_words(gloss.korean) && is_words(gloss.english) &&
        is_words(gloss.abbreviation)) {
      out.push_back(std::move(gloss));
    }
    value.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace papersearch
