// SPDX-License-Identifier: GPL-2.0-or-later
// A second look at the best hits of a match, with what an inverted index cannot weigh
// term by term: how close together the query's words stand, and how near in meaning the
// papers are to the query.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace papersearch {

class LatentSimilarity;

// One of the best hits, before its place is final.
struct Candidate {
  Xapian::docid did = 0;
  double terms = 0;       // what its terms weigh, BM25
  double closeness = 0;   // what words that stand close together add
  double latent = 0;      // what a meaning near the query's adds
  double popularity = 0;  // what the votes add

  double relevance() const { return terms + closeness + latent; }
  double score() const { return relevance() + popularity; }
};

// Gives each candidate the share of its terms' weight that its closest pair of different
// words earns it: all of `weight` when they stand side by side, half of it with one word
// between them. Long queries describe a paper rather than name a thing; they are left
// alone.
void add_closeness(const Xapian::Database& database, const std::vector<std::string>& words,
                   double weight, std::vector<Candidate>& candidates);

// Gives each candidate `weight` times the largest weight of terms times its similarity.
void add_latent(LatentSimilarity& latent, double weight,
                std::vector<Candidate>& candidates);

}  // namespace papersearch
