// SPDX-License-Identifier: GPL-2.0-or-later
// One search over one open index. Throws Xapian::Error; Searcher turns that into an
// Error, or asks again.
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

// The papers that match `query`, as Searcher::search() gives them.
Result<SearchResult> search(const IndexParts& index, Analyzer& analyzer,
                            const Glossary& glossary, const QueryNode& query,
                            const SearchOptions& options);

// The papers like the one in document `did`, as Searcher::similar() gives them.
Result<SearchResult> similar(const IndexParts& index, Xapian::docid did,
                             const SearchOptions& options);

}  // namespace papersearch
