// SPDX-License-Identifier: GPL-2.0-or-later
#include "latin_spelling.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "document_builder.h"
#include "match.h"
#include "near_words.h"
#include "normalize.h"
#include "schema.h"
#include "stopwords.h"
#include "term_query.h"

namespace papersearch {
namespace {

constexpr std::size_t kMinLength = 3;
// Shorter words have many neighbours; only the common slips count.
constexpr std::size_t kMediumWord = 7;
// From this length on two slips are looked for.
constexpr std::size_t kLongWord = 10;
constexpr std::size_t kMaxSplitWords = 4;
// Names are looked for where the word is not so short, in so many papers.
constexpr std::size_t kMinNameLength = 7;
constexpr Xapian::doccount kPapersForName = 2;

bool is_swapped(std::u16string_view word, const NearWord& near) {
  return near.distance == 1 && near.word.size() == word.size() &&
         std::is_permutation(word.begin(), word.end(), near.word.begin());
}

// The shorter a word, the more words lie near it by chance: the more frequent must be the
// one that is meant, `many` papers, and the likelier the slip.
bool is_meant(std::u16string_view word, const NearWord& near, Xapian::doccount many) {
  if (near.distance > 1) return near.frequency >= kPapersForTwoSlips;
  if (word.size() >= kMediumWord) return true;
  const bool swapped = is_swapped(word, near);
  if (near.word[0] != word[0]) return swapped && near.frequency >= many;
  switch (word.size()) {
    case 3:
      return swapped && near.frequency >= many;
    case 4:
      return (swapped || near.word.size() > word.size()) && near.frequency >= many;
    case 5:
      return near.common_slip && near.frequency >= (swapped ? kPapersForTwoSlips : many);
    default:
      return near.common_slip && near.frequency >= kPapersForTwoSlips;
  }
}

// The same for a word that a paper or two hold, which is more often a name than a slip.
bool is_meant_by_rare(std::u16string_view word, const NearWord& near,
                      Xapian::doccount frequency) {
  if (near.word[0] != word[0] || !near.common_slip) return false;
  return near.frequency >= kManyTimesMorePapers * frequency
             ? word.size() + 1 >= kMediumWord || is_swapped(word, near)
             : word.size() > kMediumWord;
}

}  // namespace

Standing LatinSpelling::standing(std::u16string_view word) {
  const std::string written = to_utf8(word);
  analyzer_.analyze(written, tokens_);
  Standing out;
  if (tokens_.size() != 1) return {true, 0, false};
  const std::string& term = tokens_[0].term;
  out.frequency = frequency_of(term, database_, kept_);
  out.fine = out.frequency >= kEnoughPapers || is_stopword(term) ||
             word.size() < kMinLength || word.size() > kMaxSpelledLength;
  if (out.fine) return out;
  const Xapian::doccount named = frequency_of(author_term(written), database_, kept_);
  out.fine = named > 0;
  out.frequency += named;
  out.in_title = out.frequency > 0 && form_frequency(word) > 0 &&
                 database_.term_exists(title_term(term));
  return out;
}

Xapian::doccount LatinSpelling::form_frequency(std::u16string_view word) const {
  const std::string form = to_utf8(word);
  const auto look = [&] { return forms_.frequency(form); };
  return kept_ == nullptr ? look() : kept_->form_frequency(form, look);
}

bool LatinSpelling::is_word(std::u16string_view word) const {
  return form_frequency(word) >= kEnoughPapers;
}

std::optional<std::u16string> LatinSpelling::mend(std::u16string_view word,
                                                  const Standing& standing) const {
  if (standing.frequency > 0) {
    // What stands in a title was looked at twice.
    if (standing.in_title) return std::nullopt;
    return likeliest(near_words(forms_, word, 1, kTimesMorePapers * standing.frequency),
                     [&](const NearWord& near) {
                       return is_meant_by_rare(word, near, standing.frequency);
                     });
  }
  const std::size_t limit = word.size() < kLongWord ? 1 : 2;
  std::vector<NearWord> near = near_words(forms_, word, limit, kEnoughPapers);
  if (word.size() >= kMinNameLength) {
    const auto names =
        near_words(TermVocabulary(database_, kAuthorPrefix), word, 1, kPapersForName);
    near.insert(near.end(), names.begin(), names.end());
  }
  const Xapian::doccount many = papers_for_short_word(database_);
  return likeliest(near,
                   [&](const NearWord& other) { return is_meant(word, other, many); });
}

std::optional<std::u16string> LatinSpelling::split(std::u16string_view word) {
  if (form_frequency(word) > 0) return std::nullopt;
  // best[i]: the likeliest way to read the first i letters, by how rare its words are.
  struct Reading {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t from = 0;
    std::size_t words = 0;
  };
  std::vector<Reading> best(word.size() + 1);
  best[0].cost = 0;
  const double papers = database_.get_doccount();
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (best[i].words == kMaxSplitWords || std::isinf(best[i].cost)) continue;
    for (std::size_t n = kMinLength; i + n <= word.size(); ++n) {
      const Xapian::doccount frequency = form_frequency(word.substr(i, n));
      if (frequency < kEnoughPapers) continue;
      // A word more is as unlikely as one that is rarer by all papers.
      const double cost = best[i].cost + std::log(papers * papers / frequency);
      if (cost < best[i + n].cost) best[i + n] = {cost, i, best[i].words + 1};
    }
  }
  if (best[word.size()].words < 2) return std::nullopt;
  std::u16string words(word);
  for (std::size_t i = best[word.size()].from; i > 0; i = best[i].from)
    words.insert(i, 1, u' ');
  return stand_side_by_side(words) ? std::optional(words) : std::nullopt;
}

bool LatinSpelling::stand_side_by_side(std::u16string_view words) {
  analyzer_.analyze(to_utf8(words), tokens_);
  std::vector<std::string> terms;
  for (const Token& token : tokens_) terms.push_back(token.term);
  return has_match(database_, adjacent(terms, {}));
}

}  // namespace papersearch
