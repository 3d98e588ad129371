// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace papersearch {

// The lengths of all documents of a database, in words, and what they make of a frequency:
// a byte a document, as Lucene keeps them, and a table, in place of a division a posting.
class LengthNorms {
 public:
  explicit LengthNorms(const Xapian::Database& database);

  Xapian::termcount length(Xapian::docid did) const { return lengths_[did]; }

  // What bm25_saturation() gives for the document, or up to a hundredth more.
  float saturation_at_most(Xapian::docid did, Xapian::termcount wdf) const {
    return table_[norms_[did]][wdf < kOften ? wdf : kOften];
  }

 private:
  static constexpr std::size_t kNorms = 256;
  static constexpr std::size_t kOften = 15;  // the last one for all that is more often

  std::vector<Xapian::termcount> lengths_;  // by number; 0: there is none
  std::vector<std::uint8_t> norms_;
  std::array<std::array<float, kOften + 1>, kNorms> table_;
};

}  // namespace papersearch
