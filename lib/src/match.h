// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a query: relevance, votes, order, the total.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "index_parts.h"
#include "latent_similarity.h"
#include "papersearch/query.h"
#include "query_builder.h"
#include "rerank.h"

namespace papersearch {

struct Matched {
  std::vector<Candidate> papers;
  std::size_t total = 0;
  bool total_is_exact = true;
};

// The papers from options.offset on, at most options.limit, by options.sort. Without
// words nothing is scored and the newest come first. `latent` knows the query where
// nearness in meaning is to count. `spy`, if any, sees every match.
Matched match(const IndexParts& index, const BuiltQuery& built, LatentSimilarity& latent,
              const SearchOptions& options, Xapian::MatchSpy* spy);

bool has_match(const Xapian::Database& database, const Xapian::Query& query);

// The words that make the paper `did` what it is, to find others like it; empty when it
// has none.
Xapian::Query similarity_query(const IndexParts& index, Xapian::docid did);

}  // namespace papersearch
