// SPDX-License-Identifier: GPL-2.0-or-later
#include "glossary_completion.h"

#include <algorithm>
#include <utility>

#include "completion.h"
#include "hangul.h"
#include "jamo.h"
#include "normalize.h"

namespace papersearch {
namespace {

// Names looked at, at most: with more, too little was typed to tell.
constexpr std::size_t kMaxNames = 60;
// Of the end of a text so many words may begin a name.
constexpr std::size_t kMaxNameWords = 5;
constexpr std::size_t kMinLetters = 2;
constexpr std::size_t kMinLatinLetters = 3;

bool is_gap(char16_t c) { return c == u' ' || c == u'-'; }

std::string small_letters(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
  return text;
}

struct FoundName {
  std::string_view name;
  const GlossaryTable* table;
  std::uint16_t concept_number;
  bool whole;  // was typed to its end
  std::vector<std::string> terms;
  Xapian::doccount rarest = 0;  // papers with the rarest of its terms
};

// True when `name` begins with what was typed, small letters and capitals being one, and
// spaces and hyphens.
bool begins_with(std::string_view name, std::u16string_view typed) {
  if (name.size() < typed.size()) return false;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const char c =
        name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] + 0x20) : name[i];
    const bool same = static_cast<char16_t>(c) == typed[i] ||
                      (is_gap(static_cast<char16_t>(c)) && is_gap(typed[i]));
    if (!same) return false;
  }
  return true;
}

// True when the syllables of `name`, gaps left out, begin as the pattern says.
bool begins_with(std::u16string_view name, const SyllablePattern& pattern) {
  std::size_t i = 0;
  for (const char16_t c : name) {
    if (is_gap(c)) continue;
    if (i == pattern.size()) return true;
    if (!pattern[i++].contains(c)) return false;
  }
  return i == pattern.size();
}

class NameCompleter {
 public:
  NameCompleter(const Xapian::Database& database, Analyzer& analyzer)
      : database_(database), analyzer_(analyzer) {}

  void find(const GlossaryTable& table, std::u16string_view typed) {
    typed_ = without_gaps(to_utf8(typed));
    if (!is_syllable(typed[0]) && !is_lone_jamo(typed[0])) {
      for_names_of_all(table, [&](std::string_view name) {
        return begins_with(name, typed) &&
               (typed.size() >= kMinLatinLetters || name.size() == typed.size());
      });
      return;
    }
    std::u16string letters;
    std::copy_if(typed.begin(), typed.end(), std::back_inserter(letters),
                 [](char16_t c) { return !is_gap(c); });
    for (const SyllablePattern& pattern : half_typed(letters)) find(table, pattern);
  }

