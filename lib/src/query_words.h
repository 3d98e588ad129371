// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query where they stand in its text, for spelling: what is wrong with one
// is mended in the text, and the rest of the query stays as it was typed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/error.h"
#include "query_ast.h"

namespace papersearch {

// A run of one script, as long as it goes: TTRL는 is two words.
struct QueryWord {
  enum class Script : std::uint8_t {
    kLatin,   // small letters a to z, once folded, and apostrophes between them
    kHangul,  // syllables, and letters that found no syllable
    kOther,   // numbers, and all other letters
  };
  Script script = Script::kOther;
  std::u16string text;  // folded
  ByteRange range;      // of the query's text
  // The text of the node that it is part of: a word, or what stands in quotes.
  ByteRange node;
  // True when that node is more than a word among others, so that two words in its place
  // would have to stand in quotes: it has a sign, a field or an operator.
  bool needs_quotes = false;
  bool negated = false;
  // Nothing but space lies between this word and the one before, and what holds for the
  // one holds for the other.
  bool follows = false;
  // Written together with the word before.
  bool glued = false;
};

struct QueryAuthor {
  std::string name;
  // From behind the colon to the end, quotes included.
  ByteRange range;
};

struct QueryWords {
  std::vector<QueryWord> words;
  std::vector<QueryAuthor> authors;
};

// The words of `root`, which is what parse_query() made of `text`, in order. The last word
// of a prefix (word*) is not among them, being none.
QueryWords words_of(std::string_view text, const QueryNode& root);

}  // namespace papersearch
