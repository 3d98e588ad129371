// SPDX-License-Identifier: GPL-2.0-or-later
#include "lexicon.h"

#include <algorithm>

namespace papersearch {
namespace {

const LexiconEntry* find(std::span<const LexiconEntry> entries, std::u16string_view text) {
  const auto text_of = [](const LexiconEntry& entry) {
    return kLexicon.text.substr(entry.offset, entry.length);
  };
  const auto at = std::lower_bound(entries.begin(), entries.end(), text,
                                   [&](const LexiconEntry& entry, std::u16string_view key) {
                                     return text_of(entry) < key;
                                   });
  return at != entries.end() && text_of(*at) == text ? &*at : nullptr;
}

}  // namespace

const LexiconEntry* find_word(std::u16string_view text) {
  if (text.empty() || text.size() > kMaxWordSyllables) return nullptr;
  if (!is_syllable(text[0])) return nullptr;
  const auto syllable = static_cast<std::size_t>(text[0] - kFirstSyllable);
  const std::size_t begin = kLexicon.word_starts[syllable];
  const std::size_t end = kLexicon.word_starts[syllable + 1];
  return find(kLexicon.words.subspan(begin, end - begin), text);
}

const LexiconEntry* find_ending(std::u16string_view text) {
  return text.size() > kMaxEndingSyllables ? nullptr : find(kLexicon.endings, text);
}

}  // namespace papersearch
