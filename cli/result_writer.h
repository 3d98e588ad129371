// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "command_line.h"
#include "paper_writer.h"
#include "papersearch/searcher.h"

namespace papersearch::cli {

// Writes what searches find, one after the other, in the format that was asked for.
class ResultWriter {
 public:
  // `line` must outlive the object.
  ResultWriter(const CommandLine& line, const Terminal& terminal)
      : line_(line), terminal_(terminal), papers_(line.format, terminal) {}

  // What stands for `result`.
  std::string next(const SearchResult& result);

 private:
  const CommandLine& line_;
  Terminal terminal_;
  PaperWriter papers_;
};

}  // namespace papersearch::cli