  std::vector<NameCompletion> best(std::size_t limit) {
    std::stable_sort(
        found_.begin(), found_.end(),
        [](const FoundName& a, const FoundName& b) { return a.rarest > b.rarest; });
    if (found_.size() > limit) found_.resize(limit);
    std::vector<NameCompletion> out;
    for (const FoundName& found : found_) {
      NameCompletion name{
          {std::string(found.name), papers_with_all(found.terms)}, found.whole, {}};
      if (name.name.papers == 0) continue;
      add_others(found, name.others);
      out.push_back(std::move(name));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const NameCompletion& a, const NameCompletion& b) {
                       return a.name.papers > b.name.papers;
                     });
    return out;
  }

 private:
  template <class Fits>
  void for_names_of_all(const GlossaryTable& table, Fits fits) {
    for (std::size_t i = 0; i + 1 < table.concept_begins.size(); ++i) {
      add_names(table, static_cast<std::uint16_t>(i), fits);
    }
  }

  template <class Fits>
  void add_names(const GlossaryTable& table, std::uint16_t concept_number, Fits fits) {
    const std::size_t end = table.concept_begins[concept_number + std::size_t{1}];
    for (std::size_t i = table.concept_begins[concept_number]; i < end; ++i) {
      const std::string_view name = table.view(table.names[i]);
      if (found_.size() >= kMaxNames || !fits(name)) continue;
      FoundName found{name,
                      &table,
                      concept_number,
                      small_letters(without_gaps(name)) == typed_,
                      name_terms(name, analyzer_),
                      0};
      const bool is_new =
          std::none_of(found_.begin(), found_.end(),
                       [&](const FoundName& other) { return other.terms == found.terms; });
      if (!is_new || found.terms.empty()) continue;
      found.rarest = database_.get_doccount();
      for (const std::string& term : found.terms) {
        found.rarest = std::min(found.rarest, database_.get_termfreq(term));
      }
      if (found.rarest > 0) found_.push_back(std::move(found));
    }
  }

  // The keys of names are sorted, those in Hangul without gaps.
  void find(const GlossaryTable& table, const SyllablePattern& pattern) {
    const std::string first = to_utf8({&pattern[0].first, 1});
    auto key =
        std::lower_bound(table.keys.begin(), table.keys.end(), first,
                         [&](const GlossaryTable::Key& entry, const std::string& wanted) {
                           return table.view(entry.text) < wanted;
                         });
    for (; key != table.keys.end(); ++key) {
      const std::u16string text = to_utf16(table.view(key->text));
      if (text.empty() || text[0] > pattern[0].last) break;
      if (!begins_with(text, pattern)) continue;
      add_names(table, key->concept_number, [&](std::string_view name) {
        return begins_with(to_utf16(name), pattern);
      });
    }
  }

  void add_others(const FoundName& found, std::vector<CountedName>& out) {
    const GlossaryTable& table = *found.table;
    const std::size_t end = table.concept_begins[found.concept_number + std::size_t{1}];
    bool wants_same = found.whole;
    bool wants_other = true;
    for (std::size_t i = table.concept_begins[found.concept_number]; i < end; ++i) {
      const std::string_view text = table.view(table.names[i]);
      if (without_gaps(text) == without_gaps(found.name)) continue;
      const bool same = starts_with_hangul(text) == starts_with_hangul(found.name);
      if (!std::exchange(same ? wants_same : wants_other, false)) continue;
      const Xapian::doccount papers = papers_with_all(name_terms(text, analyzer_));
      if (papers > 0) out.push_back({std::string(text), papers});
    }
  }

  Xapian::doccount papers_with_all(const std::vector<std::string>& terms) const {
    if (terms.size() == 1) return database_.get_termfreq(terms[0]);
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()));
    return enquire.get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
  }

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  std::string typed_;  // without gaps
  std::vector<FoundName> found_;
};

}  // namespace

std::string without_gaps(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return is_gap(static_cast<char16_t>(c)); });
  return out;
}

std::vector<NameCompletion> complete_name(const Xapian::Database& database,
                                          Analyzer& analyzer, const Glossary& glossary,
                                          std::u16string_view typed, std::size_t limit) {
  if (to_letters(typed).size() < kMinLetters) return {};
  const std::vector<GlossaryTable> tables = glossary.tables();
  NameCompleter completer(database, analyzer);
  for (const GlossaryTable& table : tables) completer.find(table, typed);
  return completer.best(limit);
}

TypedNames complete_typed_name(const Xapian::Database& database, Analyzer& analyzer,
                               const Glossary& glossary, const TypedText& typed,
                               std::size_t limit) {
  TypedNames out;
  for (out.words = std::min(typed.words.size() + 1, kMaxNameWords); out.words > 0;
       --out.words) {
    out.begin = out.words > 1 ? typed.word_begins[typed.words.size() + 1 - out.words]
                              : typed.before.size();
    NormalizedText end;
    normalize(std::string_view(typed.text).substr(out.begin), end);
    out.names = complete_name(database, analyzer, glossary, end.text, limit);
    if (!out.names.empty()) break;
  }
  return out;
}

}  // namespace papersearch
