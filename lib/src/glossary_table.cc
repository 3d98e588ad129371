// SPDX-License-Identifier: GPL-2.0-or-later
#include "glossary_table.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "hangul.h"

namespace papersearch {

void NameKey::begin(std::string_view term) {
  text_ = term;
  after_hangul_ = starts_with_hangul(term);
}

void NameKey::add(std::string_view term) {
  const bool hangul = starts_with_hangul(term);
  if (!text_.empty() && !(hangul && after_hangul_)) text_ += ' ';
  text_ += term;
  after_hangul_ = hangul;
}

std::string name_key(std::span<const std::string> terms) {
  NameKey key;
  for (const std::string& term : terms) key.add(term);
  return key.text();
}

std::vector<std::string> name_terms(std::string_view name, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(name, tokens);
  std::vector<std::string> out;
  for (Token& token : tokens) {
    if (token.kind == TokenKind::kWord) out.push_back(std::move(token.term));
  }
  return out;
}

std::vector<std::string_view> GlossaryTable::names_of(std::string_view key) const {
  std::vector<std::string_view> out;
  auto at = std::lower_bound(
      keys.begin(), keys.end(), key,
      [&](const Key& entry, std::string_view wanted) { return view(entry.text) < wanted; });
  for (; at != keys.end() && view(at->text) == key; ++at) {
    const std::uint32_t begin = concept_begins[at->concept_number];
    const std::uint32_t end = concept_begins[at->concept_number + 1U];
    for (std::uint32_t i = begin; i < end; ++i) out.push_back(view(names[i]));
  }
  return out;
}

std::string_view GlossaryTable::first_from(std::string_view key) const {
  const auto at = std::lower_bound(
      keys.begin(), keys.end(), key,
      [&](const Key& entry, std::string_view wanted) { return view(entry.text) < wanted; });
  return at == keys.end() ? std::string_view() : view(at->text);
}

bool GlossaryTable::holds(std::string_view key) const {
  return !key.empty() && first_from(key) == key;
}

bool GlossaryTable::begins(std::string_view beginning) const {
  return !beginning.empty() && first_from(beginning).starts_with(beginning);
}

bool GlossaryTable::forbids(std::string_view key, std::string_view other) const {
  const auto text_of = [&](const Pair& pair) {
    return std::tuple(view(pair.a), view(pair.b));
  };
  const std::tuple wanted(key, other);
  const auto at = std::lower_bound(
      forbidden.begin(), forbidden.end(), wanted,
      [&](const Pair& pair, const auto& value) { return text_of(pair) < value; });
  return at != forbidden.end() && text_of(*at) == wanted;
}

OwnedGlossaryTable::OwnedGlossaryTable(const std::vector<GlossaryLine>& lines,
                                       Analyzer& analyzer) {
  concept_begins_.push_back(0);
  for (const GlossaryLine& line : lines) {
    std::vector<GlossaryTable::Text> keys;
    for (const std::string& name : line.names) {
      const std::vector<std::string> terms = name_terms(name, analyzer);
      if (terms.empty() || terms.size() > kMaxNameTerms) continue;
      keys.push_back(store(name_key(terms)));
      if (!line.forbidden) names_.push_back(store(name));
    }
    if (line.forbidden) {
      for (const GlossaryTable::Text& a : keys) {
        for (const GlossaryTable::Text& b : keys) {
          if (&a != &b) forbidden_.push_back({a, b});
        }
      }
      continue;
    }
    if (concept_begins_.size() > std::numeric_limits<std::uint16_t>::max()) break;
    const auto number = static_cast<std::uint16_t>(concept_begins_.size() - 1);
    for (const GlossaryTable::Text& key : keys) keys_.push_back({key, number});
    concept_begins_.push_back(static_cast<std::uint32_t>(names_.size()));
  }
  const GlossaryTable unsorted = table();
  const auto view = [&](GlossaryTable::Text part) { return unsorted.view(part); };
  std::sort(keys_.begin(), keys_.end(), [&](const auto& a, const auto& b) {
    return std::tuple(view(a.text), a.concept_number) <
           std::tuple(view(b.text), b.concept_number);
  });
  // 딥 러닝 and 딥러닝 have one key.
  const auto same = [&](const auto& a, const auto& b) {
    return a.concept_number == b.concept_number && view(a.text) == view(b.text);
  };
  keys_.erase(std::unique(keys_.begin(), keys_.end(), same), keys_.end());
  std::sort(forbidden_.begin(), forbidden_.end(), [&](const auto& a, const auto& b) {
    return std::tuple(view(a.a), view(a.b)) < std::tuple(view(b.a), view(b.b));
  });
}

GlossaryTable::Text OwnedGlossaryTable::store(std::string_view text) {
  const GlossaryTable::Text part{static_cast<std::uint32_t>(text_.size()),
                                 static_cast<std::uint16_t>(text.size())};
  text_ += text;
  return part;
}

GlossaryTable OwnedGlossaryTable::table() const {
  return {text_, keys_, concept_begins_, names_, forbidden_};
}

}  // namespace papersearch
