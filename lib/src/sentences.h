// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "papersearch/error.h"

namespace papersearch {

// Sentences end at a line's end, and at a full stop, exclamation or question mark
// before a space.
std::vector<ByteRange> sentences(std::string_view text);

}  // namespace papersearch
