// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace papersearch {

// True when one of the slips that people make all the time turns the letters `meant` into
// those `typed`: a letter left out, struck twice, swapped with the next, taken for one that
// sounds alike, or missed for the key beside it (QWERTY and the two-set keyboard). Both are
// small Latin letters, or keys of Hangul as to_letters() of jamo.h gives them.
bool is_common_slip(std::u16string_view typed, std::u16string_view meant);

}  // namespace papersearch
