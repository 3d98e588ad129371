// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include "commands.h"
#include "json_writer.h"
#include "output.h"
#include "papersearch/searcher.h"
#include "synonyms.h"
#include "text_writer.h"
#include "tsv_writer.h"

namespace papersearch::cli {
namespace {

std::string written(const CommandLine& line, const std::string& text,
                    const std::vector<GlossaryEntry>& entries) {
  switch (line.format) {
    case Format::kJson:
      return glossary_json(text, entries);
    case Format::kJsonl:
      return glossary_jsonl(text, entries);
    case Format::kTsv:
      return glossary_tsv(text, entries);
    default:
      return glossary_text(text, entries,
                           terminal_at(STDOUT_FILENO, line.color, line.hyperlinks));
  }
}

}  // namespace

ExitStatus run_glossary(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db, line.opening);
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

  if (!print(written(line, text, *entries), line.pager)) return ExitStatus::kTrouble;
  return entries->empty() ? ExitStatus::kNothingFound : ExitStatus::kFound;
}

}  // namespace papersearch::cli
