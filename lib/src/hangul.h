// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a run of Hangul into the words to index: endings off, compounds apart.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace papersearch {

// A part of a word, in syllables from the run's start.
struct HangulPart {
  std::uint32_t begin;
  std::uint32_t end;
  bool known;  // a word of the lexicon

  friend bool operator==(const HangulPart&, const HangulPart&) = default;
};

struct HangulWord {
  // Where the ending begins; the length of the run when there is none.
  std::uint32_t stem_end;
  // In order. One that covers the whole stem, unless it is a compound.
  std::vector<HangulPart> parts;
};

// The word in `run` (precomposed syllables only): 대규모언어모델을 has a stem of seven
// syllables and the parts 대규모, 언어 and 모델. The likeliest reading of the whole run
// wins, so that 해상도 keeps its last syllable and 방법도 does not. A single syllable left
// over between known words stays with its neighbour (비지도 is not 지도).
HangulWord segment_hangul(std::u16string_view run);

// True when `text` (UTF-8) begins with a precomposed syllable.
bool starts_with_hangul(std::string_view text);

// True when the whole run is a particle or ending, such as 은 in "TTRL은".
bool is_hangul_ending(std::u16string_view run);

}  // namespace papersearch
