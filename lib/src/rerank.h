// SPDX-License-Identifier: GPL-2.0-or-later
// A second look at the best hits of a match, with what an inverted index cannot weigh
// term by term: their votes, how close together the query's words stand, and how near in
// meaning the papers are to the query.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "index_parts.h"
#include "papersearch/query.h"

namespace papersearch {

class LatentSimilarity;

// One of the best hits, before its place is final.
struct Candidate {
  Xapian::docid did = 0;
  double terms = 0;       // what its terms weigh, BM25
  double closeness = 0;   // what words that stand close together add
  double latent = 0;      // what a meaning near the query's adds
  double popularity = 0;  // what the votes add
  std::string words;      // what kWordsSlot has, where it was read

  double relevance() const { return terms + closeness + latent; }
  double score() const { return relevance() + popularity; }
};

// Puts the first kRerankDepth of `candidates`, which come best first by their terms, in the
// order of their scores. Each gets, in shares of the largest weight of terms, its
// popularity times options.votes_weight and its similarity times options.latent_weight; and
// for its closest pair of different `words` a share of its own weight of terms: all of
// options.closeness_weight when they stand side by side, half of it with one word between
// them. Long queries describe a paper rather than name a thing; closeness is no matter of
// theirs. Right are the places, and the scores, of the first options.offset +
// options.limit: what could not get among these is not looked at in full.
void rerank(const IndexParts& index, const std::vector<std::string>& words,
            LatentSimilarity& latent, const SearchOptions& options,
            std::vector<Candidate>& candidates);

}  // namespace papersearch
