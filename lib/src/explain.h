// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "index_parts.h"
#include "papersearch/search_result.h"
#include "query_builder.h"

namespace papersearch {

// How the relevance of the paper in document `did` came about. Each summand of the query
// is run again for this paper alone, so the figures are Xapian's own. `id` is the paper's.
Explanation explain(const IndexParts& index, const BuiltQuery& built, Xapian::docid did,
                    const std::string& id);

}  // namespace papersearch
