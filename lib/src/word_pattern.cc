// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_pattern.h"

#include <algorithm>
#include <utility>

namespace papersearch {
namespace {

class WordPatternSource : public Xapian::PostingSource {
 public:
  explicit WordPatternSource(WordPattern pattern) : pattern_(std::move(pattern)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  // As many as may be: what costs more than a look at a posting is to be asked last.
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void next(double) override {
    if (started_) ++at_;
    started_ = true;
    find();
  }

  void skip_to(Xapian::docid did, double) override {
    started_ = true;
    if (!at_end()) at_.skip_to(did);
    find();
  }

  // Unlike skip_to() without a look at the papers behind `did`.
  bool check(Xapian::docid did, double) override {
    started_ = true;
    if (!at_end()) at_.skip_to(did);
    return at_end() || (at_.get_docid() == did && matches());
  }

  bool at_end() const override {
    return started_ && at_ == database_.valuestream_end(kWordsSlot);
  }
  Xapian::docid get_docid() const override { return at_.get_docid(); }
  WordPatternSource* clone() const override { return new WordPatternSource(pattern_); }
  std::string get_description() const override { return "WordPatternSource"; }

  void init(const Xapian::Database& database) override {
    database_ = database;
    started_ = false;
    at_ = database_.valuestream_begin(kWordsSlot);
  }

 private:
  void find() {
    while (!at_end() && !matches()) ++at_;
  }

  bool matches() {
    sequence_.read(*at_);
    return pattern_(sequence_) != 0;
  }

  WordPattern pattern_;
  Xapian::Database database_;
  Xapian::ValueIterator at_;
  WordSequence sequence_;
  bool started_ = false;
};

}  // namespace

WordPattern phrase_pattern(const std::vector<std::string>& terms, FieldMask fields) {
  return [words = word_codes(terms), fields](const WordSequence& sequence) {
    return sequence.fields_with_phrase(words, fields);
  };
}

WordPattern near_pattern(const std::vector<std::string>& terms, std::uint32_t window,
                         FieldMask fields) {
  return [words = word_codes(terms), window, fields](const WordSequence& sequence) {
    return sequence.fields_with_words_near(words, window, fields);
  };
}

WordPattern any_word_pattern(const std::vector<std::string>& terms, FieldMask fields) {
  std::vector<WordCode> words = word_codes(terms);
  std::sort(words.begin(), words.end());
  return [words = std::move(words), fields](const WordSequence& sequence) {
    FieldMask found = 0;
    for (const WordSequence::Word& word : sequence.words()) {
      const FieldMask field = field_bit(word.field);
      if ((field & fields & ~found) != 0 &&
          std::binary_search(words.begin(), words.end(), word.code))
        found |= field;
    }
    return found;
  };
}

Xapian::Query pattern_query(const WordPattern& pattern) {
  return Xapian::Query((new WordPatternSource(pattern))->release());
}

}  // namespace papersearch
