// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace papersearch {

// True for a term (as the analyzer gives it) that says nothing by itself: "of", "the",
// 위 (of 위한), 통해. Such words are indexed, for phrases, but do not make a hit.
bool is_stopword(std::string_view term);

// True for a term that English sentences about any paper hold: "propose", "novel",
// "demonstrate". Korean digests, which quote English only for what matters, would take
// such a word for a rare one.
bool is_general_word(std::string_view term);

}  // namespace papersearch
