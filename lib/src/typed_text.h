// SPDX-License-Identifier: GPL-2.0-or-later
// A query that is being typed, read for suggestions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace papersearch {

struct TypedText {
  std::string text;
  // What stands before the word that is being typed, as it was typed.
  std::string before;
  // The whole words of it, folded, values of fields left out; and where each begins.
  std::vector<std::u16string> words;
  std::vector<std::size_t> word_begins;
  // The word that is being typed, folded and as it was typed; empty after a space.
  std::u16string prefix;
  std::string written_prefix;

  // The last whole word, when what is being typed may be more of the same: 강화 and ㅎ, gpt
  // and 4, fine and t. `before` up to it, and what stands between the two.
  std::u16string joined;
  std::string before_joined;
  std::string gap;

  // What was typed behind "author:", when that is what is being typed; `before` ends in
  // front of the field.
  std::optional<std::string> author;
};

// Nothing for a text that cannot become a query.
std::optional<TypedText> read_typed(std::string_view text);

}  // namespace papersearch
