// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_terms.h"

#include <algorithm>

#include "schema.h"
#include "utf8_prefix.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace papersearch {
namespace {

constexpr std::size_t kFewestPlaces = 1'024;
// Emptying them costs time for every document, a single large one is no reason to.
constexpr std::size_t kMostKept = 1 << 15;

}  // namespace

void DocumentTerms::add(std::string_view prefix, std::string_view text,
                        std::uint32_t frequency) {
  if (terms_.size() * 2 >= places_.size()) grow();
  Term term = {0, static_cast<std::uint32_t>(text_.size()), 0, frequency};
  text_ += prefix;
  text_ += utf8_prefix(text, kMaxTermBytes);
  term.length = static_cast<std::uint32_t>(text_.size()) - term.begin;
  term.hash =
      static_cast<std::uint32_t>(XXH3_64bits(text_.data() + term.begin, term.length));
  std::size_t at = term.hash & (places_.size() - 1);
  for (; places_[at] != 0; at = (at + 1) & (places_.size() - 1)) {
    Term& other = terms_[places_[at] - 1];
    if (other.hash != term.hash || view(other) != view(term)) continue;
    other.frequency += frequency;
    text_.resize(term.begin);
    return;
  }
  terms_.push_back(term);
  places_[at] = static_cast<std::uint32_t>(terms_.size());
}

void DocumentTerms::move_to(Xapian::Document& document) {
  for (const Term& term : terms_) {
    term_ = view(term);
    document.add_term(term_, term.frequency);
  }
  terms_.clear();
  text_.clear();
  places_.assign(std::min(places_.size(), kMostKept), 0);
}

void DocumentTerms::grow() {
  places_.assign(std::max(kFewestPlaces, places_.size() * 2), 0);
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    std::size_t at = terms_[i].hash & (places_.size() - 1);
    while (places_[at] != 0) at = (at + 1) & (places_.size() - 1);
    places_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace papersearch
