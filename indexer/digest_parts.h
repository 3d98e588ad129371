// SPDX-License-Identifier: GPL-2.0-or-later
// A digest is read in parts, so that nothing in one paper costs another: a comment or a
// block of code that never ends, or what is written to keep a parser busy.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace papersearch {

// Where the part of `text` that begins at `begin` ends: before the next line that is the
// heading of a paper (level 3 with a link) or of a day (level 1 or 2 with a date).
std::size_t end_of_part(std::string_view text, std::size_t begin);

// Why `part` cannot be read in reasonable time and memory; empty when it can.
std::string refusal_of(std::string_view part);

// The first "YYYY-MM-DD" in the text; empty when there is none.
std::string date_in(std::string_view text);

}  // namespace papersearch
