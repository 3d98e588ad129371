// SPDX-License-Identifier: GPL-2.0-or-later
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "papersearch/index_writer.h"

namespace papersearch {

std::string content_hash(std::string_view content) {
  constexpr char kDigits[] = "0123456789abcdef";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(content.data(), content.size()));
  std::string out;
  for (const unsigned char byte : canonical.digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 0xF];
  }
  return out;
}

}  // namespace papersearch
