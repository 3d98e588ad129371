// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_similarity.h"

#include "schema.h"

namespace papersearch {

LatentSimilarity::LatentSimilarity(const Xapian::Database& database)
    : database_(database), basis_(database) {}

void LatentSimilarity::set_query(const std::vector<WeightedTerm>& terms) {
  std::vector<float> sum(basis_.dimensions());
  for (const WeightedTerm& one : terms) basis_.add_term(one.term, one.weight, sum);
  query_ = Probe(sum);
}

void LatentSimilarity::set_query(Xapian::docid did) {
  query_ = Probe(database_.get_document(did).get_value(kLatentSlot));
}

double LatentSimilarity::similarity(Xapian::docid did) {
  if (query_.is_zero()) return 0;
  // Forward only; `at_` stands at the first value from `asked_` on.
  if (asked_ == 0 || did < asked_) at_ = database_.valuestream_begin(kLatentSlot);
  asked_ = did;
  const Xapian::ValueIterator end = database_.valuestream_end(kLatentSlot);
  if (at_ != end && at_.get_docid() < did) at_.skip_to(did);
  return at_ == end || at_.get_docid() != did ? 0 : query_.cosine(*at_);
}

}  // namespace papersearch
