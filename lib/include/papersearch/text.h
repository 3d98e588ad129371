// SPDX-License-Identifier: GPL-2.0-or-later
// What programs need to handle text and paths from outside safely.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "papersearch/export.h"

namespace papersearch {

// False, with the offset of the first byte that belongs to no character, when `text` is
// no valid UTF-8 (Unicode 15, table 3-7). Safe to call from several threads.
PAPERSEARCH_EXPORT bool is_valid_utf8(std::string_view text,
                                      std::size_t* bad_offset = nullptr);

// `text` made safe for a terminal and for one line of a log: white space and line ends
// become a space each, control characters and those that change the direction of writing
// or are invisible tags are left out, bad bytes become U+FFFD. Safe to call from several
// threads.
PAPERSEARCH_EXPORT std::string printable(std::string_view text);

// Where the index is when nobody says: $PAPERSEARCH_DB, else
// $XDG_DATA_HOME/papersearch/index, else ~/.local/share/papersearch/index; empty when
// none of these variables is set.
PAPERSEARCH_EXPORT std::string default_index_path();

}  // namespace papersearch
