// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "votes_table.h"

namespace papersearch {

// The documents of `range`, whose table must outlive it. For a single database.
Xapian::Query votes_range_query(const VotesRange& range);

}  // namespace papersearch
