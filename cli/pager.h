// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace papersearch::cli {

enum class PagerMode { kAuto, kAlways, kNever };

// Whether there can be one: standard output is a terminal.
bool may_use_pager(PagerMode mode);

// Shows `text` in the pager where there can be one and, by kAuto, `text` is longer than
// the screen, and waits for it. False when there is no pager, or none is
// wanted: then nothing was shown. The pager is $PAPERSEARCH_PAGER, else $PAGER, else less;
// none where the first of them that is set is empty or "cat".
[[nodiscard]] bool show_in_pager(std::string_view text, PagerMode mode);

}  // namespace papersearch::cli
