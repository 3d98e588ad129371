// SPDX-License-Identifier: GPL-2.0-or-later
// Authors as people write them: family name first, an initial, a slip, no accents.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

namespace papersearch {

// The author that `name`, which finds nobody as it is, is likeliest to mean, as the papers
// spell it: "Y. Artzi", "Artzy Yoav" and "yoav artsi" give Yoav Artzi. One word gives one
// word, be it a family name or a given one. Nothing when nobody is near enough.
std::optional<std::string> mend_author(const Xapian::Database& database,
                                       std::string_view name);

}  // namespace papersearch
