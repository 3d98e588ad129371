// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>

#include "index_plan.h"

namespace papersearch {

// Writes what the index says of itself: versions, counts, the time.
void write_facts(Xapian::WritableDatabase& database, const IndexPlan& plan,
                 std::size_t sections, bool latent);

}  // namespace papersearch
