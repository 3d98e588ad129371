// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace papersearch {

// The titles of the most voted papers that have `all` title terms (field_term() of
// document_builder.h) and any of `any`, unless there are none; at most `limit`.
std::vector<std::string> voted_titles(const Xapian::Database& database,
                                      const std::vector<std::string>& all,
                                      const std::vector<std::string>& any,
                                      std::size_t limit);

// Some papers with a term in their title, to tell which other terms go with it.
class TitleContext {
 public:
  // The first papers with the title term `term`; none when it is empty.
  TitleContext(const Xapian::Database& database, const std::string& term);

  // How many of them have this one, too.
  std::size_t papers_with(const std::string& term) const;

 private:
  const Xapian::Database& database_;
  std::vector<Xapian::docid> papers_;
};

}  // namespace papersearch
