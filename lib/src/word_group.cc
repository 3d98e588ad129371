// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_group.h"

#include <algorithm>
#include <utility>

#include "document_builder.h"
#include "stopwords.h"

namespace papersearch {
namespace {

bool says_nothing(const QueryUnit& unit) {
  return unit.parts.size() == 1 && is_stopword(unit.parts[0]);
}

void drop_stopwords(std::vector<WordGroup>& groups) {
  const bool says_something =
      std::any_of(groups.begin(), groups.end(), [](const WordGroup& group) {
        return !std::all_of(group.units.begin(), group.units.end(), says_nothing);
      });
  if (!says_something) return;
  for (WordGroup& group : groups) std::erase_if(group.units, says_nothing);
  std::erase_if(groups, [](const WordGroup& group) { return group.units.empty(); });
}

}  // namespace

std::vector<WordGroup> word_groups(std::string_view text, const Xapian::Database& database,
                                   Analyzer& analyzer, const Glossary* glossary) {
  std::vector<QueryUnit> units = query_units(text, analyzer);
  const std::vector<GlossaryWord> words = glossary_words(units);
  std::vector<Meaning> meanings;
  if (glossary != nullptr) meanings = glossary->meanings(words, analyzer);
  meet_other_spacing(units, database, analyzer);

  std::vector<WordGroup> groups;
  auto meaning = meanings.begin();
  std::size_t begin = 0;  // the first part of the unit at hand, in all units
  std::size_t named_until = 0;
  for (QueryUnit& unit : units) {
    const std::size_t end = begin + unit.parts.size();
    if (groups.empty() || begin >= named_until) groups.push_back({{}, {}, {}, unit.source});
    WordGroup& group = groups.back();
    group.source.end = std::max(group.source.end, unit.source.end);
    for (; meaning != meanings.end() && meaning->begin < end; ++meaning) {
      named_until = meaning->end;
      group.names.insert(group.names.end(), meaning->names.begin(), meaning->names.end());
      std::vector<std::string>& named = group.named.emplace_back();
      for (std::size_t i = meaning->begin; i < meaning->end; ++i)
        named.push_back(words[i].term);
    }
    group.units.push_back(std::move(unit));
    begin = end;
  }
  drop_stopwords(groups);
  return groups;
}

void add_whole_word(const QueryUnit& unit, const Fields& fields,
                    const Xapian::Database& database, Ways& out) {
  if (!fields.empty() || unit.parts.size() == 1) {
    out.add_adjacent(unit.parts, fields);
  } else {
    out.sets.push_back(together(unit.parts));
  }
  if (unit.parts.size() == 1 && fields.empty() &&
      database.get_termfreq(unit.parts[0]) == 0) {
    out.sets.push_back({author_term(unit.word)});
  }
  for (const std::string& whole : unit.wholes) out.add_adjacent({whole}, fields);
  if (!unit.joined.empty()) out.add_adjacent({unit.joined}, fields);
  if (!unit.apart.empty()) out.add_adjacent(unit.apart, fields);
}

}  // namespace papersearch
