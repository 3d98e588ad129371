// SPDX-License-Identifier: GPL-2.0-or-later
#include "near_words.h"

#include <cmath>
#include <utility>

#include "edit_distance.h"
#include "jamo.h"
#include "normalize.h"
#include "slip.h"

namespace papersearch {
namespace {

constexpr std::size_t kSureLetters = 2;
// As natural logarithms.
constexpr double kSlipCost = 5;
constexpr double kOddSlipCost = 2;
constexpr std::u16string_view kLatin = u"abcdefghijklmnopqrstuvwxyz";

class Search {
 public:
  Search(const Vocabulary& vocabulary, std::u16string_view letters, std::size_t limit,
         Xapian::doccount least_frequency)
      : vocabulary_(vocabulary),
        letters_(letters),
        limit_(limit),
        least_frequency_(least_frequency) {}

  std::vector<NearWord> run() {
    const std::u16string beginning = from_letters(letters_.substr(0, kSureLetters));
    if (beginning.size() == 1) {
      // Two keys of a syllable: more may have come, a tail or the rest of a vowel.
      if (const auto range = completions_of(beginning[0]))
        scan({range->first}, {range->last});
    } else if (!is_hangul()) {
      scan(beginning, beginning);
    }
    one_slip_in_sure_letters();
    return std::move(found_);
  }

 private:
  bool is_hangul() const { return is_lone_jamo(letters_[0]); }

  // Looks at all words from those that begin with `first` to those with `last`.
  void scan(const std::u16string& first, const std::u16string& last) {
    vocabulary_.walk(to_utf8(first), to_utf8(last),
                     [&](std::string_view word, Xapian::doccount frequency) {
                       add(to_utf16(word), frequency);
                       return true;
                     });
  }

  void add(std::u16string word, Xapian::doccount frequency) {
    if (frequency < least_frequency_) return;
    const std::u16string letters = to_letters(word);
    const std::size_t distance = edit_distance(letters_, letters, limit_);
    if (distance == 0 || distance > limit_) return;
    const bool common = distance == 1 && is_common_slip(letters_, letters);
    found_.push_back({std::move(word), frequency, distance, common});
  }

  void look_up(const std::u16string& letters) {
    std::u16string word = from_letters(letters);
    const Xapian::doccount frequency = vocabulary_.frequency(to_utf8(word));
    if (frequency > 0) add(std::move(word), frequency);
  }

  void one_slip_in_sure_letters() {
    const std::u16string_view alphabet = is_hangul() ? kJamoKeys : kLatin;
    const std::u16string typed(letters_);
    for (std::size_t i = 0; i < kSureLetters && i <= typed.size(); ++i) {
      for (const char16_t letter : alphabet)
        look_up(std::u16string(typed).insert(i, 1, letter));
      if (i == typed.size()) break;
      look_up(std::u16string(typed).erase(i, 1));
      std::u16string other = typed;
      if (i + 1 < typed.size()) std::swap(other[i], other[i + 1]);
      look_up(other);
      other = typed;
      for (const char16_t letter : alphabet) {
        other[i] = letter;
        look_up(other);
      }
    }
  }

  const Vocabulary& vocabulary_;
  const std::u16string_view letters_;
  const std::size_t limit_;
  const Xapian::doccount least_frequency_;
  std::vector<NearWord> found_;
};

}  // namespace

std::vector<NearWord> near_words(const Vocabulary& vocabulary, std::u16string_view letters,
                                 std::size_t limit, Xapian::doccount least_frequency) {
  if (letters.empty() || limit == 0) return {};
  return Search(vocabulary, letters, limit, least_frequency).run();
}

std::optional<std::u16string> likeliest(
    const std::vector<NearWord>& words,
    const std::function<bool(const NearWord&)>& accept) {
  const auto likelihood = [](const NearWord& near) {
    return std::log(near.frequency) - kSlipCost * static_cast<double>(near.distance) -
           (near.distance == 1 && !near.common_slip ? kOddSlipCost : 0);
  };
  const NearWord* best = nullptr;
  for (const NearWord& near : words) {
    if (!accept(near)) continue;
    const double more = best == nullptr ? 1 : likelihood(near) - likelihood(*best);
    if (more > 0 || (more == 0 && near.word < best->word)) best = &near;
  }
  return best == nullptr ? std::nullopt : std::optional(best->word);
}

}  // namespace papersearch
