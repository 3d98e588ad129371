// SPDX-License-Identifier: GPL-2.0-or-later
// From text to terms: the one analysis that indexing, queries and snippets share.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/error.h"
#include "word_breaker.h"

namespace papersearch {

enum class TokenKind : std::uint8_t {
  kWord,    // a word, or a part of one
  kWhole,   // the parts before it put together: 강화학습, "gpt4o", "pretrain"
  kBigram,  // two syllables of a word that the lexicon does not know
};

struct Token {
  std::string term;  // folded, stemmed; UTF-8, at most kMaxTermBytes bytes
  // As written but folded, where the term is another; else empty. "learning" for "learn".
  std::string surface;
  TokenKind kind = TokenKind::kWord;
  // Words count up from 0. A whole and bigrams have the position of their first part.
  std::uint32_t position = 0;
  // What is written as one word has one number: GPT-4o, or 강화학습을. Counts up from 0.
  std::uint32_t group = 0;
  ByteRange source;  // of the text that was analyzed; on code point boundaries
};

// Words are found as ICU does (word_breaker.h), cut where the script changes and
// between letters and a number that follows them, English stemmed (Snowball), Korean
// endings taken off and compounds cut by the lexicon (hangul.h).
//
// Keeps caches and ICU's iterator: distinct Analyzers may be used concurrently; do not
// share one.
class Analyzer {
 public:
  explicit Analyzer(WordBreaker::Policy policy = WordBreaker::Policy::kIcuWhereItMatters);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // Replaces the content of `out` by the tokens of `text` (UTF-8; bad bytes count as
  // U+FFFD), by position, parts before their whole.
  void analyze(std::string_view text, std::vector<Token>& out);

  // The text folded, and cut into words only where there is neither letter nor digit;
  // for names, which want neither stemming nor the lexicon.
  static std::vector<std::string> fold_words(std::string_view text);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace papersearch
