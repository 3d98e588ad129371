// SPDX-License-Identifier: GPL-2.0-or-later
#include "completion.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "normalize.h"
#include "predicate.h"
#include "stopwords.h"
#include "surface_forms.h"

namespace papersearch {
namespace {

// Words looked at for one completion, at most.
constexpr std::size_t kMaxWords = 5'000;
constexpr std::size_t kSyllableBytes = 3;

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// The consonants that a lone cluster (ㄳ) is typed with, one by one.
std::u16string without_clusters(std::u16string_view typed) {
  std::u16string out;
  for (const char16_t c : typed)
    out += is_syllable(c) ? std::u16string(1, c) : to_letters({&c, 1});
  return out;
}

// Walks the terms of the index that follow a pattern, jumping over the others.
class Walk {
 public:
  Walk(const Xapian::Database& database, const SyllablePattern& pattern,
       std::vector<Completion>& out)
      : pattern_(pattern),
        it_(database.allterms_begin()),
        end_(database.allterms_end()),
        out_(out) {}

  void run() { walk(0, ""); }

 private:
  void walk(std::size_t depth, const std::string& before) {
    if (depth == pattern_.size()) {
      for (; it_ != end_ && begins_with(*it_, before) && out_.size() < kMaxWords; ++it_) {
        out_.push_back({*it_, it_.get_termfreq()});
      }
      return;
    }
    const SyllableRange range = pattern_[depth];
    for (char16_t next = range.first; next <= range.last;) {
      it_.skip_to(before + to_utf8({&next, 1}));
      if (it_ == end_ || out_.size() >= kMaxWords) return;
      const std::string term = *it_;
      if (!begins_with(term, before) || term.size() < before.size() + kSyllableBytes)
        return;
      const std::string syllable = term.substr(before.size(), kSyllableBytes);
      const std::u16string found = to_utf16(syllable);
      if (found.size() != 1 || !range.contains(found[0])) return;
      walk(depth + 1, before + syllable);
      next = static_cast<char16_t>(found[0] + 1);
    }
  }

  const SyllablePattern& pattern_;
  Xapian::TermIterator it_;
  Xapian::TermIterator end_;
  std::vector<Completion>& out_;
};

void collect(const Vocabulary& vocabulary, std::string_view typed,
             std::vector<Completion>& out) {
  vocabulary.walk(typed, typed, [&](std::string_view word, Xapian::doccount frequency) {
    out.push_back({std::string(word), frequency});
    return out.size() < kMaxWords;
  });
}

// Keeps the `limit` most frequent words, in order.
void keep_best(std::vector<Completion>& words, std::size_t limit) {
  limit = std::min(limit, words.size());
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(limit),
                    words.end(), [](const Completion& a, const Completion& b) {
                      return a.frequency != b.frequency ? a.frequency > b.frequency
                                                        : a.word < b.word;
                    });
  words.resize(limit);
}

}  // namespace

std::vector<SyllablePattern> half_typed(std::u16string_view typed) {
  const std::u16string letters = without_clusters(typed);
  SyllablePattern pattern;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const bool is_whole = is_syllable(letters[i]) && i + 1 < letters.size();
    const auto range =
        is_whole ? SyllableRange{letters[i], letters[i]} : completions_of(letters[i]);
    if (!range) return {};
    pattern.push_back(*range);
  }
  if (pattern.empty()) return {};
  std::vector<SyllablePattern> out = {pattern};
  if (!is_syllable(letters.back())) return out;
  if (const auto moved = move_tail(letters.back())) {
    pattern.back() = {moved->syllable, moved->syllable};
    pattern.push_back(*completions_of(moved->lead));
    out.push_back(std::move(pattern));
  }
  return out;
}

std::vector<Completion> complete_word(const Xapian::Database& database,
                                      std::u16string_view typed, std::size_t limit) {
  std::vector<Completion> words;
  const std::string written = to_utf8(typed);
  const bool latin = std::all_of(typed.begin(), typed.end(),
                                 [](char16_t c) { return c >= u'a' && c <= u'z'; });
  if (is_syllable(typed[0]) || is_lone_jamo(typed[0])) {
    for (const SyllablePattern& pattern : half_typed(typed))
      Walk(database, pattern, words).run();
  } else {
    // What holds a digit is a term itself.
    if (latin)
      collect(SurfaceForms(database), written, words);
    else
      collect(TermVocabulary(database, ""), written, words);
  }
  // More than asked for, that enough are left when those that are no help have gone.
  keep_best(words, 4 * limit);
  const bool is_word = std::erase_if(words, [&](const Completion& word) {
                         return word.word == written;
                       }) > 0;
  std::erase_if(words, [](const Completion& word) {
    return is_stopword(word.word) || ends_like_predicate(to_utf16(word.word));
  });
  if (latin) {
    const Xapian::Stem stem("english");
    std::unordered_set<std::string> stems;
    if (is_word) stems.insert(stem(written));
    std::erase_if(words, [&](const Completion& word) {
      return !stems.insert(stem(word.word)).second;
    });
  }
  if (words.size() > limit) words.resize(limit);
  return words;
}

}  // namespace papersearch
