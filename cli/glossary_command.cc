// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include "commands.h"
#include "json_writer.h"
#include "output.h"
#include "papersearch/searcher.h"
#include "synonyms.h"
#include "text_writer.h"

namespace papersearch::cli {

ExitStatus run_glossary(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db);
  if (!searcher) return report(searcher.error(), line.db);
  if (!add_synonyms(*searcher, line)) return ExitStatus::kTrouble;
  const std::string text = line.query();
  const Result<std::vector<GlossaryEntry>> entries = searcher->glossary(text);
  if (!entries && entries.error().code() == ErrorCode::kInvalidArgument) {
    return report(
        {entries.error().code(), "TERM: " + entries.error().message() + "; look up less"},
        line.db);
  }
  if (!entries) return report(entries.error(), line.db);

  const Terminal terminal = terminal_at(STDOUT_FILENO, line.color);
  const bool printed = print(line.json ? glossary_json(text, *entries)
                                       : glossary_text(text, *entries, terminal));
  if (!printed) return ExitStatus::kTrouble;
  return entries->empty() ? ExitStatus::kNothingFound : ExitStatus::kFound;
}

}  // namespace papersearch::cli
