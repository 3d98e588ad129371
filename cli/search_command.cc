// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <algorithm>

#include "commands.h"
#include "output.h"
#include "papersearch/searcher.h"
#include "query_words.h"
#include "result_writer.h"
#include "synonyms.h"

namespace papersearch::cli {
namespace {

// A snippet of so many code points for every column takes two or three lines.
constexpr double kSnippetLengthPerColumn = 1.5;

void fit_snippets(SearchOptions& options, const Terminal& terminal) {
  if (terminal.columns == 0) return;
  const double length = kSnippetLengthPerColumn * static_cast<double>(terminal.columns);
  options.snippet_length =
      std::min(options.snippet_length, static_cast<std::size_t>(length));
}

}  // namespace

ExitStatus run_search(const CommandLine& line) {
  const Terminal terminal = terminal_at(STDOUT_FILENO, line.color, line.hyperlinks);
  SearchOptions options = line.search;
  if (line.format == Format::kText) fit_snippets(options, terminal);

  Result<Searcher> searcher = Searcher::open(line.db, line.opening);
  if (!searcher) return report(searcher.error(), line.db);
  if (!add_synonyms(*searcher, line)) return ExitStatus::kTrouble;
  std::string query = line.query();
  Result<SearchResult> result = searcher->search(query, options);
  const bool found = result && result->total > 0 && !result->corrected;
  if (!found && line.verbatim_query) {
    // The quotes that were put back did not help.
    query = *line.verbatim_query;
    result = searcher->search(query, options);
  }
  if (!result) return report_search(result.error(), line.db, query);

  if (const auto slip = misspelt_field(line.words)) {
    complain(slip->typed + ": no such field, so it is taken for a word; did you mean " +
             slip->field + ":?");
  }
  const Result<std::string> text = ResultWriter(line, terminal, *searcher).next(*result);
  if (!text) return report(text.error(), line.db);
  if (!print(*text, line.pager)) return ExitStatus::kTrouble;
  return status_of(*result, options);
}

ExitStatus report_search(const Error& error, const std::string& db,
                         const std::string& query) {
  // Values that the library refuses are named by it, but not the options they stand in.
  if (error.code() != ErrorCode::kInvalidArgument) return report(error, db, query);
  return report({error.code(), "options: " + error.message()}, db);
}

ExitStatus status_of(const SearchResult& result, const SearchOptions& options) {
  const bool nothing = result.total == 0 || (options.limit > 0 && result.hits.empty());
  return nothing ? ExitStatus::kNothingFound : ExitStatus::kFound;
}

}  // namespace papersearch::cli
