// SPDX-License-Identifier: GPL-2.0-or-later
// Papers whose words stand in a certain order or field.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

#include "word_sequence.h"

namespace papersearch {

// The fields in which a sequence has what is looked for.
using WordPattern = std::function<FieldMask(const WordSequence&)>;

// `terms` side by side, in order, in one of `fields`; of one term, the term.
WordPattern phrase_pattern(const std::vector<std::string>& terms, FieldMask fields);
// All of `terms` within `window` places of one of `fields`, in any order.
WordPattern near_pattern(const std::vector<std::string>& terms, std::uint32_t window,
                         FieldMask fields);
// Any of `terms` in one of `fields`.
WordPattern any_word_pattern(const std::vector<std::string>& terms, FieldMask fields);

// Matches the papers of which the pattern gives a field. Adds no weight. Made to be asked
// about papers that match already: by itself it reads every paper's words.
Xapian::Query pattern_query(const WordPattern& pattern);

}  // namespace papersearch
