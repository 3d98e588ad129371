// SPDX-License-Identifier: GPL-2.0-or-later
// Learns the Korean lexicon from the text of an archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace papersearch {

// Counts runs of Hangul and tells words from endings.
//
// A run is read as one word and one ending (or none); expectation maximisation over all
// different runs finds how likely each word and each ending is, so that 해상도를, 해상도의
// and 해상도 make 해상도 a word, although 도 is a particle. Words that are often enough
// make the lexicon. A word of four syllables or more is a compound when its parts are words
// that the archive also writes side by side with a space: 강화학습 for 강화 학습. A word in
// 성 has its noun as the only part.
class LexiconLearner {
 public:
  void add_text(std::string_view utf8);

  struct Word {
    std::u16string text;
    std::uint64_t count;
    std::vector<std::u16string> parts;  // of a compound; else empty
  };
  struct Lexicon {
    std::vector<Word> words;    // sorted by text
    std::vector<Word> endings;  // sorted by text
  };
  // Deterministic: the same texts, in any order, give the same lexicon.
  Lexicon learn() const;

 private:
  using Counts = std::map<std::u16string, double>;
  struct Reading {
    std::u16string word;
    std::u16string ending;
  };
  struct Run {
    double count;
    std::vector<Reading> readings;
  };

  std::vector<Run> possible_readings() const;
  // Of each reading of `run`, given how many runs each word and each ending explains.
  static std::vector<double> probabilities(const Run& run, const Counts& words,
                                           const Counts& endings);
  Lexicon select(const Counts& words, const Counts& endings) const;

  std::unordered_map<std::u16string, std::uint64_t> runs_;
  // Two runs with one space between them.
  std::unordered_map<std::u16string, std::uint64_t> pairs_;
};

// As data/lexicon_ko.tsv holds it.
void write_lexicon(const LexiconLearner::Lexicon& lexicon, std::ostream& out);

}  // namespace papersearch
