// SPDX-License-Identifier: GPL-2.0-or-later
// Chooses the passages of a paper that show why it was found.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer.h"
#include "papersearch/paper.h"
#include "papersearch/search_result.h"
#include "schema.h"
#include "sentence_choice.h"
#include "word_sequence.h"

namespace papersearch {

// What counts as a match in a text, and how much.
struct Highlighter {
  const std::set<std::string>& terms;
  const std::vector<std::string>& prefixes;

  // Terms that count where they stand side by side, in order: other names of the words.
  std::vector<std::vector<std::string>> names = {};

  bool matches(const Token& token) const;
  // For each of the tokens of a text whether it matches, by itself or in a name.
  std::vector<bool> matches(const std::vector<Token>& tokens) const;
};

struct SnippetOptions {
  std::size_t count = 2;
  std::size_t length = 240;   // code points
  std::vector<Field> fields;  // only sections of these; empty: all
};

// The bytes of `text` that match: whole words without their endings; neighbours that
// touch are one.
std::vector<ByteRange> highlight(std::string_view text, const Highlighter& highlighter,
                                 Analyzer& analyzer);

// The sentences of `paper` that `choice` says are the best, by its `words`, in the order of
// the sections. When nothing matches, the beginning of the first section.
std::vector<Snippet> make_snippets(const Paper& paper, const WordSequence& words,
                                   SentenceChoice& choice, const Highlighter& highlighter,
                                   const SnippetOptions& options, Analyzer& analyzer);

}  // namespace papersearch
