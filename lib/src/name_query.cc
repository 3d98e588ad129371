// SPDX-License-Identifier: GPL-2.0-or-later
#include "name_query.h"

#include <algorithm>
#include <utility>

#include "hangul.h"
#include "query_units.h"
#include "ranking.h"

namespace papersearch {
namespace {

using Xapian::Query;

// The name's terms as `name` has them, or written as one: fine-tuning, finetuning.
Query spelled(const Query& name, const std::vector<QueryUnit>& units,
              const Fields& fields) {
  Queries spellings = {name};
  if (units.size() == 1) {
    for (const std::string& whole : units[0].wholes) {
      spellings.push_back(in_fields(Query(whole), whole, fields));
    }
  }
  return combine(Query::OP_OR, spellings);
}

}  // namespace

QueryMeaning query_meaning(std::string said, const std::vector<std::string>& terms,
                           const std::vector<OtherName>& names,
                           const std::set<std::string>& query_terms, const Fields& fields,
                           Analyzer& analyzer) {
  QueryMeaning out;
  out.said = std::move(said);
  const bool korean = std::any_of(terms.begin(), terms.end(), [](const std::string& term) {
    return starts_with_hangul(term);
  });
  const bool is_long = query_terms.size() > kMaxClosenessWords;
  out.share = korean    ? kNamesShareOfKorean
              : is_long ? kNamesShareOfLongEnglish
                        : kNamesShareOfEnglish;
  // In fields names are looked for side by side, and weighed as everywhere: Xapian makes no
  // synonym of a look at words.
  Queries weights;
  Queries found;
  for (const OtherName& name : names) {
    if (out.names.size() == kMaxQueryNames) break;
    const std::vector<QueryUnit> units = query_units(name.text, analyzer);
    std::vector<std::string> name_terms;
    for (const QueryUnit& unit : units) {
      name_terms.insert(name_terms.end(), unit.parts.begin(), unit.parts.end());
    }
    const bool is_new =
        std::any_of(name_terms.begin(), name_terms.end(),
                    [&](const auto& term) { return query_terms.count(term) == 0; });
    if (!is_new) continue;
    weights.push_back(spelled(together(name_terms), units, {}));
    found.push_back(fields.empty() ? weights.back()
                                   : spelled(adjacent(name_terms, fields), units, fields));
    out.names.push_back({name.text, std::move(name_terms), found.back()});
  }
  if (weights.empty()) return out;
  out.query = Query(Query::OP_SYNONYM, weights.begin(), weights.end());
  if (!fields.empty())
    out.query = Query(Query::OP_FILTER, out.query, combine(Query::OP_OR, found));
  return out;
}

Query weighed(const Query& words, const QueryMeaning& meaning) {
  if (meaning.names.empty()) return words;
  return {Query::OP_OR, scaled(words, 1 - meaning.share),
          scaled(meaning.query, meaning.share)};
}

}  // namespace papersearch
