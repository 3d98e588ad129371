// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include <algorithm>

#include "commands.h"
#include "file_output.h"
#include "json_writer.h"
#include "output.h"
#include "papersearch/searcher.h"
#include "synonyms.h"
#include "trend_svg.h"
#include "trend_text.h"
#include "tsv_writer.h"

namespace papersearch::cli {
namespace {

// Says what else may have been meant by a query that no paper matches.
void report_nothing(Searcher& searcher, const std::string& query, SearchOptions options) {
  options.limit = 0;
  const Result<SearchResult> result = searcher.search(query, options);
  std::string text = query + ": no paper holds all of this";
  if (result && result->suggestion) text += "; did you mean: " + *result->suggestion;
  complain(text);
}

std::string trends_in(const CommandLine& line, const std::vector<Trend>& trends) {
  switch (line.format) {
    case Format::kJson:
      return trends_json(trends);
    case Format::kTsv:
      return trends_tsv(trends);
    default:
      return trends_text(trends, line.measure,
                         terminal_at(STDOUT_FILENO, line.color, line.hyperlinks));
  }
}

}  // namespace

ExitStatus run_trends(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db, line.opening);
  if (!searcher) return report(searcher.error(), line.db);
  if (!add_synonyms(*searcher, line)) return ExitStatus::kTrouble;
  std::vector<std::string> queries = line.words;
  if (queries.empty()) queries.emplace_back();
  std::vector<Trend> trends;
  for (const std::string& query : queries) {
    Result<Trend> trend = searcher->trend(query, line.search);
    if (!trend) return report_search(trend.error(), line.db, query);
    if (trend->papers == 0 && !query.empty()) report_nothing(*searcher, query, line.search);
    trends.push_back(*std::move(trend));
  }
  if (!line.svg.empty() && !write_file(line.svg, trends_svg(trends)))
    return ExitStatus::kTrouble;
  if (!print(trends_in(line, trends), line.pager)) return ExitStatus::kTrouble;
  const bool found = std::any_of(trends.begin(), trends.end(),
                                 [](const Trend& trend) { return trend.papers > 0; });
  return found ? ExitStatus::kFound : ExitStatus::kNothingFound;
}

}  // namespace papersearch::cli
