// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <algorithm>

#include "bulk.h"
#include "commands.h"
#include "output.h"
#include "paper_writer.h"
#include "papersearch/searcher.h"

namespace papersearch::cli {
namespace {

// What is written at once; more would only take memory.
constexpr std::size_t kPieceBytes = 1 << 16;

}  // namespace

ExitStatus run_export(const CommandLine& line) {
  Output out(PagerMode::kNever);  // as long as the archive
  if (line.mapping) {
    static_cast<void>(out.write(bulk_mapping()));
    return out.finish();
  }
  Result<Searcher> searcher = Searcher::open(line.db, line.opening);
  if (!searcher) return report(searcher.error(), line.db);
  PaperWriter papers(line.format, terminal_at(STDOUT_FILENO, line.color));
  std::string piece;
  bool is_wanted = true;
  const Result<void> walked =
      searcher->for_each_paper(line.search, [&](const Paper& paper) {
        piece += papers.next(paper);
        if (piece.size() < kPieceBytes) return true;
        is_wanted = out.write(piece);
        piece.clear();
        return is_wanted;
      });
  if (is_wanted && !piece.empty()) static_cast<void>(out.write(piece));
  const ExitStatus written = out.finish();
  if (!walked) return std::max(written, report_search(walked.error(), line.db, {}));
  return out.is_empty() ? ExitStatus::kNothingFound : written;
}

}  // namespace papersearch::cli
