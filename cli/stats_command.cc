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

std::string written(const CommandLine& line, const IndexStatistics& statistics) {
  switch (line.format) {
    case Format::kJson:
      return statistics_json(statistics);
    case Format::kTsv:
      return statistics_tsv(statistics);
    default:
      return statistics_text(statistics, line.db,
                             terminal_at(STDOUT_FILENO, line.color, line.hyperlinks));
  }
}

}  // namespace

ExitStatus run_stats(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db, line.opening);
  if (!searcher) return report(searcher.error(), line.db);
  const Result<IndexStatistics> statistics = searcher->statistics();
  if (!statistics) return report(statistics.error(), line.db);
  return print(written(line, *statistics), line.pager) ? ExitStatus::kFound
                                                       : ExitStatus::kTrouble;
}

}  // namespace papersearch::cli
