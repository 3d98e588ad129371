// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_similarity.h"

#include "schema.h"

namespace papersearch {

LatentSimilarity::LatentSimilarity(const Xapian::Database& database, KeptReads* kept)
    : database_(database), directions_(database, kLatentSlot, kept) {
  basis_ = kept != nullptr ? &kept->latent_basis() : &own_.emplace(database);
}

void LatentSimilarity::set_query(const std::vector<WeightedTerm>& terms) {
  std::vector<float> sum(basis_->dimensions());
  for (const WeightedTerm& one : terms) basis_->add_term(one.term, one.weight, sum);
  query_ = Probe(sum);
}

void LatentSimilarity::set_query(Xapian::docid did) {
  query_ = Probe(database_.get_document(did).get_value(kLatentSlot));
}

double LatentSimilarity::similarity(Xapian::docid did) {
  return query_.is_zero() ? 0 : query_.cosine(directions_.at(did));
}

}  // namespace papersearch
