// SPDX-License-Identifier: GPL-2.0-or-later
#include "spelling.h"

#include <algorithm>

namespace papersearch::cli {
namespace {

// Longer names are nobody's slip.
constexpr std::size_t kLongestName = 32;

// Letters to change, add, drop or swap with their neighbour (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1,
                                          std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view typed,
                                        const std::vector<std::string>& names) {
  if (typed.empty() || typed.size() > kLongestName) return std::nullopt;
  std::optional<std::string> best;
  std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
  for (const std::string& name : names) {
    const bool begun = typed.size() >= 2 && name.compare(0, typed.size(), typed) == 0;
    const std::size_t slips = begun ? 0 : distance(typed, name);
    if (slips >= least) continue;
    least = slips;
    best = name;
  }
  return best;
}

}  // namespace papersearch::cli
