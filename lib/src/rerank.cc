// SPDX-License-Identifier: GPL-2.0-or-later
#include "rerank.h"

#include <algorithm>

#include "latent_similarity.h"
#include "ranking.h"

namespace papersearch {
namespace {

using Positions = std::vector<Xapian::termpos>;

std::vector<std::string> distinct(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// The smallest distance between a position of `a` and one of `b`; 0 when either is empty.
// Fields are thousands of positions apart, so that no pair reaches from one into another.
Xapian::termpos smallest_distance(const Positions& a, const Positions& b) {
  Xapian::termpos best = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const Xapian::termpos distance = *i < *j ? *j - *i : *i - *j;
    if (distance > 0 && (best == 0 || distance < best)) best = distance;
    ++(*i < *j ? i : j);
  }
  return best;
}

double closest_pair(const std::vector<Positions>& words) {
  double best = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = i + 1; j < words.size() && best < 1; ++j) {
      const Xapian::termpos distance = smallest_distance(words[i], words[j]);
      if (distance > 0) best = std::max(best, 1.0 / distance);
    }
  }
  return best;
}

}  // namespace

void add_closeness(const Xapian::Database& database, const std::vector<std::string>& words,
                   double weight, std::vector<Candidate>& candidates) {
  const std::vector<std::string> wanted = distinct(words);
  if (weight == 0 || wanted.size() < 2 || words.size() > kMaxClosenessWords) return;
  for (std::size_t i = 0; i < candidates.size() && i < kClosenessDepth; ++i) {
    std::vector<Positions> positions;
    for (const std::string& word : wanted) {
      positions.emplace_back(database.positionlist_begin(candidates[i].did, word),
                             database.positionlist_end(candidates[i].did, word));
    }
    candidates[i].closeness = weight * closest_pair(positions) * candidates[i].terms;
  }
}

void add_latent(LatentSimilarity& latent, double weight,
                std::vector<Candidate>& candidates) {
  std::vector<Candidate*> best;
  double largest = 0;
  for (std::size_t i = 0; i < candidates.size() && i < kLatentDepth; ++i) {
    best.push_back(&candidates[i]);
    largest = std::max(largest, candidates[i].terms);
  }
  std::sort(best.begin(), best.end(),
            [](const Candidate* a, const Candidate* b) { return a->did < b->did; });
  for (Candidate* candidate : best) {
    candidate->latent = weight * largest * std::max(0.0, latent.similarity(candidate->did));
  }
}

}  // namespace papersearch
