// SPDX-License-Identifier: GPL-2.0-or-later
#include "surface_forms.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>

#include "byte_encoding.h"
#include "schema.h"

namespace papersearch {
namespace {

// Words that begin with the same so many bytes, or are these, make a block. The 30,000
// words of 10,542 papers are 11,000 blocks; where a million papers have six million words,
// a look-up reads 16 KB on average.
constexpr std::size_t kBlockBytes = 4;

using Frequencies = std::map<std::string, std::int64_t, std::less<>>;

std::string_view beginning(std::string_view word) { return word.substr(0, kBlockBytes); }

std::string block_key(std::string_view word) {
  return std::string(kSurfaceFormKeyPrefix) + std::string(beginning(word));
}

// Of a key as Xapian's interface has it, and its compactor: with some bytes in front.
std::string_view beginning_of_key(std::string_view key) {
  const std::size_t at = key.find(kSurfaceFormKeyPrefix);
  return key.substr(std::min(key.size(), at + kSurfaceFormKeyPrefix.size()));
}

// Of a block: for each word how many bytes it shares with the one before, or the first with
// the beginning of them all; the other bytes; its frequency.
std::string encode(std::string_view beginning, const Frequencies& words) {
  std::string out;
  std::string_view before = beginning;
  for (const auto& [word, frequency] : words) {
    if (frequency <= 0) continue;
    const auto differs =
        std::mismatch(before.begin(), before.end(), word.begin(), word.end());
    const auto shared = static_cast<std::size_t>(differs.first - before.begin());
    put_number(out, shared);
    put_text(out, std::string_view(word).substr(shared));
    put_number(out, static_cast<std::uint64_t>(frequency));
    before = word;
  }
  return out;
}

// Until `visit`, which is given a word and its frequency, gives false.
template <class Visit>
void decode(std::string_view beginning, std::string_view block, Visit&& visit) {
  ByteReader in(block);
  std::string word(beginning);
  while (!in.at_end()) {
    const std::uint64_t shared = in.number();
    const std::string rest = in.text();
    const std::uint64_t frequency = in.number();
    if (!in.ok() || shared > word.size())
      throw Xapian::DatabaseCorruptError("the words that begin with " +
                                         std::string(beginning) + " are damaged");
    word.replace(shared, std::string::npos, rest);
    if (!visit(word, frequency)) return;
  }
}

void add_block(std::string_view beginning, std::string_view block, Frequencies& out) {
  decode(beginning, block, [&](const std::string& word, std::uint64_t frequency) {
    out[word] += static_cast<std::int64_t>(frequency);
    return true;
  });
}

}  // namespace

bool is_surface_form(std::string_view word) {
  return word.size() > 2 && word[0] >= 'a' && word[0] <= 'z';
}

Xapian::doccount SurfaceForms::frequency(std::string_view word) const {
  if (!is_surface_form(word)) return 0;
  Xapian::doccount out = 0;
  decode(beginning(word), database_.get_metadata(block_key(word)),
         [&](std::string_view other, std::uint64_t frequency) {
           if (other == word) out = static_cast<Xapian::doccount>(frequency);
           return other < word;
         });
  return out;
}

void SurfaceForms::walk(std::string_view first, std::string_view last,
                        const Visit& visit) const {
  const std::string prefix(kSurfaceFormKeyPrefix);
  // Where a writer has overwritten what is to be read, this throws. If the next did first,
  // Xapian 1.4.22 would lose the 16 KB of its cursor.
  database_.get_metadata(prefix);
  auto key = database_.metadata_keys_begin(prefix);
  const auto end = database_.metadata_keys_end(prefix);
  bool goes_on = true;
  for (key.skip_to(block_key(first)); goes_on && key != end; ++key) {
    const std::string name = *key;
    const std::string_view beginning = beginning_of_key(name);
    if (is_behind(beginning, last)) return;
    decode(beginning, database_.get_metadata(name),
           [&](std::string_view word, std::uint64_t frequency) {
             if (word < first) return true;
             goes_on = !is_behind(word, last) &&
                       visit(word, static_cast<Xapian::doccount>(frequency));
             return goes_on;
           });
  }
}

void SurfaceFormChanges::add(const TextPool& words, int change) {
  for (TextPool::Id id = 0; id < words.size(); ++id) {
    const TextPool::Id at = words_.add(words.text(id));
    if (at == changes_.size()) changes_.push_back(0);
    changes_[at] += change;
  }
}

void SurfaceFormChanges::write_to(Xapian::WritableDatabase& database) {
  std::vector<TextPool::Id> sorted(words_.size());
  std::iota(sorted.begin(), sorted.end(), TextPool::Id{0});
  std::sort(sorted.begin(), sorted.end(), [&](TextPool::Id a, TextPool::Id b) {
    return words_.text(a) < words_.text(b);
  });
  for (auto at = sorted.begin(); at != sorted.end();) {
    const std::string_view common = beginning(words_.text(*at));
    const std::string key = block_key(common);
    Frequencies words;
    add_block(common, database.get_metadata(key), words);
    for (; at != sorted.end() && beginning(words_.text(*at)) == common; ++at)
      words[std::string(words_.text(*at))] += changes_[*at];
    database.set_metadata(key, encode(common, words));
  }
  words_.clear();
  changes_.clear();
}

std::string SurfaceFormMerger::resolve_duplicate_metadata(const std::string& key,
                                                          std::size_t count,
                                                          const std::string blocks[]) {
  // All other metadata is in one of the databases only.
  const std::string_view common = beginning_of_key(key);
  Frequencies words;
  for (std::size_t i = 0; i < count; ++i) add_block(common, blocks[i], words);
  return encode(common, words);
}

}  // namespace papersearch
