// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/error.h"

namespace papersearch {

enum class TokenType : std::uint8_t {
  kWord,
  kPrefix,  // word*, text without the asterisk
  kPhrase,  // text between the quotes
  kField,   // name before a colon; a value follows at once
  kOpen,
  kClose,
  kPlus,
  kMinus,
  kAnd,
  kOr,
  kNot,
};

struct QueryToken {
  TokenType kind;
  std::string text;
  ByteRange range;
};

// Never fails: whatever is no syntax is a word.
std::vector<QueryToken> lex_query(std::string_view text);

}  // namespace papersearch
