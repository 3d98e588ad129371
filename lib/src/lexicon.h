// SPDX-License-Identifier: GPL-2.0-or-later
// The Korean words and endings that papers use, learned from an archive by the tool
// papersearch-lexicon and compiled into the library from data/lexicon_ko.tsv.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "jamo.h"

namespace papersearch {

// One row of the table. Costs are negative natural logarithms of probabilities.
struct LexiconEntry {
  std::uint32_t offset;  // of the word in the table's text, in UTF-16 units
  std::uint8_t length;   // in syllables
  // Bit i is set where the word, being a compound, is cut after its syllable i + 1;
  // 0 for a word that is not made of others.
  std::uint8_t cuts;
  float cost;
};

// The compiled table: entries sorted by text.
struct LexiconTable {
  std::u16string_view text;
  std::span<const LexiconEntry> words;
  std::span<const LexiconEntry> endings;
  // For each syllable the first of the words that begin with it or a later one.
  std::span<const std::uint16_t, kSyllables + 1> word_starts;
};
extern const LexiconTable kLexicon;

inline constexpr std::size_t kMaxWordSyllables = 8;
inline constexpr std::size_t kMaxEndingSyllables = 6;

// The entry for exactly this text, or nullptr.
const LexiconEntry* find_word(std::u16string_view text);
const LexiconEntry* find_ending(std::u16string_view text);

}  // namespace papersearch
