// SPDX-License-Identifier: GPL-2.0-or-later
#include "char_class.h"

#include <unicode/uchar.h>

namespace papersearch {

CharClass other_char_class(char16_t c) {
  if (u_isdigit(c)) return CharClass::kDigit;
  // Halves of letters beyond the basic plane count as letters.
  return u_isalpha(c) || (c >= 0xD800 && c < 0xE000) || u_charType(c) == U_NON_SPACING_MARK
             ? CharClass::kLetter
             : CharClass::kOther;
}

}  // namespace papersearch
