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

namespace {

std::string only_term(std::string_view word, Analyzer& analyzer) {
  const std::vector<QueryUnit> units = query_units(word, analyzer);
  return units.size() == 1 && units[0].parts.size() == 1 ? units[0].parts[0]
                                                         : std::string();
}

// The two words of the lexicon that `word`, which is none of its compounds, is made of.
std::vector<std::string> two_words(const std::string& word) {
  const std::u16string syllables = to_utf16(word);
  const LexiconEntry* whole = find_word(syllables);
  if (whole != nullptr && whole->cuts != 0) return {};
  for (std::size_t cut = 2; cut + 2 <= syllables.size(); ++cut) {
    const std::u16string left = syllables.substr(0, cut);
    const std::u16string right = syllables.substr(cut);
    if (find_word(left) != nullptr && find_word(right) != nullptr)
      return {to_utf8(left), to_utf8(right)};
  }
  return {};
}

void note_joined(QueryUnit& left, QueryUnit& right, const Xapian::Database& database,
                 Analyzer& analyzer) {
  if (is_stopword(left.parts[0]) || is_stopword(right.parts[0])) return;
  const std::string joined = only_term(left.word + right.word, analyzer);
  if (joined.empty() || !database.term_exists(joined)) return;
  if (left.joined.empty()) left.joined = joined;
  right.joined = joined;
}

}  // namespace

void meet_other_spacing(std::vector<QueryUnit>& units, const Xapian::Database& database,
                        Analyzer& analyzer) {
  for (QueryUnit& unit : units) {
    if (unit.parts.size() != 1 || !starts_with_hangul(unit.parts[0])) continue;
    const std::vector<std::string> words = two_words(unit.parts[0]);
    const bool held =
        !words.empty() && database.term_exists(words[0]) && database.term_exists(words[1]);
    if (held) unit.apart = words;
  }
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    QueryUnit& left = units[i];
    QueryUnit& right = units[i + 1];
    if (left.parts.size() != 1 || right.parts.size() != 1) continue;
    const bool hangul = starts_with_hangul(left.parts[0]);
    if (hangul != starts_with_hangul(right.parts[0])) continue;
    const std::string joined = left.parts[0] + right.parts[0];
    const LexiconEntry* word = hangul ? find_word(to_utf16(joined)) : nullptr;
    if (word != nullptr && word->cuts != 0) {
      left.parts.push_back(right.parts[0]);
      left.wholes.push_back(joined);
      left.source.end = right.source.end;
      units.erase(units.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else {
      note_joined(left, right, database, analyzer);
    }
  }
}

}  // namespace papersearch
