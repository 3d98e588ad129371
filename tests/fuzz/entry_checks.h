// SPDX-License-Identifier: GPL-2.0-or-later
// What the rest of the indexer relies on, whatever a reader was given.
#pragma once

#include <string_view>

#include "source.h"

namespace papersearch::fuzz {

// Also indexes the entries as documents. Ends the process where something does not hold.
void check_content(const Content& content, std::string_view text);

}  // namespace papersearch::fuzz
