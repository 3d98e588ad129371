// SPDX-License-Identifier: GPL-2.0-or-later
#include "length_norms.h"

#include <algorithm>

#include "ranking.h"

namespace papersearch {
namespace {

// Norms that are told apart, from kBm25MinNormLength on: up to 4.5 times the average.
constexpr double kStep = 1.0 / 64;

}  // namespace

LengthNorms::LengthNorms(const Xapian::Database& database)
    : lengths_(std::size_t{database.get_lastdocid()} + 1), norms_(lengths_.size()) {
  const double average = database.get_average_length();
  const Xapian::PostingIterator end = database.postlist_end("");
  for (auto it = database.postlist_begin(""); it != end; ++it) {
    lengths_[*it] = it.get_doclength();
    const double above = bm25_norm(lengths_[*it], average) - kBm25MinNormLength;
    norms_[*it] = static_cast<std::uint8_t>(std::min<double>(above / kStep, kNorms - 1));
  }
  for (std::size_t norm = 0; norm < kNorms; ++norm) {
    const double least = kBm25MinNormLength + static_cast<double>(norm) * kStep;
    for (std::size_t wdf = 0; wdf < kOften; ++wdf)
      table_[norm][wdf] =
          static_cast<float>(bm25_saturation(static_cast<double>(wdf), least));
    table_[norm][kOften] = static_cast<float>(kBm25K1 + 1);
  }
}

}  // namespace papersearch
