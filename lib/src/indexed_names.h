// SPDX-License-Identifier: GPL-2.0-or-later
// The names of several words that are indexed as terms of their own: those of the reviewed
// glossary.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <string_view>
#include <vector>

#include "analyzer.h"
#include "glossary_table.h"

namespace papersearch {

// Distinct ones may be used concurrently; do not share one.
class IndexedNames {
 public:
  IndexedNames();

  // Calls f(key) for every name that stands in `words`, overlapping ones too: what a phrase
  // would find.
  template <class F>
  void find(const std::vector<const Token*>& words, F&& f) {
    for (std::size_t begin = 0; begin + 1 < words.size(); ++begin) {
      if (!may_begin(words[begin]->term)) continue;
      key_.begin(words[begin]->term);
      const std::size_t end = std::min(begin + kMaxNameTerms, words.size());
      for (std::size_t next = begin + 1; next < end; ++next) {
        key_.add(words[next]->term);
        if (!may_begin(key_.text())) break;
        const std::string_view name = kReviewedGlossary.first_from(key_.text());
        if (!name.starts_with(key_.text())) break;
        if (name == key_.text()) f(key_.text());
      }
    }
  }

 private:
  // Whether the terms of a name may begin with those of `key`; surely not most of the time.
  bool may_begin(std::string_view key) const { return beginnings_[place_of(key)]; }

  static constexpr std::size_t kPlaces = 1 << 16;
  static std::size_t place_of(std::string_view key);

  std::bitset<kPlaces> beginnings_;  // a Bloom filter of one hash
  NameKey key_;
};

}  // namespace papersearch
