// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexed_names.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace papersearch {
namespace {

// Whether a term may end before `next`: at a space, or between two Korean syllables.
bool may_end_before(char next) {
  return next == ' ' || static_cast<unsigned char>(next) >= 0xC0;
}

}  // namespace

IndexedNames::IndexedNames() {
  for (const GlossaryTable::Key& name : kReviewedGlossary.keys) {
    const std::string_view key = kReviewedGlossary.view(name.text);
    for (std::size_t end = 1; end <= key.size(); ++end) {
      if (end == key.size() || may_end_before(key[end]))
        beginnings_.set(place_of(key.substr(0, end)));
    }
  }
}

std::size_t IndexedNames::place_of(std::string_view key) {
  return XXH3_64bits(key.data(), key.size()) % kPlaces;
}

}  // namespace papersearch
