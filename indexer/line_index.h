// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace papersearch {

// Knows the lines of a text. A line ends, as in CommonMark, with "\n", "\r\n" or "\r".
class LineIndex {
 public:
  // `text` must outlive the index.
  explicit LineIndex(std::string_view text);

  // The line of a byte, from 1; the last line for an offset behind the end.
  std::size_t line_at(std::size_t offset) const;
  // The bytes of that line, without its end.
  std::string_view line_around(std::size_t offset) const;

 private:
  // True where a line ends with the byte at `offset`.
  bool ends_at(std::size_t offset) const;

  std::string_view text_;
  // Lines that end before each block of the text: a list of all lines would be eight
  // times as large as a text of empty ones.
  std::vector<std::size_t> ends_before_block_;
};

}  // namespace papersearch
