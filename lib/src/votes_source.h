// SPDX-License-Identifier: GPL-2.0-or-later
// The papers with so many votes, of votes that are kept: Xapian's own range of values reads
// them all.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

namespace papersearch {

// Those with `least` to `most` votes, both included. `votes`, by number of document, must
// outlive it; those below zero are not known, and none of them. For a single database.
Xapian::Query votes_range_query(const std::vector<std::int32_t>& votes, std::int32_t least,
                                std::int32_t most);

}  // namespace papersearch
