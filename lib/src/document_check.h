// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "document_builder.h"
#include "latent_basis.h"
#include "papersearch/paper.h"
#include "schema.h"
#include "set_hash.h"

namespace papersearch {

// A posting as SetHash takes it.
std::string posting_bytes(const std::string& term, Xapian::docid did,
                          Xapian::termcount wdf);

// What the values of a slot are, over all papers.
struct SlotFacts {
  std::size_t papers = 0;  // that have one
  std::string lowest;
  std::string highest;
};

// Compares what the index has of each paper with what the paper's record gives, and adds
// up what the index must have of all of them.
class DocumentCheck {
 public:
  // Is told what is wrong.
  using Report = std::function<void(const std::string& problem)>;

  // `texts` has the whole records; both databases must outlive the check.
  DocumentCheck(const Xapian::Database& database, DocumentLayout layout,
                const Xapian::Database& texts, Report report);

  // Throws Xapian::Error when the document cannot be read.
  void check(Xapian::docid did);

  // Of the papers that were checked. How many sections a damaged record has is not known.
  bool all_records_sound() const { return all_records_sound_; }
  std::size_t sections() const { return sections_; }
  double total_length() const { return total_length_; }
  Xapian::termcount shortest() const { return shortest_; }
  Xapian::termcount longest() const { return longest_; }
  std::uint64_t postings() const { return postings_.value(); }
  // SetHash of the surface forms of each paper.
  std::uint64_t surface_forms() const { return surface_forms_.value(); }
  const std::array<SlotFacts, kSlots>& slots() const { return slots_; }

 private:
  void check_terms(const std::string& name, Xapian::docid did,
                   const Xapian::Document& expected);
  void check_values(const std::string& name, const Xapian::Document& stored,
                    const Xapian::Document& expected);
  std::string name_of(Xapian::docid did) const;
  void count_terms(Xapian::docid did);
  void count_value(unsigned slot, const std::string& value);

  const Xapian::Database& database_;
  DocumentLayout layout_;
  const Xapian::Database& texts_;
  Report report_;
  RecordReader records_;
  DocumentBuilder builder_;
  LatentBasis basis_;
  bool all_records_sound_ = true;
  std::size_t sections_ = 0;
  double total_length_ = 0;
  Xapian::termcount shortest_ = 0;  // without the empty ones, as Xapian counts
  Xapian::termcount longest_ = 0;
  SetHash postings_;
  SetHash surface_forms_;
  std::array<SlotFacts, kSlots> slots_;
};

}  // namespace papersearch
