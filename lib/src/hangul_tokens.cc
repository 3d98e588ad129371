// SPDX-License-Identifier: GPL-2.0-or-later
#include "hangul_tokens.h"

#include <algorithm>

#include "hangul.h"
#include "normalize.h"
#include "schema.h"

namespace papersearch {
namespace {

constexpr std::uint32_t kMaxWholeSyllables = 16;
constexpr std::uint32_t kMaxSyllables = kMaxTermBytes / 3;

class Builder {
 public:
  explicit Builder(std::u16string_view run) : run_(run) {}

  HangulTokens build(const HangulWord& word) {
    for (const HangulPart& part : word.parts) {
      add(part.begin, part.end, TokenKind::kWord, out_.places);
      if (!part.known && part.end - part.begin > 2) add_bigrams(part);
      ++out_.places;
    }
    const bool is_compound = word.parts.size() != 1 || word.parts[0].end != word.stem_end;
    if (is_compound && word.stem_end <= kMaxWholeSyllables)
      add(0, word.stem_end, TokenKind::kWhole, 0);
    return std::move(out_);
  }

 private:
  void add(std::uint32_t from, std::uint32_t to, TokenKind kind, std::uint32_t place) {
    const std::uint32_t length = std::min(to - from, kMaxSyllables);
    out_.tokens.push_back({to_utf8(run_.substr(from, length)), kind, place, from, to});
  }

  void add_bigrams(const HangulPart& part) {
    const std::uint32_t end = std::min(part.end, part.begin + kMaxSyllables);
    for (std::uint32_t i = part.begin; i + 2 <= end; ++i)
      add(i, i + 2, TokenKind::kBigram, out_.places);
  }

  std::u16string_view run_;
  HangulTokens out_ = {};
};

}  // namespace

HangulTokens hangul_tokens(std::u16string_view run) {
  return Builder(run).build(segment_hangul(run));
}

}  // namespace papersearch
