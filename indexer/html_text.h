// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace papersearch {

// What a reader sees of raw HTML: the text without comments, scripts and the tags of HTML.
// What only looks like a tag, such as <think> or <MASK>, is text.
std::string html_text(std::string_view html);

}  // namespace papersearch
