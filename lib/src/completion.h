// SPDX-License-Identifier: GPL-2.0-or-later
// What a half-typed word may become.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "jamo.h"

namespace papersearch {

struct Completion {
  std::string word;  // as indexed, without prefix
  Xapian::doccount frequency = 0;
};

// A beginning of Hangul words: in which range each of their first syllables lies.
using SyllablePattern = std::vector<SyllableRange>;

// The beginnings that `typed` may be on the way to (syllables, and consonants that have no
// vowel yet): 강ㅎ is 강 and any syllable with ㅎ; 강활 is 강활, or 강화 and a syllable
// with ㄹ; ㄱㅎ is any two syllables with these. Empty when it cannot become a word.
std::vector<SyllablePattern> half_typed(std::u16string_view typed);

// The words of the index that go on from `typed` (folded, not empty), itself left out: at
// most `limit`, the most frequent first, ties by word. Of the forms of an English word only
// the most frequent one; none of those that say nothing, nor of Korean verbs.
std::vector<Completion> complete_word(const Xapian::Database& database,
                                      std::u16string_view typed, std::size_t limit);

}  // namespace papersearch
