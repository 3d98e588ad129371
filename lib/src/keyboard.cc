// SPDX-License-Identifier: GPL-2.0-or-later
#include "keyboard.h"

#include <cstddef>

#include "jamo.h"

namespace papersearch {
namespace {

// The letters of the keys a to z, without and with the shift key.
constexpr std::u16string_view kPlain =
    u"ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ";
constexpr std::u16string_view kShifted =
    u"ㅁㅠㅊㅇㄸㄹㅎㅗㅑㅓㅏㅣㅡㅜㅒㅖㅃㄲㄴㅆㅕㅍㅉㅌㅛㅋ";

}  // namespace

std::u16string typed_in_korean(std::string_view latin) {
  std::u16string letters;
  for (const char c : latin) {
    if (c >= 'a' && c <= 'z') {
      letters += kPlain[static_cast<std::size_t>(c - 'a')];
    } else if (c >= 'A' && c <= 'Z') {
      letters += kShifted[static_cast<std::size_t>(c - 'A')];
    } else {
      return {};
    }
  }
  return from_letters(letters);
}

std::string typed_in_english(std::u16string_view hangul) {
  std::string out;
  for (const char16_t letter : to_letters(hangul)) {
    std::size_t key = kPlain.find(letter);
    if (key == std::u16string_view::npos) key = kShifted.find(letter);
    if (key == std::u16string_view::npos) return {};
    out += static_cast<char>('a' + key);
  }
  return out;
}

}  // namespace papersearch
