// SPDX-License-Identifier: GPL-2.0-or-later
#include "random_text.h"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace papersearch::testing {
namespace {

constexpr auto kPieces = std::to_array<std::string_view>({
    "강화학습",
    "강화 학습을",
    "비지도",
    "대규모언어모델은",
    "뷁",
    "가나다라마바사아자차카타파하",
    "LLM",
    "LLMs의",
    "GPT-4o",
    "Qwen2.5는",
    "text_to_speech",
    "C++",
    "C#",
    "don't",
    "model’s",
    "naïve",
    "György",
    "Łódź",
    "Straße",
    "İstanbul",
    "Nguyễn",
    "СВЯЗЬ",
    "λόγος",
    // Decomposed: e with an acute accent, 강, 한.
    "e\xCC\x81",
    "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xBC",
    "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB",
    // An accent on a Hangul syllable, marks without a letter, an enclosing mark.
    "가\xCC\x81",
    "\xCC\x81\xCC\xA7",
    "x\xE2\x83\x9D",
    "ㄱㄴㅏ",
    "ﾡﾢ",
    "ＧＰＴ－４ｏ",
    "ﬁne",
    "½",
    "x²",
    "Ⅳ",
    "㎏",
    "…",
    "①",
    "机器学习",
    "深い学習",
    "がぎぐ",
    "か\xE3\x82\x99",
    "ไทย",
    "हिन्दी",
    "10,000",
    "3.14",
    "2.5배",
    "1,2,3",
    "7B모델",
    "100%",
    "😀",
    "👩🏽‍🔬",
    "🇰🇷",
    "𝒳",
    "𐐷",
    " ",
    " ",
    " ",
    "\n",
    "\t",
    "-",
    "--",
    "_",
    "'",
    "\"",
    "(",
    ")",
    ".",
    ",",
    "/",
    "·",
    "+",
    "#",
    "\xC2\xA0",
    "\xE2\x80\x8B",
    "\xE2\x80\xAE",
    "\xEF\xBB\xBF",
    "\x01",
    "\x7F",
});
constexpr auto kInvalid = std::to_array<std::string_view>({
    "\xFF",
    "\x80",
    "\xC0\xAF",
    "\xE2\x82",
    "\xF0\x9F\x98",
    "\xED\xA0\x80",
    "\xF4\x90\x80\x80",
    "\xEA\xB0",
});

}  // namespace

std::string random_text(std::mt19937& random, bool with_invalid_bytes) {
  std::string out;
  for (auto n = random() % 41; n > 0; --n) {
    if (with_invalid_bytes && random() % 8 == 0) {
      out += kInvalid[random() % kInvalid.size()];
    } else {
      out += kPieces[random() % kPieces.size()];
    }
  }
  return out;
}

std::set<std::size_t> code_point_boundaries(std::string_view text) {
  std::set<std::size_t> out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < length;) {
    out.insert(static_cast<std::size_t>(i));
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
  }
  out.insert(text.size());
  return out;
}

}  // namespace papersearch::testing
