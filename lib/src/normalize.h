// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/error.h"

namespace papersearch {

// Text folded so that spellings of the same word meet, with the way back to the original.
struct NormalizedText {
  std::u16string text;
  // For each UTF-16 unit of `text`, the bytes of the original that it came from. Units
  // from one inseparable piece of the original (a composed letter, a ligature) share
  // its whole range.
  std::vector<std::uint32_t> begin;
  std::vector<std::uint32_t> end;

  // The bytes of the original behind the units [from, to); `from` < `to`.
  ByteRange source(std::size_t from, std::size_t to) const {
    return {begin[from], end[to - 1]};
  }
};

// NFKC with case folding (Unicode, NFKC_Casefold), then accents taken off letters other
// than Hangul and Kana: "Ｇyörgy" gives "gyorgy", decomposed 강 gives 강. Bytes that are
// no UTF-8 count as U+FFFD. Linear in the length of `utf8`, whatever it holds.
void normalize(std::string_view utf8, NormalizedText& out);

std::string to_utf8(std::u16string_view text);
std::u16string to_utf16(std::string_view utf8);

}  // namespace papersearch
