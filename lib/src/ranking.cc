// SPDX-License-Identifier: GPL-2.0-or-later
#include "ranking.h"

#include <cmath>

namespace papersearch {

Xapian::BM25PlusWeight bm25() {
  return {kBm25K1, 0, 1, kBm25B, kBm25MinNormLength, kBm25Floor};
}

TermWeight::TermWeight(double papers, double average, double frequency, double factor)
    : scale_(frequency > 0 ? factor * std::log((papers + 1) / frequency) : 0),
      average_(average) {}

double inverse_document_frequency(double papers, double document_frequency) {
  return std::log(1 + (papers - document_frequency + 0.5) / (document_frequency + 0.5));
}

double popularity(std::optional<std::int64_t> votes) {
  if (!votes) return 0.5;
  const auto v = static_cast<double>(*votes);
  return v / (v + kVotesHalf);
}

}  // namespace papersearch
