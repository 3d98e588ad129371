// SPDX-License-Identifier: GPL-2.0-or-later
// The query language:
//
//     sequence = { expression }
//     expression = conjunction { "OR" conjunction }
//     conjunction = operand { "AND" operand }
//     operand = [ "+" | "-" | "NOT" ] primary
//     primary = "(" sequence ")" | field ":" operand | '"' text '"' | word [ "*" ]
//
// Operators are capitals between spaces. What cannot be meant as syntax is a word: an
// operator without operands, a field without value, a sign before a space. Quotes and
// parentheses that are not closed end with the query.
#pragma once

#include <cstddef>
#include <string_view>

#include "papersearch/error.h"
#include "query_ast.h"

namespace papersearch {

inline constexpr std::size_t kMaxQueryBytes = 16 * 1024;
inline constexpr std::size_t kMaxQueryWords = 1024;
// Phrases, prefixes and authors: each costs as much as many words.
inline constexpr std::size_t kMaxQueryPhrases = 64;
inline constexpr int kMaxQueryDepth = 100;

// The root is always a sequence. Fails with kQuerySyntax and the bytes that are wrong.
Result<QueryNode> parse_query(std::string_view text);

// "2025", "2025-04" or "2025-04-23", with a month and day that exist.
bool is_date_prefix(std::string_view text);

}  // namespace papersearch
