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
  // What formats tell of papers beside their hits is looked up in `searcher`. It and `line`
  // must outlive the object.
  ResultWriter(const CommandLine& line, const Terminal& terminal, Searcher& searcher)
      : line_(line),
        terminal_(terminal),
        searcher_(searcher),
        papers_(line.format, terminal) {}

  // What stands for `result`. Fails as Searcher::find() does.
  Result<std::string> next(const SearchResult& result);

 private:
  const CommandLine& line_;
  Terminal terminal_;
  Searcher& searcher_;
  PaperWriter papers_;
};

}  // namespace papersearch::cli
