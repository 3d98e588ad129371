// SPDX-License-Identifier: GPL-2.0-or-later
// "Did you mean": words of a query that the index does not know, and what they would be
// without a slip, with the other keyboard, or with the spaces in other places.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

#include "analyzer.h"
#include "glossary.h"
#include "kept_reads.h"
#include "query_ast.h"

namespace papersearch {

struct Correction {
  std::string query;  // the whole text, with its syntax
  // No word of the query as it was stands in the index, so that its hits, if any, come
  // from pieces of words.
  bool nothing_known = false;
};

// A better spelling of `text`, of which parse_query() made `query`; nothing where all its
// words are fine, or none is known that could be meant. Names of authors are looked at only
// when the search `found_nothing`. `kept`, if any, is of `database`.
//
// A query that is fine costs the analysis of its words and a few look-ups; a word that is
// not, some 0.1 ms.
std::optional<Correction> correct_spelling(const Xapian::Database& database,
                                           Analyzer& analyzer, const Glossary& glossary,
                                           std::string_view text, const QueryNode& query,
                                           bool found_nothing, KeptReads* kept = nullptr);

}  // namespace papersearch
