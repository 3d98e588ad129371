// SPDX-License-Identifier: GPL-2.0-or-later
// Latin words as papers write them, folded but not stemmed, with the number of papers that
// hold each: what spelling and completion look at. Nobody searches for them, so that they
// are no terms: their postings would be a third of those of English papers.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text_pool.h"
#include "vocabulary.h"

namespace papersearch {

// Whether a folded word is one of them: three bytes at least, and it begins with a to z.
bool is_surface_form(std::string_view word);

class SurfaceForms : public Vocabulary {
 public:
  // The database must outlive the object.
  explicit SurfaceForms(const Xapian::Database& database) : database_(database) {}

  Xapian::doccount frequency(std::string_view word) const override;
  void walk(std::string_view first, std::string_view last,
            const Visit& visit) const override;

 private:
  const Xapian::Database& database_;
};

// Collects what papers that come and go change. Not for use by several threads.
class SurfaceFormChanges {
 public:
  // `words` are those of one paper, each once; `change` is 1 when it comes, -1 when it
  // goes.
  void add(const TextPool& words, int change);
  // Adds all changes to what `database` has, and begins anew. Throws Xapian::Error.
  void write_to(Xapian::WritableDatabase& database);

 private:
  TextPool words_;
  std::vector<std::int64_t> changes_;
};

// Adds those of databases up that are made one: for Xapian::Compactor, or Database's
// compact(). Throws Xapian::DatabaseCorruptError.
class SurfaceFormMerger : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                         const std::string blocks[]) override;
};

}  // namespace papersearch
