// SPDX-License-Identifier: GPL-2.0-or-later
// Kinds of characters, as the analyzer tells them apart in normalized text.
#pragma once

#include <cstdint>

namespace papersearch {

enum class CharClass : std::uint8_t { kHangul, kLetter, kDigit, kOther };

// Of a character that is neither ASCII nor a Hangul syllable.
CharClass other_char_class(char16_t c);

inline CharClass char_class(char16_t c) {
  if (c < 0x80) {
    if (c >= u'a' && c <= u'z') return CharClass::kLetter;
    return c >= u'0' && c <= u'9' ? CharClass::kDigit : CharClass::kOther;
  }
  return c >= 0xAC00 && c <= 0xD7A3 ? CharClass::kHangul : other_char_class(c);
}

inline bool is_apostrophe(char16_t c) { return c == u'\'' || c == u'\u2019'; }
// What holds the parts of a word together: text-to-speech, text_to_speech.
inline bool is_joiner(char16_t c) {
  return c == u'-' || c == u'_' || c == u'\u2010' || c == u'\u2011';
}
inline bool is_space(char16_t c) {
  return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\u3000';
}

}  // namespace papersearch
