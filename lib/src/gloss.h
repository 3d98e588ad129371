// SPDX-License-Identifier: GPL-2.0-or-later
// Glosses: what a text says in parentheses about its own terms, in another language or
// in short. 강화 학습(Reinforcement Learning; RL), Reinforcement Learning(강화 학습),
// Large Language Models (LLMs). glossary_learner.h makes a glossary of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer.h"

namespace papersearch {

// Korean terms that are looked at before a parenthesis. The longest names of the archive
// have five: 인간 피드백 통한 강화 학습.
inline constexpr std::size_t kMaxKoreanTerms = 6;

// One gloss: two or three names of one thing.
struct Gloss {
  // Terms of the analyzer, separated by spaces. The thing's name ends where the list ends;
  // where it begins is known only when `korean_is_whole`: "논문 대형 언어 모델".
  std::string korean;
  bool korean_is_whole = false;
  // Words as written but folded, separated by spaces: "large language models".
  std::string english;
  // As written, without the s of a plural: "LLM".
  std::string abbreviation;

  friend auto operator<=>(const Gloss&, const Gloss&) = default;
};

// Adds the glosses of `text`, which the analyzer has turned into `tokens`, to `out`.
void find_glosses(std::string_view text, const std::vector<Token>& tokens,
                  std::vector<Gloss>& out);

// The glosses of one paper as its document keeps them: each once, in order, at most 64.
std::string encode_glosses(std::vector<Gloss> glosses);
std::vector<Gloss> decode_glosses(std::string_view value);

}  // namespace papersearch
