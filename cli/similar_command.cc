// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <algorithm>

#include "commands.h"
#include "output.h"
#include "paper_ids.h"
#include "papersearch/searcher.h"
#include "result_writer.h"
#include "text_writer.h"

namespace papersearch::cli {

ExitStatus run_similar(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db, line.opening);
  if (!searcher) return report(searcher.error(), line.db);
  const Terminal terminal = terminal_at(STDOUT_FILENO, line.color, line.hyperlinks);
  ResultWriter results(line, terminal, *searcher);
  Output out(line.pager);
  ExitStatus status = ExitStatus::kFound;
  PaperIds ids(line.words);
  while (const std::optional<std::string> id = ids.next()) {
    const Result<SearchResult> result = searcher->similar(*id, line.search);
    const Result<std::string> written =
        result ? results.next(*result) : Result<std::string>(result.error());
    if (!written) {
      status = std::max(status, report_find(written.error(), line.db, *id));
      // What is wrong with the options is so for every paper.
      if (status >= ExitStatus::kUsage) break;
      continue;
    }
    std::string text;
    if (line.format == Format::kText && ids.may_be_several())
      text = (out.is_empty() ? "" : "\n") + heading_text("Like " + *id, terminal) + "\n";
    text += *written;
    status = std::max(status, status_of(*result, line.search));
    if (!out.write(text)) break;
  }
  if (out.is_empty()) status = std::max(status, ExitStatus::kNothingFound);
  return std::max({status, ids.status(), out.finish()});
}

}  // namespace papersearch::cli
