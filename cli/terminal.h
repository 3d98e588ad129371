// SPDX-License-Identifier: GPL-2.0-or-later
// What is known about the place that output goes to.
#pragma once

#include <cstddef>

namespace papersearch::cli {

enum class ColorMode { kAuto, kAlways, kNever };
enum class HyperlinkMode { kAuto, kAlways, kNever };

struct Terminal {
  bool is_terminal = false;
  bool color = false;
  bool hyperlinks = false;  // by OSC 8
  // The width in columns; 0: lines are as long as they are.
  std::size_t columns = 0;
};

// Of an open file descriptor. Colour by kAuto: on a terminal that is not "dumb", or where
// CLICOLOR_FORCE says so (bixense.com/clicolors), unless NO_COLOR is set (no-color.org).
// Hyperlinks by kAuto: on a terminal with colours other than the Linux console. The width
// of a terminal that does not know it is COLUMNS, or 80.
Terminal terminal_at(int fd, ColorMode color,
                     HyperlinkMode hyperlinks = HyperlinkMode::kNever);

}  // namespace papersearch::cli
