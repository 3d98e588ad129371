// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "papersearch/error.h"

namespace papersearch {

// Bytes of a text that are looked at: a digest's section has one or two thousand.
inline constexpr std::size_t kMaxSentencesText = std::size_t{1} << 18;

// Sentences end at a line's end, and at a full stop, exclamation or question mark before a
// space. The index counts them: another cut needs another kAnalyzerVersion.
std::vector<ByteRange> sentences(std::string_view text);

}  // namespace papersearch
