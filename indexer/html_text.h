// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace papersearch {

// What a reader sees of raw HTML: the text without comments, scripts and the tags of HTML,
// entities as the characters they stand for. What only looks like a tag, such as <think>
// or <MASK>, is text, and what never ends hides nothing.
std::string html_text(std::string_view html);

// The character of an entity such as "&lt;" or "&#x2265;". Knows numbers and the few names
// that summaries use; any other stays as written.
std::string entity_text(std::string_view entity);

}  // namespace papersearch
