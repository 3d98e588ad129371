// SPDX-License-Identifier: GPL-2.0-or-later
#include "sentence_choice.h"

#include <algorithm>
#include <utility>

namespace papersearch {
namespace {

// What a word counts in a further sentence when one has it already, and again in the same.
constexpr double kSeenShare = 0.1;
constexpr double kAgainShare = 0.01;
// A further sentence has to say so much that is new, in shares of what the best says.
constexpr double kLeastNew = 0.15;

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

SentenceChoice::SentenceChoice(const std::vector<std::string>& terms,
                               const std::vector<std::vector<std::string>>& names,
                               std::function<double(const std::string&)> weight)
    : weight_(std::move(weight)) {
  for (const std::string& term : terms)
    wanted_.push_back({word_code(term), term, true, {}});
  for (const std::vector<std::string>& name : names) {
    names_.push_back(word_codes(name));
    for (const std::string& term : name)
      wanted_.push_back({word_code(term), term, name.size() == 1, {}});
  }
  // Of the same code the one that counts alone comes first, and stays.
  std::stable_sort(wanted_.begin(), wanted_.end(), [](const Wanted& a, const Wanted& b) {
    return a.code != b.code ? a.code < b.code : a.alone && !b.alone;
  });
  const auto same = [](const Wanted& a, const Wanted& b) { return a.code == b.code; };
  wanted_.erase(std::unique(wanted_.begin(), wanted_.end(), same), wanted_.end());
}

bool SentenceChoice::stands_in(const WordSequence& words, FieldMask fields) {
  return !sentences(words, fields).empty();
}

std::vector<std::size_t> SentenceChoice::best(const WordSequence& words, FieldMask fields,
                                              std::size_t count) {
  const std::vector<Sentence> all = sentences(words, fields);
  std::vector<std::size_t> chosen;
  std::vector<Wanted*> seen;
  double first_worth = 0;
  while (chosen.size() < count) {
    double most = 0;
    const Sentence* best = nullptr;
    for (const Sentence& sentence : all) {
      if (contains(chosen, sentence.number)) continue;
      const double here = worth(sentence, seen);
      if (here > most) {
        most = here;
        best = &sentence;
      }
    }
    if (best == nullptr || most < first_worth * kLeastNew) break;
    if (chosen.empty()) first_worth = most;
    chosen.push_back(best->number);
    for (Wanted* wanted : best->wanted) {
      if (!contains(seen, wanted)) seen.push_back(wanted);
    }
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

SentenceChoice::Wanted* SentenceChoice::find(WordCode code) {
  const auto at = std::lower_bound(wanted_.begin(), wanted_.end(), code,
                                   [](const Wanted& a, WordCode b) { return a.code < b; });
  return at == wanted_.end() || at->code != code ? nullptr : &*at;
}

double SentenceChoice::weight(Wanted& wanted) {
  if (!wanted.weight) wanted.weight = weight_(wanted.term);
  return *wanted.weight;
}

// For each word of the paper whether it belongs to a name.
std::vector<bool> SentenceChoice::in_names(const WordSequence& words) const {
  std::vector<bool> out(words.words().size());
  for (const std::vector<WordCode>& name : names_) {
    if (name.size() > 1) words.mark_phrase(name, out);
  }
  return out;
}

std::vector<SentenceChoice::Sentence> SentenceChoice::sentences(const WordSequence& words,
                                                                FieldMask fields) {
  const std::vector<bool> named = in_names(words);
  std::vector<Sentence> out;
  for (std::size_t i = 0; i < named.size(); ++i) {
    const WordSequence::Word& word = words.words()[i];
    if ((field_bit(word.field) & fields) == 0) continue;
    Wanted* wanted = find(word.code);
    if (wanted == nullptr || (!wanted->alone && !named[i])) continue;
    if (out.empty() || out.back().number != word.sentence)
      out.push_back({word.sentence, {}});
    out.back().wanted.push_back(wanted);
  }
  return out;
}

// How much of the query `sentence` holds, less what `seen` holds already. A word counts
// once; more occurrences break ties.
double SentenceChoice::worth(const Sentence& sentence, const std::vector<Wanted*>& seen) {
  double sum = 0;
  std::vector<Wanted*> here;
  for (Wanted* wanted : sentence.wanted) {
    const double full = weight(*wanted);
    if (contains(here, wanted)) {
      sum += full * kAgainShare;
      continue;
    }
    sum += contains(seen, wanted) ? full * kSeenShare : full;
    here.push_back(wanted);
  }
  return sum;
}

}  // namespace papersearch
