// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace papersearch {

// A hash of many byte strings in whatever order they come, equal ones counted each: the
// sum of their hashes (XXH3, 64 bits). Against damage, not against people.
class SetHash {
 public:
  void add(std::string_view bytes, std::uint64_t times = 1);
  std::uint64_t value() const { return sum_; }

 private:
  std::uint64_t sum_ = 0;
};

}  // namespace papersearch
