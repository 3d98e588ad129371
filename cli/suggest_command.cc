// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include "commands.h"
#include "json_writer.h"
#include "output.h"
#include "papersearch/searcher.h"
#include "text_writer.h"

namespace papersearch::cli {

ExitStatus run_suggest(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db);
  if (!searcher) return report(searcher.error(), line.db);
  const std::string text = line.query();
  const Result<std::vector<Suggestion>> suggestions =
      searcher->suggest(text, line.search.limit);
  if (!suggestions) return report(suggestions.error(), line.db);

  const Terminal terminal = terminal_at(STDOUT_FILENO, line.color);
  const bool printed = print(line.json ? suggestions_json(text, *suggestions)
                                       : suggestions_text(*suggestions, terminal));
  if (!printed) return ExitStatus::kTrouble;
  return suggestions->empty() ? ExitStatus::kNothingFound : ExitStatus::kFound;
}

}  // namespace papersearch::cli
