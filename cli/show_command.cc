// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <algorithm>

#include "commands.h"
#include "output.h"
#include "paper_ids.h"
#include "paper_writer.h"
#include "papersearch/searcher.h"

namespace papersearch::cli {

ExitStatus run_show(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db, line.opening);
  if (!searcher) return report(searcher.error(), line.db);
  PaperWriter papers(line.format, terminal_at(STDOUT_FILENO, line.color, line.hyperlinks));
  Output out(line.pager);
  ExitStatus status = ExitStatus::kFound;
  PaperIds ids(line.words);
  while (const std::optional<std::string> id = ids.next()) {
    const Result<Paper> paper = searcher->find(*id);
    if (!paper) {
      // One that is missing does not cost the others; the worst decides the status.
      status = std::max(status, report_find(paper.error(), line.db, *id));
      continue;
    }
    if (!out.write(papers.next(*paper))) break;
  }
  if (out.is_empty()) status = std::max(status, ExitStatus::kNothingFound);
  return std::max({status, ids.status(), out.finish()});
}

ExitStatus report_find(const Error& error, const std::string& db, const std::string& id) {
  if (error.code() != ErrorCode::kNotFound) return report_search(error, db, {});
  complain(id + ": no such paper in the index; see what it holds with: papersearch stats");
  return ExitStatus::kNothingFound;
}

}  // namespace papersearch::cli
