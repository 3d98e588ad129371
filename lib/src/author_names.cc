// SPDX-License-Identifier: GPL-2.0-or-later
#include "author_names.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <vector>

#include "analyzer.h"
#include "document_builder.h"
#include "edit_distance.h"
#include "jamo.h"
#include "near_words.h"
#include "normalize.h"
#include "schema.h"

namespace papersearch {
namespace {

// What is looked at, at most: spellings of a word, papers of one of them, words of a name.
constexpr std::size_t kMaxSpellings = 8;
constexpr std::size_t kMaxPapers = 40;
constexpr std::size_t kMaxNameWords = 6;

constexpr std::size_t slips_in(std::size_t letters) {
  return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

// A word of a name as it was typed, and the words of the index that it may be.
struct NameWord {
  std::u16string letters;
  std::vector<NearWord> spellings;  // nearest first
};

NameWord read_word(const Xapian::Database& database, const std::string& word) {
  const std::u16string folded = to_utf16(word);
  NameWord out{to_letters(folded), {}};
  out.spellings = near_words(TermVocabulary(database, kAuthorPrefix), out.letters,
                             slips_in(out.letters.size()), 1);
  if (const Xapian::doccount frequency = database.get_termfreq(author_term(word))) {
    out.spellings.push_back({folded, frequency, 0});
  }
  const auto key = [](const NearWord& near) {
    return std::make_tuple(near.distance, ~near.frequency, near.word);
  };
  std::sort(out.spellings.begin(), out.spellings.end(),
            [&](const NearWord& a, const NearWord& b) { return key(a) < key(b); });
  if (out.spellings.size() > kMaxSpellings) out.spellings.resize(kMaxSpellings);
  return out;
}

// How far a word of a name is from what was typed, in half slips: an initial is one.
std::optional<std::size_t> distance(std::u16string_view typed, std::u16string_view word) {
  if (typed == word) return 0;
  if (typed.size() == 1)
    return word[0] == typed[0] ? std::optional<std::size_t>(1) : std::nullopt;
  const std::size_t limit = slips_in(typed.size());
  const std::size_t slips = edit_distance(typed, word, limit);
  return slips <= limit ? std::optional(2 * slips) : std::nullopt;
}

// The same of a whole name, in which every typed word has to be a different one.
std::optional<std::size_t> distance(const std::vector<NameWord>& typed,
                                    std::string_view name) {
  std::vector<std::u16string> words;
  for (const std::string& word : Analyzer::fold_words(name)) {
    words.push_back(to_letters(to_utf16(word)));
  }
  std::size_t sum = 0;
  for (const NameWord& one : typed) {
    std::optional<std::size_t> best;
    std::size_t at = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto found = distance(one.letters, words[i]);
      if (!found || (best && *best <= *found)) continue;
      best = found;
      at = i;
    }
    if (!best) return std::nullopt;
    sum += *best;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return sum;
}

std::string with_capital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
    word[0] = static_cast<char>(word[0] - 0x20);
  return word;
}

// The nearest name among the authors of the papers by somebody with a name in `seed`; of
// several, the one with the most papers.
std::optional<std::string> nearest_name(const Xapian::Database& database,
                                        const std::vector<NameWord>& typed,
                                        const NameWord& seed) {
  using Rank = std::tuple<std::size_t, Xapian::doccount, std::string>;
  std::optional<Rank> best;
  for (const NearWord& spelling : seed.spellings) {
    const std::string term = author_term(to_utf8(spelling.word));
    std::size_t papers = 0;
    for (auto it = database.postlist_begin(term);
         it != database.postlist_end(term) && papers < kMaxPapers; ++it, ++papers) {
      for (std::string& name :
           decode_authors(database.get_document(*it).get_value(kAuthorsSlot))) {
        const auto far = distance(typed, name);
        if (!far || (best && *far > std::get<0>(*best))) continue;
        Rank rank{*far, ~database.get_termfreq(author_name_term(name)), std::move(name)};
        if (!best || rank < *best) best = std::move(rank);
      }
    }
  }
  return best ? std::optional(std::get<2>(*best)) : std::nullopt;
}

}  // namespace

std::optional<std::string> mend_author(const Xapian::Database& database,
                                       std::string_view name) {
  std::vector<NameWord> typed;
  const NameWord* seed = nullptr;
  const std::vector<std::string> words = Analyzer::fold_words(name);
  if (words.empty() || words.size() > kMaxNameWords) return std::nullopt;
  for (const std::string& word : words) typed.push_back(read_word(database, word));
  for (const NameWord& word : typed) {
    // The longest word says most about who is meant.
    if (seed == nullptr || word.letters.size() > seed->letters.size()) seed = &word;
  }
  if (typed.size() > 1) return nearest_name(database, typed, *seed);
  const auto word = likeliest(typed[0].spellings, [](const NearWord&) { return true; });
  return word ? std::optional(with_capital(to_utf8(*word))) : std::nullopt;
}

}  // namespace papersearch
