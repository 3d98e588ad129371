// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace papersearch {

struct AuthorCompletion {
  std::string name;  // as the papers spell it
  Xapian::doccount papers = 0;
};

// Authors whose name holds all of `words` and one that begins with `prefix`, all folded, in
// any order: at most `limit`, those with the most papers first, ties by name. Of frequent
// family names typed first only some of their bearers.
std::vector<AuthorCompletion> complete_author(const Xapian::Database& database,
                                              const std::vector<std::string>& words,
                                              const std::string& prefix, std::size_t limit);

}  // namespace papersearch
