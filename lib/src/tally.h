// SPDX-License-Identifier: GPL-2.0-or-later
// Counts of one open database, as Searcher gives them. Throws Xapian::Error.
#pragma once

#include <xapian.h>

#include <vector>

#include "analyzer.h"
#include "glossary.h"
#include "papersearch/query.h"
#include "papersearch/tally.h"
#include "query_ast.h"

namespace papersearch {

// Of `query`; Trend::query is left empty.
Trend trend(const Xapian::Database& database, Analyzer& analyzer, const Glossary& glossary,
            const QueryNode& query, const SearchOptions& options);

std::vector<AuthorTally> top_authors(const Xapian::Database& database, Analyzer& analyzer,
                                     const Glossary& glossary, const QueryNode& query,
                                     const SearchOptions& options);

}  // namespace papersearch
