// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "papersearch/search_result.h"
#include "word_pattern.h"

namespace papersearch {

// Counts months, authors and sections over all papers that a match looks at: a section
// where one of the patterns gives it, without patterns where it has words.
class FacetSpy : public Xapian::MatchSpy {
 public:
  explicit FacetSpy(std::vector<WordPattern> patterns) : patterns_(std::move(patterns)) {}

  void operator()(const Xapian::Document& document, double weight) override;

  // At most `limit` values each, see Facets.
  std::vector<FacetCount> months(std::size_t limit) const;
  std::vector<FacetCount> authors(std::size_t limit) const;
  std::vector<FacetCount> sections(std::size_t limit) const;

 private:
  void count_sections(const Xapian::Document& document);

  std::vector<WordPattern> patterns_;
  WordSequence sequence_;
  std::array<std::size_t, kFields.size()> sections_{};
  std::unordered_map<std::string, std::size_t> months_;
  std::unordered_map<std::string, std::size_t> authors_;
};

// The `limit` largest of `counts`, largest first, ties by value.
std::vector<FacetCount> most_frequent(
    const std::unordered_map<std::string, std::size_t>& counts, std::size_t limit);

}  // namespace papersearch
