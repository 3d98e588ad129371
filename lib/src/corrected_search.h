// SPDX-License-Identifier: GPL-2.0-or-later
// A search that forgives slips: what finds nothing as it is, is searched as it was meant.
#pragma once

#include <xapian.h>

#include <string_view>

#include "analyzer.h"
#include "glossary.h"
#include "index_parts.h"
#include "papersearch/error.h"
#include "papersearch/query.h"
#include "papersearch/search_result.h"
#include "query_ast.h"

namespace papersearch {

// As search() of search.h, for the query that parse_query() made of `text`; with
// SearchResult::suggestion and ::corrected.
Result<SearchResult> corrected_search(const IndexParts& index, Analyzer& analyzer,
                                      const Glossary& glossary, std::string_view text,
                                      const QueryNode& query, const SearchOptions& options);

}  // namespace papersearch
