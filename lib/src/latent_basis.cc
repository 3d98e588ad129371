// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_basis.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

#include "latent_space.h"
#include "latent_vector.h"
#include "schema.h"
#include "set_hash.h"

namespace papersearch {
namespace {

constexpr unsigned kVersion = 1;

std::string vector_key(std::string_view term) {
  return std::string(kLatentVectorKey) + std::string(term);
}

// The checksum of a space is that of its vectors and of the numbers of kLatentKey in front
// of it. A term without a vector has no key.
void add_vector_to(SetHash& checksum, const std::string& key, const std::string& vector) {
  if (!vector.empty()) checksum.add(key + ' ' + vector);
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
  add_vector(vector_of(term), static_cast<float>(weight), sum);
}

// Empty when the space does not know the term.
const std::string& LatentBasis::vector_of(const std::string& term) {
  static const std::string kNone;
  if (has_all_vectors_) {
    const auto at = vectors_.find(term);
    return at == vectors_.end() ? kNone : at->second;
  }
  constexpr std::size_t kMostKept = 1 << 16;  // a large archive has millions of words
  if (vectors_.size() == kMostKept) vectors_.clear();
  const auto [at, is_new] = vectors_.try_emplace(term);
  if (is_new) at->second = database_.get_metadata(vector_key(term));
  return at->second;
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

LatentBasis store_latent_basis(Xapian::WritableDatabase& database, const LatentSpace& space,
                               const std::vector<std::string>& terms,
                               const std::vector<float>& weights, std::size_t papers) {
  std::vector<std::string> old;
  const std::string prefix(kLatentVectorKey);
  for (auto it = database.metadata_keys_begin(prefix);
       it != database.metadata_keys_end(prefix); ++it) {
    old.push_back(*it);
  }
  for (const std::string& key : old) database.set_metadata(key, "");

  SetHash checksum;
  std::unordered_map<std::string, std::string> vectors;
  std::vector<float> vector(space.dimensions);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (std::size_t d = 0; d < space.dimensions; ++d) {
      vector[d] = weights[i] * space.coordinates[i * space.dimensions + d];
    }
    const std::string key = vector_key(terms[i]);
    std::string encoded = encode_vector(vector);
    database.set_metadata(key, encoded);
    add_vector_to(checksum, key, encoded);
    vectors.emplace(terms[i], std::move(encoded));
  }
  std::ostringstream out;
  out << kVersion << ' ' << space.dimensions << ' ' << papers;
  checksum.add(out.str());
  out << ' ' << checksum.value();
  database.set_metadata(std::string(kLatentKey), space.dimensions == 0 ? "" : out.str());
  LatentBasis basis(database);
  basis.vectors_ = std::move(vectors);
  basis.has_all_vectors_ = true;
  return basis;
}

bool is_latent_basis_sound(const Xapian::Database& database) {
  SetHash checksum;
  bool has_vectors = false;
  const std::string prefix(kLatentVectorKey);
  for (auto it = database.metadata_keys_begin(prefix);
       it != database.metadata_keys_end(prefix); ++it) {
    has_vectors = true;
    add_vector_to(checksum, *it, database.get_metadata(*it));
  }
  const std::string text = database.get_metadata(std::string(kLatentKey));
  if (text.empty()) return !has_vectors;
  const std::size_t end = std::min(text.rfind(' '), text.size());
  checksum.add(text.substr(0, end));
  return LatentBasis(database).dimensions() > 0 &&
         text.substr(end) == " " + std::to_string(checksum.value());
}

}  // namespace papersearch
