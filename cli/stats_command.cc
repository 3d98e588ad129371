// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include "commands.h"
#include "json_writer.h"
#include "output.h"
#include "papersearch/searcher.h"
#include "text_writer.h"

namespace papersearch::cli {

ExitStatus run_stats(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db);
  if (!searcher) return report(searcher.error(), line.db);
  const Result<IndexStatistics> statistics = searcher->statistics();
  if (!statistics) return report(statistics.error(), line.db);
  const Terminal terminal = terminal_at(STDOUT_FILENO, line.color);
  const bool printed = print(line.json ? statistics_json(*statistics)
                                       : statistics_text(*statistics, line.db, terminal));
  return printed ? ExitStatus::kFound : ExitStatus::kTrouble;
}

}  // namespace papersearch::cli
