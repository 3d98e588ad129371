// SPDX-License-Identifier: GPL-2.0-or-later
#include "jamo.h"

#include <array>
#include <cstddef>

namespace papersearch {
namespace {

constexpr int kVowels = 21;
constexpr int kTails = 28;
constexpr std::size_t npos = std::u16string_view::npos;

// In the order of Unicode's syllables.
constexpr std::u16string_view kLeadLetters = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::array<std::u16string_view, kVowels> kVowelLetters = {
    u"ㅏ",   u"ㅐ",   u"ㅑ",   u"ㅒ",   u"ㅓ",   u"ㅔ",   u"ㅕ",
    u"ㅖ",   u"ㅗ",   u"ㅗㅏ", u"ㅗㅐ", u"ㅗㅣ", u"ㅛ",   u"ㅜ",
    u"ㅜㅓ", u"ㅜㅔ", u"ㅜㅣ", u"ㅠ",   u"ㅡ",   u"ㅡㅣ", u"ㅣ"};
constexpr std::array<std::u16string_view, kTails> kTailLetters = {
    u"",     u"ㄱ",   u"ㄲ",   u"ㄱㅅ", u"ㄴ",   u"ㄴㅈ", u"ㄴㅎ", u"ㄷ", u"ㄹ",   u"ㄹㄱ",
    u"ㄹㅁ", u"ㄹㅂ", u"ㄹㅅ", u"ㄹㅌ", u"ㄹㅍ", u"ㄹㅎ", u"ㅁ",   u"ㅂ", u"ㅂㅅ", u"ㅅ",
    u"ㅆ",   u"ㅇ",   u"ㅈ",   u"ㅊ",   u"ㅋ",   u"ㅌ",   u"ㅍ",   u"ㅎ"};
// U+3131 to U+3163.
constexpr std::array<std::u16string_view, 51> kCompatibilityLetters = {
    u"ㄱ",   u"ㄲ",   u"ㄱㅅ", u"ㄴ",   u"ㄴㅈ", u"ㄴㅎ", u"ㄷ",   u"ㄸ", u"ㄹ",
    u"ㄹㄱ", u"ㄹㅁ", u"ㄹㅂ", u"ㄹㅅ", u"ㄹㅌ", u"ㄹㅍ", u"ㄹㅎ", u"ㅁ", u"ㅂ",
    u"ㅃ",   u"ㅂㅅ", u"ㅅ",   u"ㅆ",   u"ㅇ",   u"ㅈ",   u"ㅉ",   u"ㅊ", u"ㅋ",
    u"ㅌ",   u"ㅍ",   u"ㅎ",   u"ㅏ",   u"ㅐ",   u"ㅑ",   u"ㅒ",   u"ㅓ", u"ㅔ",
    u"ㅕ",   u"ㅖ",   u"ㅗ",   u"ㅗㅏ", u"ㅗㅐ", u"ㅗㅣ", u"ㅛ",   u"ㅜ", u"ㅜㅓ",
    u"ㅜㅔ", u"ㅜㅣ", u"ㅠ",   u"ㅡ",   u"ㅡㅣ", u"ㅣ"};

// The letters of a jamo that stands alone; empty for anything else.
std::u16string_view lone_letters(char16_t c) {
  if (c >= 0x3131 && c <= 0x3163) return kCompatibilityLetters[c - 0x3131];
  if (c >= 0x1100 && c <= 0x1112) return kLeadLetters.substr(c - 0x1100, 1);
  if (c >= 0x1161 && c <= 0x1175) return kVowelLetters[c - 0x1161];
  if (c >= 0x11A8 && c <= 0x11C2) return kTailLetters[c - 0x11A8 + 1];
  return {};
}

// The letters of a syllable, as numbers: 0 to 18, 0 to 20, 0 to 27; `tail` 0 is none.
struct SyllableLetters {
  int lead;
  int vowel;
  int tail;
};

SyllableLetters letters_of(char16_t syllable) {
  const int n = syllable - kFirstSyllable;
  return {n / (kVowels * kTails), n / kTails % kVowels, n % kTails};
}

char16_t syllable_of(SyllableLetters letters) {
  return static_cast<char16_t>(
      kFirstSyllable + (letters.lead * kVowels + letters.vowel) * kTails + letters.tail);
}

template <std::size_t N>
int index_of(const std::array<std::u16string_view, N>& table, std::u16string_view letters) {
  for (std::size_t i = 0; i < N; ++i) {
    if (table[i] == letters) return static_cast<int>(i);
  }
  return -1;
}

int lead_index(char16_t letter) {
  const std::size_t at = kLeadLetters.find(letter);
  return at == npos ? -1 : static_cast<int>(at);
}

bool is_vowel(std::u16string_view letters, std::size_t i) {
  return i < letters.size() && index_of(kVowelLetters, letters.substr(i, 1)) >= 0;
}

// The longest entry of `table` at `i`, of one or two letters; moves `i` behind it.
template <std::size_t N>
int take(const std::array<std::u16string_view, N>& table, std::u16string_view letters,
         std::size_t& i) {
  for (std::size_t n = 2; n > 0; --n) {
    if (i + n > letters.size()) continue;
    const int index = index_of(table, letters.substr(i, n));
    if (index < 0) continue;
    i += n;
    return index;
  }
  return -1;
}

// The tail at `i`, which leaves the next syllable its lead.
int take_tail(std::u16string_view letters, std::size_t& i) {
  std::size_t end = i;
  int tail = take(kTailLetters, letters, end);
  if (tail > 0 && is_vowel(letters, end)) {
    --end;
    tail = end > i ? index_of(kTailLetters, letters.substr(i, end - i)) : 0;
  }
  if (tail < 0) return 0;
  i = end;
  return tail;
}

}  // namespace

bool is_lone_jamo(char16_t c) { return !lone_letters(c).empty(); }

std::u16string to_letters(std::u16string_view text) {
  std::u16string out;
  for (const char16_t c : text) {
    if (is_syllable(c)) {
      const SyllableLetters letters = letters_of(c);
      out += kLeadLetters[static_cast<std::size_t>(letters.lead)];
      out += kVowelLetters[static_cast<std::size_t>(letters.vowel)];
      out += kTailLetters[static_cast<std::size_t>(letters.tail)];
    } else if (const std::u16string_view letters = lone_letters(c); !letters.empty()) {
      out += letters;
    } else {
      out += c;
    }
  }
  return out;
}

std::u16string from_letters(std::u16string_view letters) {
  std::u16string out;
  for (std::size_t i = 0; i < letters.size();) {
    const int lead = lead_index(letters[i]);
    if (lead < 0 || !is_vowel(letters, i + 1)) {
      out += letters[i++];
      continue;
    }
    ++i;
    const int vowel = take(kVowelLetters, letters, i);
    out += syllable_of({lead, vowel, take_tail(letters, i)});
  }
  return out;
}

std::optional<SyllableRange> completions_of(char16_t c) {
  if (is_syllable(c)) {
    const SyllableLetters letters = letters_of(c);
    if (letters.tail > 0) return SyllableRange{c, c};
    const std::u16string_view typed =
        kVowelLetters[static_cast<std::size_t>(letters.vowel)];
    int last = letters.vowel;
    while (last + 1 < kVowels &&
           kVowelLetters[static_cast<std::size_t>(last + 1)].size() > 1 &&
           kVowelLetters[static_cast<std::size_t>(last + 1)].substr(0, typed.size()) ==
               typed) {
      ++last;
    }
    return SyllableRange{c, syllable_of({letters.lead, last, kTails - 1})};
  }
  const std::u16string_view letters = lone_letters(c);
  const int lead = letters.size() == 1 ? lead_index(letters.front()) : -1;
  if (lead < 0) return std::nullopt;
  return SyllableRange{syllable_of({lead, 0, 0}),
                       syllable_of({lead, kVowels - 1, kTails - 1})};
}

std::optional<MovedTail> move_tail(char16_t syllable) {
  SyllableLetters letters = letters_of(syllable);
  const std::u16string_view tail = kTailLetters[static_cast<std::size_t>(letters.tail)];
  if (tail.empty()) return std::nullopt;
  letters.tail = tail.size() > 1 ? index_of(kTailLetters, tail.substr(0, 1)) : 0;
  return MovedTail{syllable_of(letters), tail.back()};
}

}  // namespace papersearch
