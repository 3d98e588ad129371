// SPDX-License-Identifier: GPL-2.0-or-later
// Digests of one paper, for tests of the reader.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "papersearch/paper.h"

namespace papersearch {

inline void PrintTo(const Section& section, std::ostream* out) {
  *out << '[' << section.name << "] " << section.text;
}
inline bool operator==(const Section& a, const Section& b) {
  return a.name == b.name && a.text == b.text;
}

namespace testing {

// The heading of a paper.
inline std::string heading(std::string_view title, std::string_view id = "2504.00001") {
  return "### [" + std::string(title) + "](https://arxiv.org/abs/" + std::string(id) +
         ")\n";
}

// A day's digest with one paper, below whose heading `body` stands.
inline std::string digest(std::string_view body) {
  return "## Daily Papers (2025-04-23)\n\n" + heading("A Title") + "\n" + std::string(body);
}

}  // namespace testing
}  // namespace papersearch
