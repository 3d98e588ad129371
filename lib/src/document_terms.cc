// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_terms.h"

#include "schema.h"
#include "utf8_prefix.h"

namespace papersearch {

void DocumentTerms::add(std::string_view prefix, std::string_view text,
                        std::uint32_t frequency) {
  term_ = prefix;
  term_ += utf8_prefix(text, kMaxTermBytes);
  const TextPool::Id id = terms_.add(term_);
  if (id == frequencies_.size()) frequencies_.push_back(0);
  frequencies_[id] += frequency;
}

void DocumentTerms::move_to(Xapian::Document& document) {
  for (TextPool::Id id = 0; id < terms_.size(); ++id) {
    term_ = terms_.text(id);
    document.add_term(term_, frequencies_[id]);
  }
  terms_.clear();
  frequencies_.clear();
}

}  // namespace papersearch
