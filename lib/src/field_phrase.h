// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "schema.h"

namespace papersearch {

// Matches the papers in which `terms` stand side by side, in order, inside one of
// `fields`. Adds no weight. Looks only at the papers that it is asked about.
//
// Terms of a single field have no positions of their own; those of the whole text tell
// the field by their range (schema.h). Xapian's OP_PHRASE cannot look at that.
class FieldPhraseSource : public Xapian::PostingSource {
 public:
  FieldPhraseSource(std::vector<std::string> terms, std::vector<Field> fields);

  Xapian::doccount get_termfreq_min() const override;
  Xapian::doccount get_termfreq_est() const override;
  Xapian::doccount get_termfreq_max() const override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid did, double min_weight) override;
  bool check(Xapian::docid did, double min_weight) override;
  bool at_end() const override;
  Xapian::docid get_docid() const override;
  FieldPhraseSource* clone() const override;
  void init(const Xapian::Database& database) override;
  std::string get_description() const override;

 private:
  void find_phrase();
  bool holds_phrase(Xapian::docid did) const;

  std::vector<std::string> terms_;
  std::vector<Field> fields_;
  Xapian::Database database_;
  // The papers with the rarest of the terms; the phrase stands in no others.
  std::string rarest_;
  Xapian::doccount most_ = 0;
  Xapian::PostingIterator at_;
  bool started_ = false;
};

}  // namespace papersearch
