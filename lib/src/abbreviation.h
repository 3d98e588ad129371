// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace papersearch {

// "LLM" of "LLMs"; empty when `text` does not look like an abbreviation: up to ten letters
// and digits, two of them capitals.
std::string abbreviation_of(std::string_view text);

// How badly `abbreviation` stands for `words`: 0 when its letters are the first letters of
// all of them, function words aside (RLHF: reinforcement learning from human feedback);
// one more for each word without a letter and for each letter from inside a word (LoRA:
// low rank adaptation). Nothing when it does not: its first letter must begin the first
// word, its letters follow one another in them, and the cost be at most half the words.
// After Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation
// definitions in biomedical text".
std::optional<std::size_t> abbreviation_cost(std::string_view abbreviation,
                                             const std::vector<std::string>& words);

}  // namespace papersearch
