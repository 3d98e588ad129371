// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_basis.h"

#include <cmath>
#include <sstream>

#include "latent_space.h"
#include "latent_vector.h"
#include "schema.h"

namespace papersearch {
namespace {

constexpr unsigned kVersion = 1;

std::string vector_key(std::string_view term) {
  return std::string(kLatentVectorKey) + std::string(term);
}

}  // namespace

bool is_latent_word(std::string_view term) {
  return !term.empty() && (term[0] < 'A' || term[0] > 'Z');
}

double latent_frequency(Xapian::termcount wdf) { return 1 + std::log(wdf); }

LatentBasis::LatentBasis(const Xapian::Database& database) : database_(database) {
  std::istringstream in(database.get_metadata(std::string(kLatentKey)));
  unsigned version = 0;
  std::size_t dimensions = 0;
  in >> version >> dimensions >> papers_;
  if (in && version == kVersion && dimensions <= kMaxLatentDimensions)
    dimensions_ = dimensions;
}

void LatentBasis::add_term(const std::string& term, double weight, std::span<float> sum) {
  const auto [at, is_new] = vectors_.try_emplace(term);
  if (is_new) at->second = database_.get_metadata(vector_key(term));
  add_vector(at->second, static_cast<float>(weight), sum);
}

std::string LatentBasis::direction_of(Xapian::TermIterator terms,
                                      const Xapian::TermIterator& end) {
  std::vector<float> sum(dimensions_);
  for (; terms != end; ++terms) {
    const std::string term = *terms;
    if (!is_latent_word(term) || terms.get_wdf() == 0) continue;
    add_term(term, latent_frequency(terms.get_wdf()), sum);
  }
  return encode_direction(sum);
}

void store_latent_basis(Xapian::WritableDatabase& database, const LatentSpace& space,
                        const std::vector<std::string>& terms,
                        const std::vector<float>& weights, std::size_t papers) {
  std::vector<std::string> old;
  const std::string prefix(kLatentVectorKey);
  for (auto it = database.metadata_keys_begin(prefix);
       it != database.metadata_keys_end(prefix); ++it) {
    old.push_back(*it);
  }
  for (const std::string& key : old) database.set_metadata(key, "");

  std::vector<float> vector(space.dimensions);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (std::size_t d = 0; d < space.dimensions; ++d) {
      vector[d] = weights[i] * space.coordinates[i * space.dimensions + d];
    }
    database.set_metadata(vector_key(terms[i]), encode_vector(vector));
  }
  std::ostringstream out;
  out << kVersion << ' ' << space.dimensions << ' ' << papers;
  database.set_metadata(std::string(kLatentKey), space.dimensions == 0 ? "" : out.str());
}

}  // namespace papersearch
