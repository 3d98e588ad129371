// SPDX-License-Identifier: GPL-2.0-or-later
#include "vocabulary.h"

namespace papersearch {

Xapian::doccount TermVocabulary::frequency(std::string_view word) const {
  return database_.get_termfreq(prefix_ + std::string(word));
}

void TermVocabulary::walk(std::string_view first, std::string_view last,
                          const Visit& visit) const {
  auto it = database_.allterms_begin(prefix_);
  const auto end = database_.allterms_end(prefix_);
  for (it.skip_to(prefix_ + std::string(first)); it != end; ++it) {
    const std::string term = *it;
    const std::string_view word = std::string_view(term).substr(prefix_.size());
    if (is_behind(word, last) || !visit(word, it.get_termfreq())) return;
  }
}

}  // namespace papersearch
