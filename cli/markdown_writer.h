// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "papersearch/paper.h"

namespace papersearch::cli {

// Writes papers in the form of a digest, which papersearch-index reads to the same papers:
// sections, votes, authors and dates. Only white space that Markdown does not keep is
// lost, and what printable() takes from titles, which digests hold letter for letter.
class MarkdownWriter {
 public:
  // What stands for the next paper, below a heading where its date is not that of the one
  // before.
  std::string next(const Paper& paper);

 private:
  std::optional<std::string> date_;  // of the heading
};

}  // namespace papersearch::cli
