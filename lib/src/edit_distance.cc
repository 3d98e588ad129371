// SPDX-License-Identifier: GPL-2.0-or-later
#include "edit_distance.h"

#include <algorithm>
#include <array>
#include <utility>

namespace papersearch {
namespace {

// Longer words are no slips of each other; the rows stay on the stack.
constexpr std::size_t kMaxLength = 128;
using Row = std::array<std::size_t, kMaxLength + 1>;

}  // namespace

std::size_t edit_distance(std::u16string_view a, std::u16string_view b, std::size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() > b.size()) std::swap(a, b);
  const std::size_t above = limit + 1;
  if (b.size() - a.size() > limit) return above;
  if (a.empty()) return b.size();
  if (b.size() > kMaxLength) return above;

  Row rows[3];
  Row* before = &rows[0];
  Row* last = &rows[1];
  Row* row = &rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) (*last)[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    // Cells further from the diagonal than the limit cannot be on a path within it.
    const std::size_t from = i > limit ? i - limit : 1;
    const std::size_t to = std::min(b.size(), i + limit);
    (*row)[from - 1] = from == 1 ? i : above;
    std::size_t least = above;
    for (std::size_t j = from; j <= to; ++j) {
      std::size_t cost = (*last)[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost = std::min(cost, (*row)[j - 1] + 1);
      if (j < i + limit) cost = std::min(cost, (*last)[j] + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost = std::min(cost, (*before)[j - 2] + 1);
      }
      (*row)[j] = std::min(cost, above);
      least = std::min(least, (*row)[j]);
    }
    if (least > limit) return above;
    Row* const free = before;
    before = last;
    last = row;
    row = free;
  }
  return std::min((*last)[b.size()], above);
}

}  // namespace papersearch
