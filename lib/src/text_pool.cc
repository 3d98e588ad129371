// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_pool.h"

#include <algorithm>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace papersearch {
namespace {

constexpr std::size_t kFewestPlaces = 1'024;
// Emptying them costs time whenever the pool is cleared.
constexpr std::size_t kMostKept = 1 << 15;

}  // namespace

TextPool::Id TextPool::add(std::string_view text) {
  if (size() * 2 >= places_.size()) grow();
  const std::size_t place = place_of(text);
  if (places_[place] == 0) {
    bytes_ += text;
    ends_.push_back(bytes_.size());
    places_[place] = static_cast<std::uint32_t>(size());
  }
  return places_[place] - 1;
}

void TextPool::clear() {
  bytes_.clear();
  ends_.clear();
  places_.assign(std::min(places_.size(), kMostKept), 0);
}

// Where it stands, or is to stand.
std::size_t TextPool::place_of(std::string_view wanted) const {
  const std::size_t last = places_.size() - 1;
  std::size_t place = XXH3_64bits(wanted.data(), wanted.size()) & last;
  while (places_[place] != 0 && text(places_[place] - 1) != wanted)
    place = (place + 1) & last;
  return place;
}

void TextPool::grow() {
  places_.assign(std::max(kFewestPlaces, places_.size() * 2), 0);
  for (Id id = 0; id < size(); ++id) places_[place_of(text(id))] = id + 1;
}

}  // namespace papersearch
