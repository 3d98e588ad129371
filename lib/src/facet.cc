// SPDX-License-Identifier: GPL-2.0-or-later
#include "facet.h"

#include <algorithm>

#include "document_builder.h"
#include "schema.h"

namespace papersearch {
namespace {

// By the names that people know sections by.
std::string section_name(const FieldInfo& info) {
  if (!info.section.empty()) return std::string(info.section);
  return info.field == Field::kTitle ? "Title" : "Other";
}

}  // namespace

void FacetSpy::operator()(const Xapian::Document& document, double) {
  const std::string date = document.get_value(kDateSlot);
  if (date.size() == 8) ++months_[date.substr(0, 4) + "-" + date.substr(4, 2)];
  std::vector<std::string> authors = decode_authors(document.get_value(kAuthorsSlot));
  std::sort(authors.begin(), authors.end());
  authors.erase(std::unique(authors.begin(), authors.end()), authors.end());
  for (std::string& author : authors) ++authors_[std::move(author)];
  count_sections(document);
}

void FacetSpy::count_sections(const Xapian::Document& document) {
  sequence_.read(document.get_value(kWordsSlot));
  FieldMask fields = patterns_.empty() ? sequence_.fields() : 0;
  for (const WordPattern& pattern : patterns_) fields |= pattern(sequence_);
  for (const FieldInfo& info : kFields) {
    if ((fields & field_bit(info.field)) != 0)
      ++sections_[static_cast<std::size_t>(info.field)];
  }
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

std::vector<FacetCount> FacetSpy::sections(std::size_t limit) const {
  std::unordered_map<std::string, std::size_t> counts;
  for (const FieldInfo& info : kFields) {
    const std::size_t count = sections_[static_cast<std::size_t>(info.field)];
    if (count > 0 && info.field != Field::kAuthor) counts[section_name(info)] = count;
  }
  return most_frequent(counts, limit);
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
