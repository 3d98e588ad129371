// SPDX-License-Identifier: GPL-2.0-or-later
// The papers of some days. Numbers of documents follow dates (document_order.h), so that
// two of them say which these are: Xapian's own range of values looks at every paper.
#pragma once

#include <xapian.h>

#include <string>

#include "kept_reads.h"

namespace papersearch {

// Papers with kDateSlot from `first` to `last`, both included. For a single database, of
// which `kept` is, if any; it must outlive the query.
Xapian::Query date_range_query(const std::string& first, const std::string& last,
                               KeptReads* kept = nullptr);

}  // namespace papersearch
