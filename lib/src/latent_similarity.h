// SPDX-License-Identifier: GPL-2.0-or-later
// How near papers are to a query in the latent space.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "latent_basis.h"
#include "latent_vector.h"
#include "value_stream.h"

namespace papersearch {

struct WeightedTerm {
  std::string term;
  double weight = 1;
};

// Compares one query with many papers. Not for use by several threads.
class LatentSimilarity {
 public:
  // Both must outlive it.
  explicit LatentSimilarity(const Xapian::Database& database, KeptReads* kept = nullptr);

  // False when the index has no latent space: all similarities are 0.
  bool available() const { return basis_->dimensions() > 0; }

  // Asks for papers about these terms, each with its weight; those that the space does not
  // know count nothing.
  void set_query(const std::vector<WeightedTerm>& terms);

  // Asks for papers like this one.
  void set_query(Xapian::docid did);

  // The cosine of the angle between the query and the paper, -1 to 1; 0 when the space
  // knows nothing of one of them. Cheapest with papers in the order of their numbers.
  double similarity(Xapian::docid did);

 private:
  const Xapian::Database& database_;
  std::optional<LatentBasis> own_;  // where none is kept
  LatentBasis* basis_;
  Probe query_;
  ValueStream directions_;
};

}  // namespace papersearch
