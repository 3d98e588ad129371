// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace papersearch {

// How many slips of a typist lie between two words, each a letter left out, added,
// replaced, or swapped with its neighbour (optimal string alignment: no place is touched
// twice). Counts up to `limit`; what is above gives limit + 1. Time grows with the length
// times the limit.
std::size_t edit_distance(std::u16string_view a, std::u16string_view b, std::size_t limit);

}  // namespace papersearch
