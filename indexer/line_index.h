// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace papersearch {

// Knows the lines of a text, and where it is no valid UTF-8.
class LineIndex {
 public:
  // `text` must outlive the index.
  explicit LineIndex(std::string_view text);

  // The line of a byte, from 1; the last line for an offset behind the end.
  std::size_t line_at(std::size_t offset) const;
  // The bytes of that line, without its end.
  std::string_view line_around(std::size_t offset) const;
  // The line of the first bad byte in [begin, end); 0 when all is valid UTF-8.
  std::size_t invalid_line_in(std::size_t begin, std::size_t end) const;
  const std::vector<std::size_t>& invalid_offsets() const { return invalid_; }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;   // of lines
  std::vector<std::size_t> invalid_;  // bytes that belong to no character
};

}  // namespace papersearch
