// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace papersearch {

// Finds the name of a section: bold text at the start of a line with a colon behind it or
// at its end. Is told where emphasis begins and ends while the line is read.
class SectionName {
 public:
  // Emphasis begins, or ends, behind `line`. md4c 0.4.8 tells of ends without a beginning.
  void enter(bool strong, std::string_view line);
  void leave(std::string_view line);
  // The name in `line`, which is taken off; nullopt when there is none.
  std::optional<std::string> take_from(std::string& line) const;
  // A new line begins.
  void clear();

 private:
  std::vector<bool> open_;         // whether each open emphasis began the line
  std::vector<std::size_t> ends_;  // of those that did
  bool strong_ = false;            // one of those is bold
};

}  // namespace papersearch
