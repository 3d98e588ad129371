// SPDX-License-Identifier: GPL-2.0-or-later
#include "rerank.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>

#include "latent_similarity.h"
#include "ranking.h"
#include "schema.h"
#include "value_stream.h"
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

// What the words of one query add to candidates that hold them close together.
class Closeness {
 public:
  Closeness(const IndexParts& index, const std::vector<std::string>& words, double weight)
      : words_(distinct(word_codes(words))),
        sequences_(index.local, kWordsSlot, index.kept) {
    if (words_.size() > 1 && words.size() <= kMaxClosenessWords) weight_ = weight;
  }

  double most(const Candidate& candidate) const { return weight_ * candidate.terms; }

  double of(Candidate& candidate) {
    if (weight_ == 0) return 0;
    candidate.words = sequences_.at(candidate.did);
    sequence_.read(candidate.words);
    std::vector<Places> places;
    for (const WordCode word : words_) places.push_back(sequence_.places(word));
    return weight_ * closest_pair(places) * candidate.terms;
  }

 private:
  std::vector<WordCode> words_;
  double weight_ = 0;
  ValueStream sequences_;
  WordSequence sequence_;
};

// The least score among the best `count`.
double threshold(const std::vector<Candidate*>& candidates, std::size_t count) {
  if (count == 0 || candidates.size() < count) return 0;
  std::vector<double> scores;
  for (const Candidate* candidate : candidates) scores.push_back(candidate->score());
  const auto at = scores.begin() + static_cast<std::ptrdiff_t>(count - 1);
  std::nth_element(scores.begin(), at, scores.end(), std::greater<>());
  return *at;
}

std::optional<std::int64_t> votes_of(const std::string& value) {
  if (value.empty()) return {};
  return static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
}

}  // namespace

void rerank(const IndexParts& index, const std::vector<std::string>& words,
            LatentSimilarity& latent, const SearchOptions& options,
            std::vector<Candidate>& candidates) {
  if (candidates.empty()) return;
  const double largest = candidates.front().terms;
  const std::size_t depth = std::min(candidates.size(), kRerankDepth);
  std::vector<Candidate*> by_did;
  for (std::size_t i = 0; i < depth; ++i) by_did.push_back(&candidates[i]);
  std::sort(by_did.begin(), by_did.end(),
            [](const Candidate* a, const Candidate* b) { return a->did < b->did; });

  ValueStream votes(index.local, kVotesSlot, index.kept);
  for (Candidate* one : by_did) {
    if (options.votes_weight > 0) {
      one->popularity =
          options.votes_weight * largest * popularity(votes_of(votes.at(one->did)));
    }
    if (options.latent_weight > 0) {
      one->latent =
          options.latent_weight * largest * std::max(0.0, latent.similarity(one->did));
    }
  }
  // Words take the most reading.
  Closeness closeness(index, words, options.closeness_weight);
  const double least = threshold(by_did, options.offset + options.limit);
  for (Candidate* one : by_did) {
    if (one->score() + closeness.most(*one) >= least) one->closeness = closeness.of(*one);
  }
  std::stable_sort(
      candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(depth),
      [](const Candidate& a, const Candidate& b) { return a.score() > b.score(); });
}

}  // namespace papersearch
