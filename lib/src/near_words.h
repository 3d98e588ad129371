// SPDX-License-Identifier: GPL-2.0-or-later
// Words of the index that a slip of the typist turns into another. They need no table of
// their own: a vocabulary is sorted, so that words that begin alike stand together, and a
// look-up takes a microsecond.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary.h"

namespace papersearch {

struct NearWord {
  std::u16string word;  // as the vocabulary has it
  Xapian::doccount frequency = 0;
  std::size_t distance = 0;
  bool common_slip = false;  // one slip, and of a kind that people make all the time
};

// The words of the vocabulary that lie 1 to `limit` slips from the word with these
// `letters` (folded; those of Hangul as to_letters() of jamo.h gives them) and stand in at
// least `least_frequency` papers, in no order. Once in a while a word comes twice. Where
// the first two letters are wrong, or make no syllable, only one slip is found: typists
// seldom err there.
std::vector<NearWord> near_words(const Vocabulary& vocabulary, std::u16string_view letters,
                                 std::size_t limit, Xapian::doccount least_frequency);

// The likeliest of `words` to be meant, of those that `accept`: a slip more is as unlikely
// as a word that is some 150 times rarer, and an odd slip as one that is 7 times rarer.
std::optional<std::u16string> likeliest(const std::vector<NearWord>& words,
                                        const std::function<bool(const NearWord&)>& accept);

}  // namespace papersearch
