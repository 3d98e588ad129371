// SPDX-License-Identifier: GPL-2.0-or-later
// Queries that only let papers pass; none of them adds weight worth speaking of.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kept_reads.h"
#include "papersearch/error.h"
#include "papersearch/query.h"
#include "query_part.h"
#include "schema.h"
#include "term_query.h"

namespace papersearch {

// First listed between these, both included: "2025", "2025-04" or "2025-04-23"; empty
// is open.
Xapian::Query date_query(std::string_view from, std::string_view to,
                         WordOrder order = WordOrder::kInValue, KeptReads* kept = nullptr);

// "2025-04" as the lowest (`fill` '0') or highest ('9') value of kDateSlot that it covers.
std::string date_bound(std::string_view date, char fill);

// Known votes from `least` to `most`; `most` < 0 is open. Read from `kept` where they are.
Filters votes_filter(std::int64_t least, std::int64_t most, KeptReads* kept = nullptr);

// Papers by an author of this name, or a part of it, whatever the order of its words. With
// an asterisk at the end, papers by those of whose name a word begins so: art*; of several
// words, those whose whole name begins so: yoav art*.
Xapian::Query author_query(std::string_view name, WordOrder order = WordOrder::kInValue);

// All filters of `options` but the sections.
Filters option_filters(const SearchOptions& options, WordOrder order = WordOrder::kInValue,
                       KeptReads* kept = nullptr);

// The fields named by SearchOptions::sections.
std::vector<Field> section_fields(const std::vector<std::string>& names);

// kInvalidArgument when an option is out of its range, the message naming it.
Result<void> check_options(const SearchOptions& options);

}  // namespace papersearch
