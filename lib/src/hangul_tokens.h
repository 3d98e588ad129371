// SPDX-License-Identifier: GPL-2.0-or-later
// The tokens of a run of Hangul, whatever stands around it: what the Analyzer keeps of
// words that come again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer.h"

namespace papersearch {

struct HangulToken {
  std::string term;
  TokenKind kind;
  std::uint32_t place;  // of its first part among the parts of the run
  std::uint32_t from;   // syllables of the run
  std::uint32_t to;
};

struct HangulTokens {
  std::vector<HangulToken> tokens;
  std::uint32_t places;  // as many as parts
};

// Of `run` (precomposed syllables only) its parts, each with the pairs of syllables of one
// that the lexicon does not know, and the whole behind them.
HangulTokens hangul_tokens(std::u16string_view run);

}  // namespace papersearch
