// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace papersearch {

// Whether Xapian can open the database in `folder` without harm. Of the version file of its
// glass format (iamglass), Xapian 1.4 believes everything: a table that is said to be
// higher than any can be makes it write behind an array, and crash. True where there is no
// such file: Xapian says that itself.
bool is_safe_to_open(const std::string& folder);

}  // namespace papersearch
