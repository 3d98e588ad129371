// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_set>

#include "format.h"
#include "markdown_writer.h"
#include "papersearch/paper.h"
#include "terminal.h"

namespace papersearch::cli {

// Writes papers one after the other, in any format of show and export.
class PaperWriter {
 public:
  PaperWriter(Format format, const Terminal& terminal)
      : format_(format), terminal_(terminal) {}

  // What stands for the next paper; nothing where the format can hold a paper only once,
  // and did.
  std::string next(const Paper& paper);

 private:
  Format format_;
  Terminal terminal_;
  bool is_first_ = true;
  std::unordered_set<std::string> ids_;  // of a bibliography or a digest
  MarkdownWriter digest_;
};

}  // namespace papersearch::cli
