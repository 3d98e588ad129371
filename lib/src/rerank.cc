// SPDX-License-Identifier: GPL-2.0-or-later
#include "rerank.h"

#include <algorithm>

#include "latent_similarity.h"
#include "ranking.h"
#include "word_sequence.h"

namespace papersearch {
namespace {

using Places = std::vector<std::uint32_t>;

std::vector<WordCode> distinct(std::vector<WordCode> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// The smallest distance between a place of `a` and one of `b`; 0 when either is empty.
// Sections are a thousand places apart, so that no pair reaches from one into another.
std::uint32_t smallest_distance(const Places& a, const Places& b) {
  std::uint32_t best = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const std::uint32_t distance = *i < *j ? *j - *i : *i - *j;
    if (distance > 0 && (best == 0 || distance < best)) best = distance;
    ++(*i < *j ? i : j);
  }
  return best;
}

double closest_pair(const std::vector<Places>& words) {
  double best = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = i + 1; j < words.size() && best < 1; ++j) {
      const std::uint32_t distance = smallest_distance(words[i], words[j]);
      if (distance > 0) best = std::max(best, 1.0 / distance);
    }
  }
  return best;
}

}  // namespace

void add_closeness(const Xapian::Database& database, const std::vector<std::string>& words,
                   double weight, std::vector<Candidate>& candidates) {
  const std::vector<WordCode> wanted = distinct(word_codes(words));
  if (weight == 0 || wanted.size() < 2 || words.size() > kMaxClosenessWords) return;
  WordSequence sequence;
  for (std::size_t i = 0; i < candidates.size() && i < kClosenessDepth; ++i) {
    sequence.read(database.get_document(candidates[i].did).get_value(kWordsSlot));
    std::vector<Places> places;
    for (const WordCode word : wanted) places.push_back(sequence.places(word));
    candidates[i].closeness = weight * closest_pair(places) * candidates[i].terms;
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
