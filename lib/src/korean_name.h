// SPDX-License-Identifier: GPL-2.0-or-later
// Finds where a Korean name begins, when it is only known where it ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace papersearch {

// What stands before a gloss in one paper: "논문 대형 언어 모델", terms of the analyzer.
struct KoreanContext {
  std::uint32_t paper = 0;
  std::string_view terms;  // separated by spaces
  // The name begins where `terms` begin; else it may begin at any of them, or, when there
  // are kMaxKoreanTerms (gloss.h), before them.
  bool is_whole = false;
};

struct KoreanName {
  std::string terms;
  std::uint32_t support = 0;  // papers that end in it

  friend bool operator==(const KoreanName&, const KoreanName&) = default;
};

// The names of one thing that `contexts` (sorted by paper) end in: each the longest end
// on which enough papers agree. `english_words`: how many words the English name has, 0
// when there is none; a Korean name of fewer terms is likely only its end.
std::vector<KoreanName> korean_names(const std::vector<KoreanContext>& contexts,
                                     std::size_t english_words);

}  // namespace papersearch
