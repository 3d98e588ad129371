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

// The name's terms as they are, or written as one: fine-tuning, finetuning.
std::vector<TermSet> spellings(const TermSet& terms, const std::vector<QueryUnit>& units) {
  std::vector<TermSet> out = {together(terms)};
  if (units.size() == 1) {
    for (const std::string& whole : units[0].wholes) out.push_back({whole});
  }
  return out;
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
    const std::vector<TermSet> spelled = spellings(name_terms, units);
    out.clause.names.insert(out.clause.names.end(), spelled.begin(), spelled.end());
    Ways ways;
    if (fields.empty()) {
      ways.sets = spelled;
    } else {
      ways.add_adjacent(name_terms, fields);
      for (std::size_t i = 1; i < spelled.size(); ++i)
        ways.add_adjacent(spelled[i], fields);
      found.push_back(any_of(ways));
    }
    out.names.push_back({name.text, std::move(name_terms), std::move(ways)});
  }
  if (out.names.empty()) return out;
  out.query = clause_query(out.clause);
  if (!fields.empty())
    out.query = Query(Query::OP_FILTER, out.query, combine(Query::OP_OR, found));
  return out;
}

}  // namespace papersearch
