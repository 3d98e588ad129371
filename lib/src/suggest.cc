// SPDX-License-Identifier: GPL-2.0-or-later
#include "suggest.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "analyzer.h"
#include "char_class.h"
#include "document_builder.h"
#include "facet.h"
#include "normalize.h"
#include "record.h"
#include "schema.h"

namespace papersearch {
namespace {

using Xapian::Query;

// Words and papers looked at for one completion, at most.
constexpr std::size_t kMaxWords = 5'000;
constexpr Xapian::doccount kMaxPapers = 200;
constexpr Xapian::termcount kMaxExpansion = 100;
// Stems are seldom shorter than the first letters of a word.
constexpr std::size_t kShortestStemmed = 4;

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// What was typed: whole words, and the beginning of one more. Anything but a letter or
// digit at the end means that the last word is whole too.
struct Typed {
  std::string before;  // as it was typed, up to the last word
  std::vector<std::string> words;
  std::string prefix;
};

Typed read(std::string_view text) {
  Typed out;
  out.words = Analyzer::fold_words(text);
  NormalizedText folded;
  normalize(text, folded);
  std::size_t begin = folded.text.size();
  while (begin > 0 && char_class(folded.text[begin - 1]) != CharClass::kOther) --begin;
  out.before = text;
  if (begin < folded.text.size() && !out.words.empty()) {
    out.before.resize(folded.begin[begin]);
    out.prefix = out.words.back();
    out.words.pop_back();
  }
  return out;
}

std::vector<Suggestion> terms(const Xapian::Database& database, const Typed& typed,
                              std::size_t limit) {
  if (typed.prefix.empty()) return {};
  // Latin words are kept as written under a prefix; others are terms themselves.
  const bool latin = typed.prefix[0] >= 'a' && typed.prefix[0] <= 'z';
  const std::string prefix = (latin ? std::string(kWordPrefix) : "") + typed.prefix;
  std::unordered_map<std::string, std::size_t> found;
  std::size_t seen = 0;
  for (auto it = database.allterms_begin(prefix);
       it != database.allterms_end(prefix) && seen < kMaxWords; ++it, ++seen) {
    const std::string word = (*it).substr(latin ? kWordPrefix.size() : 0);
    if (word != typed.prefix) found.emplace(word, it.get_termfreq());
  }
  std::vector<Suggestion> out;
  for (const FacetCount& count : most_frequent(found, limit)) {
    out.push_back({Suggestion::Kind::kTerm, typed.before + count.value, count.count});
  }
  return out;
}

// The most voted papers for which every one of `words` is a term of `field`, and so is
// a term with the prefix that was typed, or one of `stems`.
Xapian::MSet papers(const Xapian::Database& database, const Typed& typed, Field field,
                    const std::vector<std::string>& words, const std::set<std::string>& stems) {
  std::vector<Query> all;
  for (const std::string& word : words) all.push_back(Query(field_term(field, word)));
  if (!typed.prefix.empty()) {
    std::vector<Query> either = {Query(Query::OP_WILDCARD, field_term(field, typed.prefix), kMaxExpansion,
                                       Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_OR)};
    for (const std::string& stem : stems) either.push_back(Query(field_term(field, stem)));
    all.push_back(Query(Query::OP_OR, either.begin(), either.end()));
  }
  if (all.empty()) return {};
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(kVotesSlot, true);
  enquire.set_query(Query(Query::OP_AND, all.begin(), all.end()));
  return enquire.get_mset(0, kMaxPapers);
}

// True when the words of `name` are those that were typed, the last one begun.
bool fits(const std::string& name, const Typed& typed) {
  std::vector<std::string> words = Analyzer::fold_words(name);
  for (const std::string& word : typed.words) {
    const auto at = std::find(words.begin(), words.end(), word);
    if (at == words.end()) return false;
    words.erase(at);
  }
  return typed.prefix.empty() || std::any_of(words.begin(), words.end(), [&](const auto& word) {
           return begins_with(word, typed.prefix);
         });
}

std::vector<Suggestion> authors(const Xapian::Database& database, const Typed& typed,
                                std::size_t limit) {
  std::unordered_map<std::string, std::size_t> found;
  const Xapian::MSet mset = papers(database, typed, Field::kAuthor, typed.words, {});
  for (auto it = mset.begin(); it != mset.end(); ++it) {
    for (const std::string& name : decode_authors(it.get_document().get_value(kAuthorsSlot))) {
      if (found.count(name) == 0 && fits(name, typed)) {
        found.emplace(name, database.get_termfreq(author_name_term(name)));
      }
    }
  }
  std::vector<Suggestion> out;
  for (const FacetCount& count : most_frequent(found, limit)) {
    out.push_back({Suggestion::Kind::kAuthor, count.value, count.count});
  }
  return out;
}

// The terms of words of the index that begin with the prefix but are stemmed to less:
// reinforc for "reinforce".
std::set<std::string> shorter_stems(const Xapian::Database& database, const std::string& prefix,
                                    Analyzer& analyzer) {
  std::set<std::string> out;
  if (prefix.size() < kShortestStemmed) return out;
  std::vector<Token> tokens;
  const std::string words = std::string(kWordPrefix) + prefix;
  Xapian::termcount seen = 0;
  for (auto it = database.allterms_begin(words);
       it != database.allterms_end(words) && seen < kMaxExpansion; ++it, ++seen) {
    analyzer.analyze((*it).substr(kWordPrefix.size()), tokens);
    if (!tokens.empty() && !begins_with(tokens[0].term, prefix)) out.insert(tokens[0].term);
  }
  return out;
}

std::vector<Suggestion> titles(const Xapian::Database& database, const Typed& typed,
                               std::size_t limit) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(typed.before, tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kWord) words.push_back(token.term);
  }
  std::vector<Suggestion> out;
  const Xapian::MSet mset = papers(database, typed, Field::kTitle, words,
                                   shorter_stems(database, typed.prefix, analyzer));
  for (auto it = mset.begin(); it != mset.end() && out.size() < limit; ++it) {
    const auto paper = decode_record(it.get_document().get_data());
    if (!paper) throw Xapian::DatabaseCorruptError("the record of a paper is damaged");
    out.push_back({Suggestion::Kind::kTitle, paper->title, 1});
  }
  return out;
}

}  // namespace

std::vector<Suggestion> suggest(const Xapian::Database& database, std::string_view text,
                                std::size_t limit) {
  const Typed typed = read(text);
  if (typed.words.empty() && typed.prefix.empty()) return {};
  std::vector<Suggestion> found_authors = authors(database, typed, limit);
  std::vector<Suggestion> found_titles = titles(database, typed, limit);
  // Each kind leaves room for the others, as far as they need it.
  const std::size_t rest = std::min(found_authors.size(), limit / 4) +
                           std::min(found_titles.size(), limit / 3);
  std::vector<Suggestion> out = terms(database, typed, limit - rest);
  const std::size_t for_authors =
      limit - out.size() - std::min(found_titles.size(), limit / 3);
  found_authors.resize(std::min(found_authors.size(), for_authors));
  out.insert(out.end(), found_authors.begin(), found_authors.end());
  out.insert(out.end(), found_titles.begin(), found_titles.end());

  std::unordered_set<std::string> seen;
  std::erase_if(out, [&](const Suggestion& s) { return !seen.insert(s.text).second; });
  if (out.size() > limit) out.resize(limit);
  return out;
}

}  // namespace papersearch
