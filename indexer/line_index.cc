// SPDX-License-Identifier: GPL-2.0-or-later
#include "line_index.h"

#include <algorithm>

#include "papersearch/text.h"

namespace papersearch {

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    starts_.push_back(at + 1);
  }
  std::size_t bad = 0;
  for (std::size_t from = 0; !is_valid_utf8(text.substr(from), &bad);) {
    invalid_.push_back(from + bad);
    from += bad + 1;
  }
}

std::size_t LineIndex::line_at(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin());
}

std::string_view LineIndex::line_around(std::size_t offset) const {
  const std::size_t line = line_at(offset);
  const std::size_t begin = starts_[line - 1];
  std::size_t end = line < starts_.size() ? starts_[line] - 1 : text_.size();
  if (end > begin && text_[end - 1] == '\r') --end;
  return text_.substr(begin, end - begin);
}

std::size_t LineIndex::invalid_line_in(std::size_t begin, std::size_t end) const {
  const auto at = std::lower_bound(invalid_.begin(), invalid_.end(), begin);
  return at != invalid_.end() && *at < end ? line_at(*at) : 0;
}

}  // namespace papersearch
