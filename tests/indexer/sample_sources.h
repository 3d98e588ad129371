// SPDX-License-Identifier: GPL-2.0-or-later
// Small sources for tests of the readers, and what came of them in short.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "papersearch/paper.h"
#include "source.h"

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

// An entry of the feed; `more` goes on behind the title.
inline std::string feed_entry(std::string_view id, std::string_view more = "") {
  return R"({"paper": {"id": ")" + std::string(id) + R"(", "title": "A Title")" +
         std::string(more) + "}}";
}

// "LINE: id" of each entry.
inline std::vector<std::string> places_of(const Content& content) {
  std::vector<std::string> out;
  for (const Entry& entry : content.entries) {
    out.push_back(std::to_string(entry.line) + ": " + entry.paper.id);
  }
  return out;
}

// "LINE: reason" of each complaint.
inline std::vector<std::string> complaints_of(const Content& content) {
  std::vector<std::string> out;
  for (const Complaint& complaint : content.complaints) {
    out.push_back(std::to_string(complaint.line) + ": " + complaint.reason);
  }
  return out;
}

}  // namespace testing
}  // namespace papersearch
