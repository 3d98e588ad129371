// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace papersearch::cli {

// The one of `names` that `typed` was probably meant to be: begun so, or a few slips of
// the finger away.
std::optional<std::string> nearest_name(std::string_view typed,
                                        const std::vector<std::string>& names);

}  // namespace papersearch::cli
