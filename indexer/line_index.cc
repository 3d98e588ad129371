// SPDX-License-Identifier: GPL-2.0-or-later
#include "line_index.h"

#include <algorithm>

namespace papersearch {
namespace {

constexpr std::size_t kBlock = 512;

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text) {
  std::size_t ends = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kBlock == 0) ends_before_block_.push_back(ends);
    if (ends_at(i)) ++ends;
  }
}

bool LineIndex::ends_at(std::size_t offset) const {
  const char c = text_[offset];
  if (c != '\r') return c == '\n';
  return offset + 1 == text_.size() || text_[offset + 1] != '\n';
}

std::size_t LineIndex::line_at(std::size_t offset) const {
  if (text_.empty()) return 1;
  // The end of the text belongs to its last line, also where that is whole.
  offset = std::min(offset, text_.size() - 1);
  std::size_t line = 1 + ends_before_block_[offset / kBlock];
  for (std::size_t i = offset / kBlock * kBlock; i < offset; ++i) {
    if (ends_at(i)) ++line;
  }
  return line;
}

std::string_view LineIndex::line_around(std::size_t offset) const {
  if (text_.empty()) return text_;
  std::size_t begin = std::min(offset, text_.size() - 1);
  while (begin > 0 && !ends_at(begin - 1)) --begin;
  const std::string_view line = text_.substr(begin);
  return line.substr(0, line.find_first_of("\r\n"));
}

}  // namespace papersearch
