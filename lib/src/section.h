// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "schema.h"

namespace papersearch {

// The field that holds the text of a section of this name. The usual names are known
// with any case, straight or curly apostrophe: "What's New" and "WHAT’S NEW" are kNew.
Field section_field(std::string_view name);

}  // namespace papersearch
