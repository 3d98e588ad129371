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

NameQuery name_query(const std::string& name, const Fields& fields, Analyzer& analyzer) {
  const std::vector<QueryUnit> units = query_units(name, analyzer);
  NameQuery out{name, {}, {}};
  for (const QueryUnit& unit : units) {
    out.terms.insert(out.terms.end(), unit.parts.begin(), unit.parts.end());
  }
  if (out.terms.empty()) return out;
  Queries spellings = {adjacent(out.terms, fields)};
  // fine-tuning, finetuning
  if (units.size() == 1) {
    for (const std::string& whole : units[0].wholes) {
      spellings.push_back(in_fields(Query(whole), whole, fields));
    }
  }
  out.query = combine(Query::OP_OR, spellings);
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
  out.share = korean ? kNamesShareOfKorean : kNamesShareOfEnglish;
  Queries queries;
  for (const OtherName& name : names) {
    if (out.names.size() == kMaxQueryNames) break;
    NameQuery found = name_query(name.text, fields, analyzer);
    const bool is_new = std::any_of(found.terms.begin(), found.terms.end(),
                                    [&](const auto& term) { return query_terms.count(term) == 0; });
    if (!is_new) continue;
    queries.push_back(found.query);
    out.names.push_back(std::move(found));
  }
  if (!queries.empty()) out.query = Query(Query::OP_SYNONYM, queries.begin(), queries.end());
  return out;
}

Query weighed(const Query& words, const QueryMeaning& meaning) {
  if (meaning.names.empty()) return words;
  return {Query::OP_OR, scaled(words, 1 - meaning.share), scaled(meaning.query, meaning.share)};
}

}  // namespace papersearch
