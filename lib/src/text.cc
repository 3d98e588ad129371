// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstdlib>

namespace papersearch {
namespace {

// Reads one code point at `i` and moves behind it; negative for a bad byte.
UChar32 next_code_point(std::string_view text, std::int64_t& i) {
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i,
          static_cast<std::int64_t>(text.size()), c);
  return c;
}

// Controls, and what changes the direction of writing (Unicode Standard Annex #9), marks
// directions or hides text. The zero width joiners, format characters too, stay: emoji
// and words of Persian and of Indic languages are written with them.
bool is_unsafe(UChar32 c) {
  if (c == 0x200C || c == 0x200D) return false;
  return u_iscntrl(c) != 0 || u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0 ||
         (c >= 0xE0000 && c < 0xE0080) || c == 0xFEFF;
}

const char* variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

}  // namespace

bool is_valid_utf8(std::string_view text, std::size_t* bad_offset) {
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < length;) {
    const std::int64_t begin = i;
    if (next_code_point(text, i) >= 0) continue;
    if (bad_offset != nullptr) *bad_offset = static_cast<std::size_t>(begin);
    return false;
  }
  return true;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < length;) {
    const std::int64_t begin = i;
    const UChar32 c = next_code_point(text, i);
    if (c < 0) {
      out += "\xEF\xBF\xBD";
    } else if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
      out += ' ';
    } else if (!is_unsafe(c)) {
      out +=
          text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin));
    }
  }
  return out;
}

std::string default_index_path() {
  if (const char* path = variable("PAPERSEARCH_DB")) return path;
  if (const char* data = variable("XDG_DATA_HOME"))
    return std::string(data) + "/papersearch/index";
  if (const char* home = variable("HOME"))
    return std::string(home) + "/.local/share/papersearch/index";
  return {};
}

}  // namespace papersearch
