// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a paper in their order, field by field: what phrases, searches in one
// section and closeness look at. Kept in kWordsSlot in place of Xapian's positions, which
// take three times the room and know nothing of fields.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema.h"

namespace papersearch {

// Stands for a term in a sequence: a number of 23 bits made of its XXH3, not below 65,536.
// A paper is looked at only where it holds all terms of a phrase, so that a wrong match
// needs a word beside one of them with the code of the next: once in eight million.
using WordCode = std::uint32_t;
WordCode word_code(std::string_view term);
std::vector<WordCode> word_codes(const std::vector<std::string>& terms);

// Fields to look in, a bit each.
using FieldMask = std::uint32_t;
constexpr FieldMask field_bit(Field field) {
  return FieldMask{1} << static_cast<unsigned>(field);
}
inline constexpr FieldMask kAllFields = (FieldMask{1} << kFields.size()) - 1;
FieldMask field_mask(const std::vector<Field>& fields);  // of none: all

// Writes a sequence. Words beside each other are those of one run; each field holds at most
// kMaxFieldPlaces places, what is behind them is left out.
class WordSequenceWriter {
 public:
  void begin_run(Field field);
  // What is added from now on stands in the next sentence of the paper.
  void end_sentence() { ++sentence_; }
  // Places of a run count up by one, in whatever order they come; two terms may share one.
  // Words on both sides of a place left out are not beside each other.
  void add(std::string_view term, std::uint32_t place);
  // The sequence; the writer is empty again.
  std::string take();

 private:
  void end_run();

  struct Placed {
    std::uint32_t place;
    WordCode code;
    std::uint32_t sentence;
  };
  // Words without a gap between them.
  void write(std::vector<Placed>::const_iterator begin,
             std::vector<Placed>::const_iterator end);

  std::string out_;
  std::uint32_t sentence_ = 0;
  std::uint32_t written_sentence_ = 0;
  std::vector<Placed> run_;
  Field field_ = Field::kTitle;
  std::vector<std::uint32_t> places_ = std::vector<std::uint32_t>(kFields.size());
};

// A sequence, read. Of damaged bytes it holds what comes before them.
class WordSequence {
 public:
  // Replaces what was read before.
  void read(std::string_view value);

  // The fields in which the words stand side by side, in order. `words` is not empty.
  FieldMask fields_with_phrase(const std::vector<WordCode>& words, FieldMask wanted) const;

  // Sets in `marks`, which has a bit for each of words(), those of the places where `words`
  // stand side by side, in order.
  void mark_phrase(const std::vector<WordCode>& words, std::vector<bool>& marks) const;

  // The fields in which all words stand within `window` places, in any order; a word that
  // is asked for twice, twice.
  FieldMask fields_with_words_near(const std::vector<WordCode>& words, std::uint32_t window,
                                   FieldMask wanted) const;

  // The places of a word, ascending. Those of different runs are kRunGap apart at least.
  std::vector<std::uint32_t> places(WordCode word) const;

  FieldMask fields() const;  // those that have words

  struct Word {
    WordCode code;
    std::uint32_t place;
    std::uint32_t sentence;  // of the paper, counted from 0
    Field field;
  };
  const std::vector<Word>& words() const { return words_; }

 private:
  // Whether the words behind the first, which stands at `at`, follow it.
  bool continues(std::size_t at, const std::vector<WordCode>& words) const;
  // The word with this code in the place `place`, which is not before that of `at`.
  std::optional<std::size_t> find_at(std::size_t at, std::uint32_t place,
                                     WordCode code) const;

  std::vector<Word> words_;
};

inline constexpr std::uint32_t kMaxFieldPlaces = 65'536;
inline constexpr std::uint32_t kRunGap = 1'000;

}  // namespace papersearch
