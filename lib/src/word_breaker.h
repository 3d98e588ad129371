// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/ubrk.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace papersearch {

// Finds where words may begin and end, in UTF-16 units of normalized text.
//
// Analyzer cuts what it gets wherever the kind of character changes. After that, ICU's word
// boundaries (Unicode Standard Annex #29) make a difference only in scripts that put no
// space between words, such as Han, Kana and Thai; spans of Latin letters, digits and
// Hangul are given as they stand between spaces, which is much faster.
class WordBreaker {
 public:
  enum class Policy : std::uint8_t {
    kIcuWhereItMatters,
    kIcuEverywhere,  // for tests, to compare
  };
  struct Span {
    std::size_t begin;
    std::size_t end;
  };

  explicit WordBreaker(Policy policy);
  ~WordBreaker();
  WordBreaker(const WordBreaker&) = delete;
  WordBreaker& operator=(const WordBreaker&) = delete;

  // Replaces the content of `out`. Every letter and digit of `text` lies in a span.
  void spans(std::u16string_view text, std::vector<Span>& out);

 private:
  void add_icu_spans(std::u16string_view text, std::size_t begin, std::size_t end,
                     std::vector<Span>& out);

  Policy policy_;
  UBreakIterator* breaks_ = nullptr;  // opened when first needed
};

}  // namespace papersearch
