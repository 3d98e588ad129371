// SPDX-License-Identifier: GPL-2.0-or-later
// Collects the terms of one document, so that Xapian, which looks each up in a tree of
// strings, is given every term once.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text_pool.h"

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
  TextPool terms_;
  std::vector<std::uint32_t> frequencies_;
  std::string term_;
};

}  // namespace papersearch
