// SPDX-License-Identifier: GPL-2.0-or-later
// Hangul syllables and the letters (jamo) they are typed with.
//
// A letter is written as its compatibility jamo (U+3131 ㄱ to U+3163 ㅣ), and is what one
// key of the two-set keyboard (두벌식) gives: ㅘ is ㅗ and ㅏ, ㄳ is ㄱ and ㅅ, ㄲ is one
// key.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace papersearch {

inline constexpr char16_t kFirstSyllable = 0xAC00;
inline constexpr char16_t kLastSyllable = 0xD7A3;
inline constexpr std::size_t kSyllables = kLastSyllable - kFirstSyllable + 1;

constexpr bool is_syllable(char16_t c) { return c >= kFirstSyllable && c <= kLastSyllable; }

// A letter that stands alone: a compatibility jamo, or one of those that NFKC makes of
// them (U+1100 to U+11FF).
bool is_lone_jamo(char16_t c);

// The keys: 19 consonants and 14 vowels.
inline constexpr std::u16string_view kJamoKeys =
    u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ";

// `text` with each syllable and lone jamo as its letters; all else stays. 환각 gives
// ㅎㅗㅏㄴㄱㅏㄱ.
std::u16string to_letters(std::u16string_view text);

// The inverse, as an input method puts letters together while they are typed. A letter
// that finds no place stays alone.
std::u16string from_letters(std::u16string_view letters);

// Syllables that follow each other in Unicode, both ends included.
struct SyllableRange {
  char16_t first;
  char16_t last;

  bool contains(char16_t c) const { return c >= first && c <= last; }
  friend bool operator==(const SyllableRange&, const SyllableRange&) = default;
};

// What the letter or syllable `c` can become when more is typed, without what a tail
// allows: all that begin with ㄱ for ㄱ, 호 to 횧 for 호 (ㅗ may become ㅘ), 학 for 학.
// Nothing for any other character, a lone vowel among them.
std::optional<SyllableRange> completions_of(char16_t c);

// A syllable with a tail, typed on the way to another in which the tail, or its last
// consonant, is the lead of what follows: 활 is 화 and ㄹ. Nothing without a tail.
struct MovedTail {
  char16_t syllable;
  char16_t lead;  // a compatibility jamo
};
std::optional<MovedTail> move_tail(char16_t syllable);

}  // namespace papersearch
