// SPDX-License-Identifier: GPL-2.0-or-later
// The latent space as an index stores it: in the metadata, one key a term with the term's
// vector, so that a query reads those of its own words only, and one key for the space
// itself. docs/index_format.md tells the bytes.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace papersearch {

struct LatentSpace;

// More would not fit into 300 bytes a paper.
inline constexpr std::size_t kMaxLatentDimensions = 300;

// Whether `term` is a word, as those that the latent space is made of, and has no prefix.
bool is_latent_word(std::string_view term);

// The latent space of one index. Reads a term's vector when it is first asked for and
// keeps it, unless it was just stored and has them all: for a query, or for as many papers
// as there are.
class LatentBasis {
 public:
  // `database` must outlive the basis.
  explicit LatentBasis(const Xapian::Database& database);

  // 0 when the index has no latent space, or one of a later version.
  std::size_t dimensions() const { return dimensions_; }
  // How many papers the index held when the space was learned.
  std::size_t papers() const { return papers_; }

  // Adds `weight` times the term's vector to `sum`, which has as many numbers as there are
  // dimensions; nothing when the space does not know the term.
  void add_term(const std::string& term, double weight, std::span<float> sum);

  // The direction of a paper, for kLatentSlot, from its terms: the same for a paper that
  // the space was learned from and for one that came later. Empty when the space knows
  // none of the terms.
  std::string direction_of(Xapian::TermIterator terms, const Xapian::TermIterator& end);

 private:
  friend LatentBasis store_latent_basis(Xapian::WritableDatabase& database,
                                        const LatentSpace& space,
                                        const std::vector<std::string>& terms,
                                        const std::vector<float>& weights,
                                        std::size_t papers);

  const std::string& vector_of(const std::string& term);

  const Xapian::Database& database_;
  std::size_t dimensions_ = 0;
  std::size_t papers_ = 0;
  std::unordered_map<std::string, std::string> vectors_;
  bool has_all_vectors_ = false;
};

// Stores the space in place of the one before, if any, and gives it. Its columns are
// `terms`, each of which weighs `weights` in a paper that holds it once; `papers` as above.
LatentBasis store_latent_basis(Xapian::WritableDatabase& database, const LatentSpace& space,
                               const std::vector<std::string>& terms,
                               const std::vector<float>& weights, std::size_t papers);

// Whether the stored space is, byte for byte, what store_latent_basis() wrote: glass has no
// checksums.
bool is_latent_basis_sound(const Xapian::Database& database);

// How often a word in a paper counts.
double latent_frequency(Xapian::termcount wdf);

}  // namespace papersearch
