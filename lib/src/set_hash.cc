// SPDX-License-Identifier: GPL-2.0-or-later
#include "set_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace papersearch {

void SetHash::add(std::string_view bytes, std::uint64_t times) {
  sum_ += times * XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace papersearch
