// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_units.h"

#include <algorithm>

#include "hangul.h"
#include "lexicon.h"
#include "normalize.h"
#include "stopwords.h"

namespace papersearch {

std::vector<QueryUnit> query_units(std::string_view text, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::vector<QueryUnit> units;
  std::uint32_t group = 0;
  for (const Token& token : tokens) {
    if (units.empty() || token.group != group) {
      units.emplace_back();
      units.back().source = token.source;
    }
    group = token.group;
    QueryUnit& unit = units.back();
    unit.source.end = std::max(unit.source.end, token.source.end);
    switch (token.kind) {
      case TokenKind::kWord:
        unit.parts.push_back(token.term);
        unit.word = token.surface.empty() ? token.term : token.surface;
        break;
      case TokenKind::kWhole:
        unit.wholes.push_back(token.term);
        break;
      case TokenKind::kBigram:
        unit.bigrams.push_back(token.term);
        break;
    }
  }
  // A noun in 성 has a whole and the noun as the part; what is left of nothing, nothing.
  std::erase_if(units, [](const QueryUnit& unit) { return unit.parts.empty(); });
  return units;
}

std::vector<GlossaryWord> glossary_words(const std::vector<QueryUnit>& units) {
  std::vector<GlossaryWord> words;
  for (const QueryUnit& unit : units) {
    for (std::size_t i = 0; i < unit.parts.size(); ++i) {
      words.push_back({unit.parts[i], i == 0, i + 1 == unit.parts.size()});
    }
  }
  return words;
}

void join_spaced_compounds(std::vector<QueryUnit>& units,
                           const Xapian::Database& database) {
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    QueryUnit& left = units[i];
    QueryUnit& right = units[i + 1];
    if (left.parts.size() != 1 || right.parts.size() != 1) continue;
    const std::string joined = left.parts[0] + right.parts[0];
    if (starts_with_hangul(left.parts[0]) != starts_with_hangul(right.parts[0])) continue;
    if (starts_with_hangul(joined)) {
      const LexiconEntry* word = find_word(to_utf16(joined));
      if (word == nullptr || word->cuts == 0) continue;
      left.parts.push_back(right.parts[0]);
      left.wholes.push_back(joined);
      units.erase(units.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else if (!is_stopword(left.parts[0]) && !is_stopword(right.parts[0]) &&
               database.term_exists(joined)) {
      left.wholes.push_back(joined);
    }
  }
}

}  // namespace papersearch
