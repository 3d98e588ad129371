// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "analyzer.h"
#include "glossary.h"
#include "papersearch/search_result.h"

namespace papersearch {

// As Searcher::suggest() gives them.
std::vector<Suggestion> suggest(const Xapian::Database& database, Analyzer& analyzer,
                                const Glossary& glossary, std::string_view text,
                                std::size_t limit);

}  // namespace papersearch
