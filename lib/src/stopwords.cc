// SPDX-License-Identifier: GPL-2.0-or-later
#include "stopwords.h"

#include <algorithm>
#include <array>

namespace papersearch {
namespace {

// Sorted by bytes, as the analyzer gives them (stemmed).
constexpr auto kStopwords = std::to_array<std::string_view>({
    "a",     "about", "an",    "and",   "are",   "as",     "at",   "be",    "been",  "but",
    "by",    "can",   "do",    "doe",   "for",   "from",   "has",  "have",  "how",   "i",
    "if",    "in",    "into",  "is",    "it",    "its",    "may",  "more",  "not",   "of",
    "on",    "or",    "our",   "out",   "such",  "than",   "that", "the",   "their", "them",
    "these", "they",  "this",  "those", "to",    "use",    "via",  "was",   "we",    "were",
    "what",  "when",  "where", "whi",   "which", "while",  "who",  "whose", "will",  "with",
    "you",   "your",  "같",    "것",    "경우",  "그",     "대",   "대한",  "대해",  "등",
    "때",    "또",    "또는",  "및",    "수",    "어떻게", "에서", "위",    "위한",  "위해",
    "이",    "있",    "있는",  "통한",  "통해",  "한",
});

}  // namespace

bool is_stopword(std::string_view term) {
  return std::binary_search(kStopwords.begin(), kStopwords.end(), term);
}

}  // namespace papersearch
