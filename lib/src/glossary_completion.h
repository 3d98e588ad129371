// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer.h"
#include "glossary.h"
#include "typed_text.h"

namespace papersearch {

struct CountedName {
  std::string text;             // as the glossary writes it
  Xapian::doccount papers = 0;  // that hold all its words
};

// A name of the user's glossaries or the reviewed one.
struct NameCompletion {
  CountedName name;
  bool whole = false;  // nothing of it is missing
  // The first name of the same thing in the other script; and, of a short one that was
  // typed whole, the first in its own script. None that is in no paper.
  std::vector<CountedName> others;
};

// `text` without spaces and hyphens.
std::string without_gaps(std::string_view text);

// Names that begin with `typed` (folded): of one word or several, by what was typed of
// them, with or without spaces; Hangul half typed or by initials, as half_typed() of
// completion.h reads it. What was typed whole is among them; two Latin letters begin too
// much and have to be the whole. At most `limit`, those in most papers first; none that is
// in no paper. `limit` is to be small: papers are counted.
std::vector<NameCompletion> complete_name(const Xapian::Database& database,
                                          Analyzer& analyzer, const Glossary& glossary,
                                          std::u16string_view typed, std::size_t limit);

// The same for the end of a text: for as many of its last words as make any name.
struct TypedNames {
  std::vector<NameCompletion> names;
  std::size_t begin = 0;  // of what was typed of them, in the text
  std::size_t words = 0;  // that they begin in, the half one among them
};
TypedNames complete_typed_name(const Xapian::Database& database, Analyzer& analyzer,
                               const Glossary& glossary, const TypedText& typed,
                               std::size_t limit);

}  // namespace papersearch
