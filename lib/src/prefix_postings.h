// SPDX-License-Identifier: GPL-2.0-or-later
// All words that begin so as one term, which stands as often as they all do.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "posting_list.h"

namespace papersearch {

// What stands for them where a term does (term_postings.h); no term of an index has an
// asterisk.
inline std::string prefix_term(std::string_view beginning) {
  return std::string(beginning) + "*";
}
inline bool is_prefix_term(std::string_view term) {
  return !term.empty() && term.back() == '*';
}

// Of the words of beginning_with() (term_query.h). Beyond 255 times a document scores what
// it does then.
PostingList prefix_postings(const Xapian::Database& database, std::string_view term);

}  // namespace papersearch
