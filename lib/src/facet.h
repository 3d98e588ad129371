// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "papersearch/search_result.h"

namespace papersearch {

// Counts months and authors over all papers that a match looks at.
class FacetSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override;

  // At most `limit` values each, see Facets.
  std::vector<FacetCount> months(std::size_t limit) const;
  std::vector<FacetCount> authors(std::size_t limit) const;

 private:
  std::unordered_map<std::string, std::size_t> months_;
  std::unordered_map<std::string, std::size_t> authors_;
};

// The `limit` largest of `counts`, largest first, ties by value.
std::vector<FacetCount> most_frequent(
    const std::unordered_map<std::string, std::size_t>& counts, std::size_t limit);

}  // namespace papersearch
