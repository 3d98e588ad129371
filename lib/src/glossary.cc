// SPDX-License-Identifier: GPL-2.0-or-later
#include "glossary.h"

#include <algorithm>

#include "glossary_index.h"
#include "hangul.h"
#include "query_units.h"

namespace papersearch {
namespace {

// Whether a name may begin or end inside a written word. 강화학습 is a name in
// 심층강화학습; "supervised learning" is none in self-supervised learning, nor 학습 in
// 강화학습.
bool may_stand_there(const std::vector<GlossaryWord>& words, std::size_t begin,
                     std::size_t end) {
  const bool whole = words[begin].begins_word && words[end - 1].ends_word;
  return whole || (end - begin > 1 && starts_with_hangul(words[begin].term) &&
                   starts_with_hangul(words[end - 1].term));
}

}  // namespace

std::vector<Meaning> Glossary::meanings(const std::vector<GlossaryWord>& words,
                                        Analyzer& analyzer) const {
  std::vector<Meaning> out;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t next = begin + 1;
    for (std::size_t n = std::min(kMaxNameTerms, words.size() - begin); n > 0; --n) {
      if (!may_stand_there(words, begin, begin + n)) continue;
      std::vector<std::string> terms;
      for (std::size_t i = begin; i < begin + n; ++i) terms.push_back(words[i].term);
      std::vector<OtherName> names = names_of(terms, analyzer);
      if (names.empty()) continue;
      out.push_back({begin, begin + n, std::move(names)});
      next = begin + n;
      break;
    }
    begin = next;
  }
  return out;
}

// The user's names come first, then the reviewed ones; the learned ones only where nobody
// has reviewed the name.
std::vector<OtherName> Glossary::names_of(const std::vector<std::string>& terms,
                                          Analyzer& analyzer) const {
  const std::string key = name_key(terms);
  std::vector<OtherName> out;
  std::vector<std::vector<std::string>> seen = {terms};
  const auto add = [&](std::string_view text, NameSource source, std::size_t support) {
    std::vector<std::string> other = name_terms(text, analyzer);
    if (std::find(seen.begin(), seen.end(), other) != seen.end()) return;
    if (forbids(key, name_key(other), source)) return;
    seen.push_back(std::move(other));
    out.push_back({std::string(text), source, support});
  };
  for (const OwnedGlossaryTable& table : user_) {
    for (const std::string_view name : table.table().names_of(key)) {
      add(name, NameSource::kUser, 0);
    }
  }
  const std::vector<std::string_view> reviewed = kReviewedGlossary.names_of(key);
  for (const std::string_view name : reviewed) add(name, NameSource::kReviewed, 0);
  if (!reviewed.empty()) return out;
  for (const LearnedName& name : learned_names(database_, key)) {
    add(name.text, NameSource::kLearned, name.support);
  }
  return out;
}

std::vector<GlossaryTable> Glossary::tables() const {
  std::vector<GlossaryTable> out;
  for (const OwnedGlossaryTable& table : user_) out.push_back(table.table());
  out.push_back(kReviewedGlossary);
  return out;
}

bool Glossary::forbids(const std::string& key, const std::string& other,
                       NameSource source) const {
  const auto table_forbids = [&](const OwnedGlossaryTable& table) {
    return table.table().forbids(key, other);
  };
  if (source != NameSource::kUser &&
      std::any_of(user_.begin(), user_.end(), table_forbids)) {
    return true;
  }
  return source == NameSource::kLearned && kReviewedGlossary.forbids(key, other);
}

std::vector<GlossaryEntry> Glossary::entries(std::string_view text,
                                             Analyzer& analyzer) const {
  const std::vector<QueryUnit> units = query_units(text, analyzer);
  const std::vector<GlossaryWord> words = glossary_words(units);
  std::vector<ByteRange> sources;  // of the words
  for (const QueryUnit& unit : units)
    sources.insert(sources.end(), unit.parts.size(), unit.source);

  std::vector<GlossaryEntry> out;
  for (Meaning& meaning : meanings(words, analyzer)) {
    std::vector<std::string> terms;
    for (std::size_t i = meaning.begin; i < meaning.end; ++i)
      terms.push_back(words[i].term);
    for (const LearnedName& learned : learned_names(database_, name_key(terms))) {
      const std::vector<std::string> learned_terms = name_terms(learned.text, analyzer);
      for (OtherName& name : meaning.names) {
        if (name_terms(name.text, analyzer) == learned_terms)
          name.support = learned.support;
      }
    }
    out.push_back({{sources[meaning.begin].begin, sources[meaning.end - 1].end},
                   std::move(meaning.names)});
  }
  return out;
}

}  // namespace papersearch
