// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <algorithm>

#include "commands.h"
#include "json_writer.h"
#include "output.h"
#include "papersearch/searcher.h"
#include "text_writer.h"

namespace papersearch::cli {

ExitStatus run_show(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db);
  if (!searcher) return report(searcher.error(), line.db);
  const Terminal terminal = terminal_at(STDOUT_FILENO, line.color);
  std::string out;
  ExitStatus status = ExitStatus::kFound;
  for (const std::string& id : line.words) {
    const Result<Paper> paper = searcher->find(id);
    if (!paper) {
      // One that is missing does not cost the others; the worst decides the status.
      const bool missing = paper.error().code() == ErrorCode::kNotFound;
      status =
          std::max(status, missing ? report_missing(id) : report(paper.error(), line.db));
      continue;
    }
    if (line.json) {
      out += paper_json(*paper);
    } else {
      out += (out.empty() ? "" : "\n") + paper_text(*paper, terminal);
    }
  }
  return print(out) ? status : ExitStatus::kTrouble;
}

ExitStatus report_missing(const std::string& id) {
  complain(id + ": no such paper in the index; see what it holds with: papersearch stats");
  return ExitStatus::kNothingFound;
}

}  // namespace papersearch::cli
