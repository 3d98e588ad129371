// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace papersearch {

// The date of a paper in four bytes, for what is kept of a million of them. Days sort as
// their dates do: the one of no date first.
class Day {
 public:
  Day() = default;
  // "YYYY-MM-DD", or empty for no date.
  explicit Day(std::string_view date) {
    if (date.size() != 10) return;
    for (const std::string_view part :
         {date.substr(0, 4), date.substr(5, 2), date.substr(8)})
      for (const char digit : part)
        number_ = number_ * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  // Empty for no date.
  std::string date() const {
    if (number_ == 0) return {};
    std::string out = std::to_string(100'000'000 + number_).substr(1);
    return out.insert(6, 1, '-').insert(4, 1, '-');
  }

  friend auto operator<=>(Day, Day) = default;

 private:
  std::uint32_t number_ = 0;
};

}  // namespace papersearch
