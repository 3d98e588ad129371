// SPDX-License-Identifier: GPL-2.0-or-later
#include "section.h"

#include <string>

namespace papersearch {
namespace {

// Lower-case ASCII letters of `name`; everything else is left out, so that apostrophes,
// spaces and asterisks make no difference.
std::string letters(std::string_view name) {
  std::string out;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') out += c;
  }
  return out;
}

}  // namespace

Field section_field(std::string_view name) {
  const std::string key = letters(name);
  for (const FieldInfo& info : kFields) {
    if (!info.section.empty() && key == letters(info.section)) return info.field;
  }
  return Field::kOther;
}

}  // namespace papersearch
