// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include "commands.h"
#include "json_writer.h"
#include "output.h"
#include "papersearch/searcher.h"
#include "text_writer.h"
#include "tsv_writer.h"

namespace papersearch::cli {
namespace {

std::string written(const CommandLine& line, const std::string& text,
                    const std::vector<Suggestion>& suggestions) {
  switch (line.format) {
    case Format::kJson:
      return suggestions_json(text, suggestions);
    case Format::kJsonl:
      return suggestions_jsonl(suggestions);
    case Format::kTsv:
      return suggestions_tsv(suggestions);
    default:
      return suggestions_text(suggestions,
                              terminal_at(STDOUT_FILENO, line.color, line.hyperlinks));
  }
}

}  // namespace

ExitStatus run_suggest(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db, line.opening);
  if (!searcher) return report(searcher.error(), line.db);
  const std::string text = line.query();
  const Result<std::vector<Suggestion>> suggestions =
      searcher->suggest(text, line.search.limit);
  if (!suggestions) return report(suggestions.error(), line.db);

  if (!print(written(line, text, *suggestions), line.pager)) return ExitStatus::kTrouble;
  return suggestions->empty() ? ExitStatus::kNothingFound : ExitStatus::kFound;
}

}  // namespace papersearch::cli
