// SPDX-License-Identifier: GPL-2.0-or-later
// Texts that are hard on an analyzer.
#pragma once

#include <random>
#include <set>
#include <string>
#include <string_view>

namespace papersearch::testing {

// Up to 40 pieces of Korean (composed, decomposed, compatibility jamo), Latin with and
// without accents, full-width letters, Han, Kana, numbers, marks, emoji, controls and, if
// wanted, bytes that are no UTF-8. The state of `random` alone decides what comes.
std::string random_text(std::mt19937& random, bool with_invalid_bytes);

// Where a code point, or a sequence of bad bytes that counts as one, begins; and the end.
std::set<std::size_t> code_point_boundaries(std::string_view text);

}  // namespace papersearch::testing
