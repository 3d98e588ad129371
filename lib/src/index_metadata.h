// SPDX-License-Identifier: GPL-2.0-or-later
// What an index says of itself: versions, counts, the time.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "papersearch/search_result.h"

namespace papersearch {

class IndexPlan;

// `plan` tells of the sources; `sections` are those of all papers.
void write_facts(Xapian::WritableDatabase& database, const IndexPlan& plan,
                 std::size_t sections, bool latent);

// All but the size on disk.
IndexStatistics read_facts(const Xapian::Database& database);

// In decimal; 0 for anything else.
std::uint32_t metadata_number(const Xapian::Database& database, std::string_view key);

}  // namespace papersearch
