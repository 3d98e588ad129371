// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>

namespace papersearch {

// A word that so many papers hold is no slip. The archive's own slips (autoregessive,
// gauissian) stand in one or two papers each.
inline constexpr Xapian::doccount kEnoughPapers = 3;
// What is meant in place of a word that a paper or two hold, stands in so many times more.
inline constexpr Xapian::doccount kTimesMorePapers = 20;
inline constexpr Xapian::doccount kManyTimesMorePapers = 100;
// A second slip in one word is assumed only where what is meant is so frequent.
inline constexpr Xapian::doccount kPapersForTwoSlips = 10;
// A short word has many neighbours: one that is meant stands in so many of all papers.
inline constexpr double kShareForShortWord = 0.004;

// The papers that this share of them is, at least kEnoughPapers.
inline Xapian::doccount papers_for_short_word(const Xapian::Database& database) {
  return std::max(kEnoughPapers, static_cast<Xapian::doccount>(kShareForShortWord *
                                                               database.get_doccount()));
}
// Longer words are no words, and not worth the time.
inline constexpr std::size_t kMaxSpelledLength = 40;

// How well the index knows a word of a query.
struct Standing {
  // Nothing to mend: enough papers hold it, it is a name, the lexicon knows it, it says
  // nothing, or it is too short to tell.
  bool fine = false;
  // Papers that hold it, in their text or among their authors.
  Xapian::doccount frequency = 0;
  // Part of a title; what stands there was looked at twice.
  bool in_title = false;
};

}  // namespace papersearch
