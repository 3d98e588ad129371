// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_breaker.h"

#include <algorithm>
#include <stdexcept>

#include "char_class.h"

namespace papersearch {
namespace {

// The first character of the scripts behind Latin, Greek, Cyrillic and Armenian.
constexpr char16_t kFirstOfOtherScripts = 0x590;

bool may_need_icu(char16_t c) {
  if (c < kFirstOfOtherScripts) return false;
  const CharClass kind = char_class(c);
  return kind == CharClass::kLetter || kind == CharClass::kDigit;
}

}  // namespace

WordBreaker::WordBreaker(Policy policy) : policy_(policy) {}
WordBreaker::~WordBreaker() {
  if (breaks_ != nullptr) ubrk_close(breaks_);
}

void WordBreaker::spans(std::u16string_view text, std::vector<Span>& out) {
  out.clear();
  if (policy_ == Policy::kIcuEverywhere) return add_icu_spans(text, 0, text.size(), out);
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    bool needs_icu = false;
    for (; i < text.size() && !is_space(text[i]); ++i) needs_icu |= may_need_icu(text[i]);
    if (needs_icu) {
      add_icu_spans(text, begin, i, out);
    } else {
      out.push_back({begin, i});
    }
  }
}

void WordBreaker::add_icu_spans(std::u16string_view text, std::size_t begin,
                                std::size_t end, std::vector<Span>& out) {
  UErrorCode status = U_ZERO_ERROR;
  if (breaks_ == nullptr) breaks_ = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
  ubrk_setText(breaks_, text.data() + begin, static_cast<std::int32_t>(end - begin),
               &status);
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU cannot find words");
  std::int32_t from = ubrk_first(breaks_);
  for (std::int32_t to = ubrk_next(breaks_); to != UBRK_DONE;
       from = to, to = ubrk_next(breaks_)) {
    if (ubrk_getRuleStatus(breaks_) < UBRK_WORD_NONE_LIMIT) continue;  // punctuation
    out.push_back(
        {begin + static_cast<std::size_t>(from), begin + static_cast<std::size_t>(to)});
  }
}

}  // namespace papersearch
