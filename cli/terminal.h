// SPDX-License-Identifier: GPL-2.0-or-later
// What is known about the place that output goes to.
#pragma once

#include <cstddef>

namespace papersearch::cli {

enum class ColorMode { kAuto, kAlways, kNever };

struct Terminal {
  bool is_terminal = false;
  bool color = false;
  // The width in columns; 0: lines are as long as they are.
  std::size_t columns = 0;
};

// Of an open file descriptor. Colour by kAuto: on a terminal that is not "dumb", unless
// NO_COLOR is set (no-color.org). The width of a terminal that does not know it is
// COLUMNS, or 80.
Terminal terminal_at(int fd, ColorMode mode);

}  // namespace papersearch::cli
