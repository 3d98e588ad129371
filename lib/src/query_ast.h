// SPDX-License-Identifier: GPL-2.0-or-later
// A query as it was understood, before it is analyzed into terms.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "papersearch/error.h"
#include "schema.h"

namespace papersearch {

enum class NodeKind : std::uint8_t {
  kWord,      // text: one word as written, GPT-4o or 강화학습을
  kPrefix,    // text: how a word begins, without the asterisk
  kPhrase,    // text: what stood in quotes
  kAuthor,    // text: a name or a part of it; with an asterisk, how it begins
  kId,        // text: the id of a paper
  kDate,      // from, to: "2025", "2025-04" or "2025-04-23"; empty: open
  kVotes,     // least, most; most < 0: open
  kSequence,  // children side by side, each with its Occur
  kAnd,       // all children
  kOr,        // any child
};

// What a child of a sequence means to it.
enum class Occur : std::uint8_t {
  kShould,   // makes a hit better
  kMust,     // written with +, or a filter
  kMustNot,  // written with - or NOT
};

struct QueryNode {
  NodeKind kind = NodeKind::kSequence;
  Occur occur = Occur::kShould;
  ByteRange range;  // of the query's text
  std::string text;
  // Only in this field; for words, prefixes and phrases.
  std::optional<Field> field;
  std::string from;
  std::string to;
  std::int64_t least = 0;
  std::int64_t most = -1;
  std::vector<QueryNode> children;

  // As an S-expression, for tests: (seq gpt-4o +(phrase "reward model")).
  std::string description() const;
};

}  // namespace papersearch
