// SPDX-License-Identifier: GPL-2.0-or-later
// Reads glossaries that people write: data/glossary.tsv and those of users.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace papersearch {

// One line: names of one thing; or, when it is forbidden, names of different things.
struct GlossaryLine {
  std::vector<std::string> names;
  bool forbidden = false;

  friend bool operator==(const GlossaryLine&, const GlossaryLine&) = default;
};

struct GlossaryFile {
  std::vector<GlossaryLine> lines;
  // What could not be understood and is left out, "FILE:LINE: what is wrong".
  std::vector<std::string> complaints;
};

// Reads `text`, the content of `file`, which only messages speak of. A line holds names
// of one thing, separated by tabs or semicolons:
//
//     강화 학습	reinforcement learning	RL
//
// With "!" and a space or tab before them they are names of different things, whatever
// papers say. Empty lines and lines that begin with "#" say nothing.
GlossaryFile read_glossary(std::string_view text, std::string_view file);

}  // namespace papersearch
