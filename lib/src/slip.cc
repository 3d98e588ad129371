// SPDX-License-Identifier: GPL-2.0-or-later
#include "slip.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "keyboard.h"

namespace papersearch {
namespace {

constexpr std::size_t npos = std::u16string_view::npos;

constexpr auto kRows =
    std::to_array<std::string_view>({"qwertyuiop", "asdfghjkl", "zxcvbnm"});

constexpr auto kAlike = std::to_array<std::u16string_view>(
    {u"aeiouy",   u"ckq",  u"szc",    u"dt",     u"bp",     u"mn",     u"vfw",
     u"gj",       u"lr",   u"ㄱㅋㄲ", u"ㄷㅌㄸ", u"ㅂㅍㅃ", u"ㅈㅊㅉ", u"ㅅㅆ",
     u"ㄷㅅㅈㅌ", u"ㄴㄹ", u"ㄴㅁㅇ", u"ㅏㅑ",   u"ㅓㅕ",   u"ㅗㅛ",   u"ㅜㅠ",
     u"ㅐㅔㅒㅖ", u"ㅓㅗ", u"ㅗㅜ",   u"ㅡㅜ",   u"ㅡㅓ"});

// The keys of one row stand half a key to the right of those above.
bool are_neighbours(char a, char b) {
  for (std::size_t row = 0; row < kRows.size(); ++row) {
    const std::size_t i = kRows[row].find(a);
    if (i == std::string_view::npos) continue;
    const std::size_t beside = kRows[row].find(b);
    if (beside != std::string_view::npos) return beside + 1 == i || beside == i + 1;
    const std::size_t above = row > 0 ? kRows[row - 1].find(b) : std::string_view::npos;
    const std::size_t below =
        row + 1 < kRows.size() ? kRows[row + 1].find(b) : std::string_view::npos;
    return above == i || above == i + 1 ||
           (below != std::string_view::npos && (below == i || below + 1 == i));
  }
  return false;
}

char key_of(char16_t letter) {
  if (letter < 0x80) return static_cast<char>(letter);
  const std::string keys = typed_in_english(std::u16string(1, letter));
  return keys.size() == 1 ? keys[0] : '\0';
}

bool are_confused(char16_t a, char16_t b) {
  if (key_of(a) == key_of(b) || are_neighbours(key_of(a), key_of(b))) return true;
  return std::any_of(kAlike.begin(), kAlike.end(), [&](std::u16string_view letters) {
    return letters.find(a) != npos && letters.find(b) != npos;
  });
}

}  // namespace

bool is_common_slip(std::u16string_view typed, std::u16string_view meant) {
  std::size_t begin = 0;
  while (begin < std::min(typed.size(), meant.size()) && typed[begin] == meant[begin])
    ++begin;
  std::size_t same = 0;
  while (same < std::min(typed.size(), meant.size()) - begin &&
         typed[typed.size() - same - 1] == meant[meant.size() - same - 1]) {
    ++same;
  }
  const std::u16string_view wrong = typed.substr(begin, typed.size() - same - begin);
  const std::u16string_view right = meant.substr(begin, meant.size() - same - begin);
  if (wrong.empty()) return right.size() == 1;
  if (wrong.size() == 1 && right.empty()) {
    const bool twice_before = begin > 0 && wrong[0] == typed[begin - 1];
    const bool twice_after = begin + 1 < typed.size() && wrong[0] == typed[begin + 1];
    return twice_before || twice_after;
  }
  if (wrong.size() == 1 && right.size() == 1) return are_confused(wrong[0], right[0]);
  return wrong.size() == 2 && right.size() == 2 && wrong[0] == right[1] &&
         wrong[1] == right[0];
}

}  // namespace papersearch
