// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "analyzer.h"
#include "papersearch/error.h"
#include "query_ast.h"

namespace papersearch {

// Terms that the words of a query may stand for; a search takes time with their square.
inline constexpr std::size_t kMaxQueryTerms = 1024;

// Fails with kQuerySyntax and the bytes of the word that is one too many. What is written
// as one word can be thousands: a/b/c.
Result<void> check_terms(const QueryNode& query, Analyzer& analyzer);

}  // namespace papersearch
