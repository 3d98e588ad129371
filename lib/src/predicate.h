// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace papersearch {

// True when `word` (Hangul) ends as verbs and adjectives do in a sentence, and names of
// things hardly ever: 얻었습니다, 느리지만, 있으면.
bool ends_like_predicate(std::u16string_view word);

}  // namespace papersearch
