// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include "commands.h"
#include "json_writer.h"
#include "output.h"
#include "papersearch/searcher.h"
#include "text_writer.h"

namespace papersearch::cli {

ExitStatus run_similar(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db);
  if (!searcher) return report(searcher.error(), line.db);
  const Result<SearchResult> result = searcher->similar(line.words[0], line.search);
  if (!result) {
    const bool missing = result.error().code() == ErrorCode::kNotFound;
    return missing ? report_missing(line.words[0])
                   : report_search(result.error(), line.db, {});
  }

  const Terminal terminal = terminal_at(STDOUT_FILENO, line.color);
  const std::string text =
      line.json ? result_json(*result) : result_text(*result, line.search, terminal);
  if (!print(text)) return ExitStatus::kTrouble;
  return status_of(*result, line.search);
}

}  // namespace papersearch::cli
