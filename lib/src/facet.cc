// SPDX-License-Identifier: GPL-2.0-or-later
#include "facet.h"

#include <algorithm>

#include "document_builder.h"
#include "schema.h"

namespace papersearch {

void FacetSpy::operator()(const Xapian::Document& document, double) {
  const std::string date = document.get_value(kDateSlot);
  if (date.size() == 8) ++months_[date.substr(0, 4) + "-" + date.substr(4, 2)];
  std::vector<std::string> authors = decode_authors(document.get_value(kAuthorsSlot));
  std::sort(authors.begin(), authors.end());
  authors.erase(std::unique(authors.begin(), authors.end()), authors.end());
  for (std::string& author : authors) ++authors_[std::move(author)];
}

std::vector<FacetCount> FacetSpy::months(std::size_t limit) const {
  std::vector<FacetCount> out = most_frequent(months_, limit);
  std::sort(out.begin(), out.end(),
            [](const FacetCount& a, const FacetCount& b) { return a.value > b.value; });
  return out;
}

std::vector<FacetCount> FacetSpy::authors(std::size_t limit) const {
  return most_frequent(authors_, limit);
}

std::vector<FacetCount> most_frequent(
    const std::unordered_map<std::string, std::size_t>& counts, std::size_t limit) {
  std::vector<FacetCount> out;
  out.reserve(counts.size());
  for (const auto& [value, count] : counts) out.push_back({value, count});
  const auto before = [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  };
  limit = std::min(limit, out.size());
  std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(limit),
                    out.end(), before);
  out.resize(limit);
  return out;
}

}  // namespace papersearch
