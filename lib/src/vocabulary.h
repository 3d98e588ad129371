// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <string_view>

namespace papersearch {

// Words of an index in the order of their bytes, with the number of papers that hold each.
class Vocabulary {
 public:
  // False: no further word is wanted.
  using Visit = std::function<bool(std::string_view word, Xapian::doccount frequency)>;

  virtual ~Vocabulary() = default;

  // 0: no paper.
  virtual Xapian::doccount frequency(std::string_view word) const = 0;
  // The words from `first` on, until behind those that begin with `last`.
  virtual void walk(std::string_view first, std::string_view last,
                    const Visit& visit) const = 0;

 protected:
  Vocabulary() = default;
  Vocabulary(const Vocabulary&) = default;
  Vocabulary& operator=(const Vocabulary&) = default;
};

// Whether `word` stands behind all that begin with `last`.
inline bool is_behind(std::string_view word, std::string_view last) {
  return word.substr(0, last.size()) > last;
}

// The terms under a prefix, which is not part of the words.
class TermVocabulary : public Vocabulary {
 public:
  // The database must outlive the object.
  TermVocabulary(const Xapian::Database& database, std::string_view prefix)
      : database_(database), prefix_(prefix) {}

  Xapian::doccount frequency(std::string_view word) const override;
  void walk(std::string_view first, std::string_view last,
            const Visit& visit) const override;

 private:
  const Xapian::Database& database_;
  std::string prefix_;
};

}  // namespace papersearch
