// SPDX-License-Identifier: GPL-2.0-or-later
// Collects the terms of one document, so that Xapian, which looks each up in a tree of
// strings, is given every term once.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace papersearch {

// Not for use by several threads.
class DocumentTerms {
 public:
  // Adds `frequency` to that of the term `prefix` followed by `text`; 0 only adds the term.
  // What is longer than kMaxTermBytes is cut, the prefix not counted.
  void add(std::string_view prefix, std::string_view text, std::uint32_t frequency);
  // Adds the terms to `document`, and begins anew.
  void move_to(Xapian::Document& document);

 private:
  struct Term {
    std::uint32_t hash;
    std::uint32_t begin;  // in text_
    std::uint32_t length;
    std::uint32_t frequency;
  };

  std::string_view view(const Term& term) const {
    return std::string_view(text_).substr(term.begin, term.length);
  }
  void grow();

  std::string text_;  // of all terms, one behind the other
  std::vector<Term> terms_;
  // A hash table of numbers of terms, from 1; 0 is a free place. Its size is a power of 2.
  std::vector<std::uint32_t> places_;
  std::string term_;
};

}  // namespace papersearch
