// SPDX-License-Identifier: GPL-2.0-or-later
#include "learner.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "endings.h"
#include "lexicon.h"
#include "normalize.h"

namespace papersearch {
namespace {

constexpr int kRounds = 10;
// The share of different runs without an ending. Fixed: left free, it grows until every
// run is a word of its own.
constexpr double kNoEndingShare = 0.05;
// What every ending of the list counts for before anything is seen.
constexpr double kEndingPrior = 20;
// A word of the lexicon stands in at least so many places; one of a single syllable,
// which is easily a piece of something else, in more.
constexpr double kMinCount = 5;
constexpr double kMinCountOneSyllable = 60;
constexpr double kMinEndingCount = 3;
// How strongly rare words are taken for short ones: the weight of the prior, and its
// factor for each syllable.
constexpr double kPriorWeight = 20;
constexpr double kPriorPerSyllable = 1.0 / 6;
// A compound's parts stand side by side at least so often, and at least so often for
// each time the compound does.
constexpr std::uint64_t kMinPairs = 2;
constexpr double kMinPairShare = 0.03;

bool is_hangul(char16_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

// exp(digamma(count)), nearly: what variational Bayes puts in place of the count. It takes
// about a half off, and so all but everything from words that explain a single run.
double discounted(double count) {
  return count * count / (count + 0.5) * std::exp(-0.15 / (count + 0.05));
}

double prior(const std::u16string& word) {
  return kPriorWeight * std::pow(kPriorPerSyllable, static_cast<double>(word.size()));
}

}  // namespace

void LexiconLearner::add_text(std::string_view utf8) {
  NormalizedText normalized;
  normalize(utf8, normalized);
  const std::u16string& text = normalized.text;
  std::u16string previous;
  std::size_t previous_end = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_hangul(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && is_hangul(text[i])) ++i;
    std::u16string run = text.substr(begin, i - begin);
    // Right behind something else it is mostly an ending: "TTRL은".
    const bool after_space =
        begin == 0 || text[begin - 1] == u' ' || text[begin - 1] == u'\n';
    if (after_space) {
      ++runs_[run];
      if (!previous.empty() && previous_end + 1 == begin && text[previous_end] == u' ') {
        ++pairs_[previous + u' ' + run];
      }
    }
    previous = after_space ? std::move(run) : std::u16string();
    previous_end = i;
  }
}

std::vector<LexiconLearner::Run> LexiconLearner::possible_readings() const {
  const std::vector<std::u16string> list = korean_endings();
  const std::unordered_set<std::u16string> endings(list.begin(), list.end());
  std::vector<std::pair<std::u16string, std::uint64_t>> sorted(runs_.begin(), runs_.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<Run> out;
  for (const auto& [text, count] : sorted) {
    Run run{static_cast<double>(count), {{text, u""}}};
    for (std::size_t n = 1; n < text.size() && n <= kMaxEndingSyllables; ++n) {
      std::u16string ending = text.substr(text.size() - n);
      // 생성 is no 생 with 성: what makes words of words wants a word of two syllables.
      const bool derives = ending[0] == u'성' || ending[0] == u'적' || ending[0] == u'들';
      if (text.size() - n < (derives ? 2U : 1U)) continue;
      if (endings.contains(ending)) {
        run.readings.push_back({text.substr(0, text.size() - n), std::move(ending)});
      }
    }
    out.push_back(std::move(run));
  }
  return out;
}

std::vector<double> LexiconLearner::probabilities(const Run& run, const Counts& words,
                                                  const Counts& endings) {
  std::vector<double> p;
  double total = 0;
  for (const Reading& reading : run.readings) {
    const double word = discounted(words.at(reading.word)) + prior(reading.word);
    p.push_back(word * (endings.at(reading.ending) + kEndingPrior));
    total += p.back();
  }
  for (double& value : p) value /= total;
  return p;
}

LexiconLearner::Lexicon LexiconLearner::learn() const {
  std::vector<Run> runs = possible_readings();
  Counts words;
  Counts endings;
  for (const Run& run : runs) {
    const double share = 1.0 / static_cast<double>(run.readings.size());
    for (const Reading& reading : run.readings) {
      words[reading.word] += share;
      endings[reading.ending] += share;
    }
  }
  endings[u""] = kNoEndingShare * static_cast<double>(runs.size());
  for (int round = 0; round < kRounds; ++round) {
    Counts next_words;
    Counts next_endings;
    for (const Run& run : runs) {
      const std::vector<double> p = probabilities(run, words, endings);
      for (std::size_t i = 0; i < p.size(); ++i) {
        next_words[run.readings[i].word] += p[i];
        next_endings[run.readings[i].ending] += p[i];
      }
    }
    words.swap(next_words);
    endings.swap(next_endings);
    endings[u""] = kNoEndingShare * static_cast<double>(runs.size());
  }
  // The lexicon counts occurrences, each run by its likeliest reading.
  Counts word_counts;
  Counts ending_counts;
  for (const Run& run : runs) {
    const std::vector<double> p = probabilities(run, words, endings);
    const auto best =
        static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
    word_counts[run.readings[best].word] += run.count;
    ending_counts[run.readings[best].ending] += run.count;
  }
  return select(word_counts, ending_counts);
}

LexiconLearner::Lexicon LexiconLearner::select(const Counts& words,
                                               const Counts& endings) const {
  Lexicon out;
  std::map<std::u16string, std::uint64_t> kept;
  for (const auto& [word, count] : words) {
    const double least = word.size() == 1 ? kMinCountOneSyllable : kMinCount;
    if (count >= least && word.size() <= kMaxWordSyllables) {
      kept[word] = static_cast<std::uint64_t>(std::llround(count));
    }
  }
  // 모델들 and 경제적 are 모델 and 경제 with an ending, however often they occur.
  std::erase_if(kept, [&](const auto& entry) {
    const std::u16string& word = entry.first;
    const bool derived = word.back() == u'들' || word.back() == u'적';
    return word.size() > 2 && derived && kept.count(word.substr(0, word.size() - 1)) != 0;
  });
  // Nor is 연구자들에게 a word.
  const std::vector<std::u16string> list = korean_endings();
  std::erase_if(kept, [&](const auto& entry) {
    const std::u16string& word = entry.first;
    const std::size_t many = word.find(u'들', 2);
    return many != std::u16string::npos && kept.count(word.substr(0, many)) != 0 &&
           std::find(list.begin(), list.end(), word.substr(many)) != list.end();
  });
  // Pairs of words, whatever the ending of the second: 강화 학습을 speaks for 강화 학습.
  std::unordered_map<std::u16string, std::uint64_t> pairs;
  for (const auto& [pair, count] : pairs_) {
    const std::size_t space = pair.find(u' ');
    for (std::size_t n = pair.size(); n > space + 2; --n) {
      if (n < pair.size() && endings.count(pair.substr(n)) == 0) continue;
      pairs[pair.substr(0, n)] += count;
    }
  }
  for (const auto& [word, count] : kept) {
    Word entry{word, count, {}};
    std::uint64_t best = 0;
    // A quality is found by its noun: 효율성 by 효율.
    const std::u16string base = word.substr(0, word.size() - 1);
    if (word.back() == u'성' && base.size() > 1 && kept.count(base) != 0)
      entry.parts = {base};
    for (std::size_t cut = 2; cut + 2 <= word.size(); ++cut) {
      const std::u16string left = word.substr(0, cut);
      const std::u16string right = word.substr(cut);
      if (kept.count(left) == 0 || kept.count(right) == 0) continue;
      const auto found = pairs.find(left + u' ' + right);
      const std::uint64_t together = found == pairs.end() ? 0 : found->second;
      const double wanted = kMinPairShare * static_cast<double>(count);
      if (together >= kMinPairs && static_cast<double>(together) >= wanted &&
          together > best) {
        best = together;
        entry.parts = {left, right};
      }
    }
    out.words.push_back(std::move(entry));
  }
  for (const auto& [ending, count] : endings) {
    if (!ending.empty() && count >= kMinEndingCount) {
      out.endings.push_back({ending, static_cast<std::uint64_t>(std::llround(count)), {}});
    }
  }
  return out;
}

void write_lexicon(const LexiconLearner::Lexicon& lexicon, std::ostream& out) {
  out << "# Korean words and endings, learned by papersearch-lexicon; not for editing by "
         "hand.\n"
         "# word, count, parts of a compound; and ~ending, count\n";
  for (const auto& word : lexicon.words) {
    out << to_utf8(word.text) << '\t' << word.count << '\t';
    for (std::size_t i = 0; i < word.parts.size(); ++i) {
      out << (i == 0 ? "" : " ") << to_utf8(word.parts[i]);
    }
    out << '\n';
  }
  for (const auto& ending : lexicon.endings) {
    out << '~' << to_utf8(ending.text) << '\t' << ending.count << "\t\n";
  }
}

}  // namespace papersearch
