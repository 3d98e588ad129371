// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer.h"
#include "kept_reads.h"
#include "surface_forms.h"
#include "word_standing.h"

namespace papersearch {

// The spelling of words of small Latin letters, with apostrophes between them, maybe.
class LatinSpelling {
 public:
  // All must outlive the object; `kept`, if any, is of `database`.
  LatinSpelling(const Xapian::Database& database, Analyzer& analyzer, KeptReads* kept)
      : database_(database), forms_(database), analyzer_(analyzer), kept_(kept) {}

  Standing standing(std::u16string_view word);

  // True for a word that enough papers hold just so, unstemmed.
  bool is_word(std::u16string_view word) const;

  // What a word that is not fine is without its slip: the word or name of the index that is
  // near and frequent enough to be meant, if any.
  std::optional<std::u16string> mend(std::u16string_view word,
                                     const Standing& standing) const;

  // The words that were run together, with spaces, where a paper has them side by side.
  std::optional<std::u16string> split(std::u16string_view word);

 private:
  // How many papers hold the word as it is.
  Xapian::doccount form_frequency(std::u16string_view word) const;
  bool stand_side_by_side(std::u16string_view words);

  const Xapian::Database& database_;
  SurfaceForms forms_;
  Analyzer& analyzer_;
  KeptReads* kept_;
  std::vector<Token> tokens_;
};

}  // namespace papersearch
