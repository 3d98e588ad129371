// SPDX-License-Identifier: GPL-2.0-or-later
// A glossary in the form in which it is asked: by the terms of a name.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer.h"
#include "glossary_file.h"

namespace papersearch {

// Terms of one name, at most.
inline constexpr std::size_t kMaxNameTerms = 6;

// The name that terms make, by which glossaries are asked. Korean terms stand together,
// for 미세 조정 and 미세조정 are one name whether the lexicon knows the compound or not.
class NameKey {
 public:
  void begin(std::string_view term);  // anew
  void add(std::string_view term);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  bool after_hangul_ = false;
};
std::string name_key(std::span<const std::string> terms);

// The terms of `name`: the words of its analysis.
std::vector<std::string> name_terms(std::string_view name, Analyzer& analyzer);

// Concepts, each a list of names; lines of a file. Holds no pointers, so that the compiled
// one costs nothing to load.
struct GlossaryTable {
  struct Text {  // of `text`, in bytes
    std::uint32_t offset;
    std::uint16_t length;
  };
  struct Key {
    Text text;
    std::uint16_t concept_number;
  };
  struct Pair {
    Text a;
    Text b;
  };

  std::string_view text;
  std::span<const Key> keys;                      // sorted by text
  std::span<const std::uint32_t> concept_begins;  // its first name; one more at the end
  std::span<const Text> names;
  std::span<const Pair> forbidden;  // keys, in both orders, sorted

  std::string_view view(Text part) const { return text.substr(part.offset, part.length); }

  // The names on all lines that hold a name with this key, itself among them.
  std::vector<std::string_view> names_of(std::string_view key) const;
  bool forbids(std::string_view key, std::string_view other) const;
  // Whether a name has this key; or begins like it.
  bool holds(std::string_view key) const;
  bool begins(std::string_view beginning) const;
  // The first key that is not before `key`; empty when all are.
  std::string_view first_from(std::string_view key) const;
};

// The reviewed glossary, compiled in.
extern const GlossaryTable kReviewedGlossary;

// A table and what it points into.
class OwnedGlossaryTable {
 public:
  // Names without a term or with too many are left out.
  OwnedGlossaryTable(const std::vector<GlossaryLine>& lines, Analyzer& analyzer);
  OwnedGlossaryTable(const OwnedGlossaryTable&) = delete;
  OwnedGlossaryTable& operator=(const OwnedGlossaryTable&) = delete;

  GlossaryTable table() const;

 private:
  GlossaryTable::Text store(std::string_view text);

  std::string text_;
  std::vector<GlossaryTable::Key> keys_;
  std::vector<std::uint32_t> concept_begins_;
  std::vector<GlossaryTable::Text> names_;
  std::vector<GlossaryTable::Pair> forbidden_;
};

}  // namespace papersearch
