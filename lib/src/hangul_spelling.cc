// SPDX-License-Identifier: GPL-2.0-or-later
#include "hangul_spelling.h"

#include <algorithm>

#include "document_builder.h"
#include "hangul.h"
#include "jamo.h"
#include "lexicon.h"
#include "normalize.h"
#include "predicate.h"
#include "schema.h"

namespace papersearch {
namespace {

// Fewer letters make too many words by chance.
constexpr std::size_t kMinLetters = 4;
// In syllables. From kLongWord on two slips are looked for.
constexpr std::size_t kMediumWord = 3;
constexpr std::size_t kLongWord = 4;

bool has_lone_jamo(std::u16string_view word) {
  return std::any_of(word.begin(), word.end(), is_lone_jamo);
}

// The word without the ㄴ or ㄹ that makes an attribute of a verb, or empty: 걸리 of 걸린.
std::u16string without_attribute(std::u16string_view word) {
  std::u16string letters = to_letters(word);
  if (letters.back() != u'ㄴ' && letters.back() != u'ㄹ') return {};
  letters.pop_back();
  return from_letters(letters);
}

std::optional<std::u16string> nearest(const Xapian::Database& database,
                                      std::u16string_view word) {
  const std::u16string letters = to_letters(word);
  if (letters.size() < kMinLetters) return std::nullopt;
  const Xapian::doccount many = papers_for_short_word(database);
  return likeliest(near_words(TermVocabulary(database, ""), letters,
                              word.size() < kLongWord ? 1 : 2, kEnoughPapers),
                   [&](const NearWord& near) {
                     if (near.distance > 1)
                       return near.frequency >= kPapersForTwoSlips &&
                              near.word.size() >= kMediumWord;
                     if (near.word.size() > kMediumWord) return true;
                     const bool good = near.common_slip || has_lone_jamo(word);
                     return good && near.word.size() > 1 &&
                            (near.word.size() == kMediumWord || near.frequency >= many);
                   });
}

}  // namespace

bool HangulSpelling::is_word(std::u16string_view word) const {
  return find_word(word) != nullptr ||
         frequency_of(to_utf8(word), database_, kept_) >= kEnoughPapers;
}

// Sentences are made of more words than any archive holds, and only those that name things
// are worth mending: a verb is fine.
bool HangulSpelling::is_predicate(std::u16string_view word) const {
  if (ends_like_predicate(word)) return true;
  const std::u16string stem = without_attribute(word);
  if (stem.size() < 2) return !stem.empty();
  const std::string beginning = to_utf8(stem);
  return database_.allterms_begin(beginning) != database_.allterms_end(beginning);
}

Standing HangulSpelling::standing(std::u16string_view word) {
  if (has_lone_jamo(word)) return {};
  analyzer_.analyze(to_utf8(word), tokens_);
  Standing out;
  std::size_t parts = 0;
  std::size_t known = 0;
  std::size_t single = 0;
  const std::string* whole = nullptr;
  for (const Token& token : tokens_) {
    if (token.kind == TokenKind::kBigram) continue;
    if (token.kind == TokenKind::kWord) {
      const std::u16string part = to_utf16(token.term);
      ++parts;
      known += is_word(part) ? 1 : 0;
      single += part.size() == 1 ? 1 : 0;
    }
    // The whole comes after its parts.
    whole = &token.term;
  }
  if (whole == nullptr || word.size() > kMaxSpelledLength) return {true, 0, false};
  // Single syllables are words all, but two of them are rather what is left of another.
  if (single > 1 && word.size() > 2) known = 0;
  out.frequency = frequency_of(*whole, database_, kept_);
  if (known == parts && out.frequency == 0)
    out.frequency = frequency_of(tokens_[0].term, database_, kept_);
  out.fine = known == parts || out.frequency >= kEnoughPapers || is_predicate(word);
  out.in_title =
      !out.fine && out.frequency > 0 && database_.term_exists(title_term(*whole));
  return out;
}

std::optional<std::u16string> HangulSpelling::mend(std::u16string_view word,
                                                   const Standing& standing) {
  if (has_lone_jamo(word)) {
    // Letters that belong together after all, typed with a pause or a slip between.
    const std::u16string composed = from_letters(to_letters(word));
    if (!has_lone_jamo(composed) && this->standing(composed).fine) return composed;
  }
  if (auto mended = mend_whole(word, standing)) return mended;
  return standing.frequency > 0 || has_lone_jamo(word) ? std::nullopt : mend_parts(word);
}

std::optional<std::u16string> HangulSpelling::mend_whole(std::u16string_view word,
                                                         const Standing& standing) const {
  const bool is_rare = standing.frequency > 0;
  if (is_rare && (standing.in_title || word.size() < kMediumWord)) return std::nullopt;
  for (std::size_t ending = 0; ending + 1 < word.size() && ending <= kMaxEndingSyllables;
       ++ending) {
    const std::u16string_view rest = word.substr(word.size() - ending);
    if (ending > 0 && find_ending(rest) == nullptr) continue;
    const std::u16string_view stem = word.substr(0, word.size() - ending);
    std::optional<std::u16string> mended =
        is_rare ? likeliest(near_words(TermVocabulary(database_, ""), to_letters(stem), 1,
                                       standing.frequency * kTimesMorePapers),
                            [&](const NearWord& near) {
                              return near.common_slip && near.word.size() >= kMediumWord;
                            })
                : nearest(database_, stem);
    if (mended) return mended->append(rest);
  }
  return std::nullopt;
}

std::optional<std::u16string> HangulSpelling::mend_parts(std::u16string_view word) {
  analyzer_.analyze(to_utf8(word), tokens_);
  std::u16string out;
  std::size_t done = 0;  // syllables of `word`
  constexpr std::size_t kSyllableBytes = 3;
  for (const Token& token : tokens_) {
    if (token.kind != TokenKind::kWord) continue;
    const std::u16string part = to_utf16(token.term);
    std::optional<std::u16string> mended = part;
    if (!is_word(part)) mended = part.size() < 2 ? std::nullopt : nearest(database_, part);
    if (!mended) return std::nullopt;
    const std::size_t begin = token.source.begin / kSyllableBytes;
    out += word.substr(done, begin - done);
    out += *mended;
    done = begin + part.size();
  }
  return out += word.substr(done);
}

}  // namespace papersearch
