// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer.h"
#include "kept_reads.h"
#include "near_words.h"
#include "word_standing.h"

namespace papersearch {

// The spelling of words of Hangul: syllables, letters that found no syllable, an ending.
class HangulSpelling {
 public:
  // All must outlive the object; `kept`, if any, is of `database`.
  HangulSpelling(const Xapian::Database& database, Analyzer& analyzer, KeptReads* kept)
      : database_(database), analyzer_(analyzer), kept_(kept) {}

  Standing standing(std::u16string_view word);

  // True for a word without ending that the lexicon knows, or enough papers hold.
  bool is_word(std::u16string_view word) const;

  // What a word that is not fine is without its slip, with the same ending; or a compound
  // with those of its parts mended that are not fine.
  std::optional<std::u16string> mend(std::u16string_view word, const Standing& standing);

 private:
  bool is_predicate(std::u16string_view word) const;
  std::optional<std::u16string> mend_whole(std::u16string_view word,
                                           const Standing& standing) const;
  std::optional<std::u16string> mend_parts(std::u16string_view word);

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  KeptReads* kept_;
  std::vector<Token> tokens_;
};

}  // namespace papersearch
