// SPDX-License-Identifier: GPL-2.0-or-later
// What fuzz targets share: how one fails, and what an input is made of.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lib/random_text.h"
#include "papersearch/error.h"
#include "papersearch/text.h"

namespace papersearch::fuzz {

// Ends the process, which libFuzzer reports with the input, where an invariant is broken.
inline void check(bool holds, std::string_view invariant) {
  if (holds) return;
  std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(invariant.size()),
               invariant.data());
  std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The first line of `input`, which then is what stands behind it: options, before a text
// that a person can still read in the seeds.
inline std::string_view take_line(std::string_view& input) {
  const std::size_t end = std::min(input.find('\n'), input.size());
  const std::string_view line = input.substr(0, end);
  input.remove_prefix(std::min(end + 1, input.size()));
  return line;
}

// Byte `i` of the options, below `limit`; 0 where there is none.
inline std::size_t option(std::string_view options, std::size_t i, std::size_t limit) {
  return i < options.size() ? static_cast<unsigned char>(options[i]) % limit : 0;
}

// Ranges of `text` lie inside it, in order and not overlapping, and cut no character.
template <class Ranges>
void check_ranges(std::string_view text, const Ranges& ranges) {
  const auto boundaries = testing::code_point_boundaries(text);
  std::size_t behind = 0;
  for (const ByteRange& range : ranges) {
    check(range.begin < range.end && range.end <= text.size(), "a range outside its text");
    check(range.begin >= behind, "ranges overlap, or stand in no order");
    check(boundaries.count(range.begin) != 0 && boundaries.count(range.end) != 0,
          "a range that cuts a character");
    behind = range.end;
  }
}

}  // namespace papersearch::fuzz
