// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_sequence.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "byte_encoding.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace papersearch {
namespace {

// A word takes so many bytes, the lowest first: its code, and whether it has the place of
// the word before. Where the code is below that of any word, so many sentences end.
constexpr std::size_t kWordBytes = 3;
constexpr unsigned kCodeBits = 23;
constexpr std::uint32_t kSamePlace = std::uint32_t{1} << kCodeBits;
constexpr WordCode kFirstCode = WordCode{1} << 16;

void put_word(std::string& out, std::uint32_t word) {
  for (std::size_t i = 0; i < kWordBytes; ++i)
    out += static_cast<char>(word >> (8 * i) & 0xFF);
}

std::uint32_t word_at(const char* bytes) {
  const auto byte = [&](int i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]));
  };
  return byte(0) | byte(1) << 8 | byte(2) << 16;
}

}  // namespace

WordCode word_code(std::string_view term) {
  const std::uint64_t hash = XXH3_64bits(term.data(), term.size());
  return kFirstCode + static_cast<WordCode>(hash % (kSamePlace - kFirstCode));
}

std::vector<WordCode> word_codes(const std::vector<std::string>& terms) {
  std::vector<WordCode> out;
  for (const std::string& term : terms) out.push_back(word_code(term));
  return out;
}

FieldMask field_mask(const std::vector<Field>& fields) {
  FieldMask out = fields.empty() ? kAllFields : 0;
  for (const Field field : fields) out |= field_bit(field);
  return out;
}

void WordSequenceWriter::begin_run(Field field) {
  end_run();
  field_ = field;
}

void WordSequenceWriter::add(std::string_view term, std::uint32_t place) {
  run_.push_back({place, word_code(term), sentence_});
}

std::string WordSequenceWriter::take() {
  end_run();
  places_.assign(kFields.size(), 0);
  sentence_ = written_sentence_ = 0;
  return std::exchange(out_, {});
}

void WordSequenceWriter::end_run() {
  // A whole comes behind its parts and stands where they begin.
  std::stable_sort(run_.begin(), run_.end(),
                   [](const Placed& a, const Placed& b) { return a.place < b.place; });
  auto begin = run_.cbegin();
  while (begin != run_.cend()) {
    auto end = begin + 1;
    while (end != run_.cend() && end->place <= (end - 1)->place + 1) ++end;
    write(begin, end);
    begin = end;
  }
  run_.clear();
}

void WordSequenceWriter::write(std::vector<Placed>::const_iterator begin,
                               std::vector<Placed>::const_iterator end) {
  std::uint32_t& places = places_[static_cast<std::size_t>(field_)];
  const std::uint32_t left = kMaxFieldPlaces - places;
  end = std::find_if(begin, end,
                     [&](const Placed& word) { return word.place - begin->place >= left; });
  if (begin == end) return;
  places += (end - 1)->place - begin->place + 1;
  std::string words;
  for (auto word = begin; word != end; ++word) {
    while (written_sentence_ < word->sentence) {
      const std::uint32_t ended =
          std::min(word->sentence - written_sentence_, kFirstCode - 1);
      put_word(words, ended);
      written_sentence_ += ended;
    }
    const bool same = word != begin && word->place == (word - 1)->place;
    put_word(words, word->code | (same ? kSamePlace : 0));
  }
  out_ += static_cast<char>(field_);
  put_number(out_, words.size() / kWordBytes);
  out_ += words;
}

void WordSequence::read(std::string_view value) {
  words_.clear();
  std::uint32_t place = 0;
  std::uint32_t sentence = 0;
  while (!value.empty()) {
    const auto field = static_cast<unsigned char>(value.front());
    value.remove_prefix(1);
    ByteReader reader(value);
    const std::uint64_t count = reader.number();
    value = reader.rest();
    if (field >= kFields.size() || !reader.ok() || count > value.size() / kWordBytes)
      return;
    place += kRunGap;
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::uint32_t word = word_at(value.data() + i * kWordBytes);
      if (word < kFirstCode) {
        sentence += word;
        continue;
      }
      if ((word & kSamePlace) == 0) ++place;
      words_.push_back(
          {word & (kSamePlace - 1), place, sentence, static_cast<Field>(field)});
    }
    value.remove_prefix(count * kWordBytes);
  }
}

FieldMask WordSequence::fields_with_phrase(const std::vector<WordCode>& words,
                                           FieldMask wanted) const {
  FieldMask found = 0;
  for (std::size_t at = 0; at < words_.size(); ++at) {
    if (words_[at].code != words[0]) continue;
    const FieldMask field = field_bit(words_[at].field);
    if ((field & wanted & ~found) != 0 && continues(at, words)) found |= field;
  }
  return found;
}

void WordSequence::mark_phrase(const std::vector<WordCode>& words,
                               std::vector<bool>& marks) const {
  for (std::size_t at = 0; at < words_.size(); ++at) {
    if (words_[at].code != words[0] || !continues(at, words)) continue;
    for (std::uint32_t i = 0; i < words.size(); ++i)
      marks[*find_at(at, words_[at].place + i, words[i])] = true;
  }
}

bool WordSequence::continues(std::size_t at, const std::vector<WordCode>& words) const {
  for (std::uint32_t i = 1; i < words.size(); ++i) {
    if (!find_at(at, words_[at].place + i, words[i])) return false;
  }
  return true;
}

std::optional<std::size_t> WordSequence::find_at(std::size_t at, std::uint32_t place,
                                                 WordCode code) const {
  while (at < words_.size() && words_[at].place < place) ++at;
  for (; at < words_.size() && words_[at].place == place; ++at) {
    if (words_[at].code == code) return at;
  }
  return {};
}

FieldMask WordSequence::fields_with_words_near(const std::vector<WordCode>& words,
                                               std::uint32_t window,
                                               FieldMask wanted) const {
  FieldMask found = 0;
  for (std::size_t at = 0; at < words_.size(); ++at) {
    const FieldMask field = field_bit(words_[at].field);
    if ((field & wanted & ~found) == 0) continue;
    const std::uint32_t end = words_[at].place + window;
    const bool all = std::all_of(words.begin(), words.end(), [&](WordCode word) {
      std::ptrdiff_t missing = std::count(words.begin(), words.end(), word);
      for (std::size_t i = at; i < words_.size() && words_[i].place < end; ++i)
        missing -= words_[i].code == word ? 1 : 0;
      return missing <= 0;
    });
    if (all) found |= field;
  }
  return found;
}

std::vector<std::uint32_t> WordSequence::places(WordCode word) const {
  std::vector<std::uint32_t> out;
  for (const Word& one : words_) {
    if (one.code == word) out.push_back(one.place);
  }
  return out;
}

FieldMask WordSequence::fields() const {
  FieldMask out = 0;
  for (const Word& word : words_) out |= field_bit(word.field);
  return out;
}

}  // namespace papersearch
