// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include "commands.h"
#include "json_writer.h"
#include "layout.h"
#include "output.h"
#include "papersearch/searcher.h"
#include "result_writer.h"
#include "synonyms.h"
#include "text_writer.h"
#include "tsv_writer.h"

namespace papersearch::cli {
namespace {

// Matches every paper whose votes are known.
constexpr const char* kAnyVotes = "votes:0..";

ExitStatus top_papers(Searcher& searcher, const CommandLine& line) {
  CommandLine top = line;
  top.search.sort = SortOrder::kVotes;
  top.search.snippets = 0;
  top.search.correct_spelling = false;
  const std::string query = line.query();
  Result<SearchResult> result =
      searcher.search(query.empty() ? kAnyVotes : query, top.search);
  if (!result) return report_search(result.error(), line.db, query);
  result->query = query;
  const Terminal terminal = terminal_at(STDOUT_FILENO, line.color, line.hyperlinks);
  const Result<std::string> text = ResultWriter(top, terminal, searcher).next(*result);
  if (!text) return report_search(text.error(), line.db, query);
  return print(*text, line.pager) ? status_of(*result, top.search) : ExitStatus::kTrouble;
}

std::string authors_text(const std::vector<AuthorTally>& authors, std::size_t offset,
                         const Terminal& terminal) {
  std::string out;
  Layout layout(terminal, out);
  const std::size_t rank_columns = std::to_string(offset + authors.size()).size();
  std::size_t rank = offset;
  for (const AuthorTally& author : authors) {
    layout.paragraph(
        {right_aligned(std::to_string(++rank), rank_columns) + ". ", Style::kFaint},
        {{author.author, Style::kTitle},
         {" · " + counted(author.papers, "paper") + " · "},
         {counted(static_cast<std::size_t>(author.votes), "vote"), Style::kVotes}});
  }
  if (authors.empty()) layout.paragraph(0, {{"No authors found.", Style::kFaint}});
  return out;
}

std::string authors_in(const CommandLine& line, const std::vector<AuthorTally>& authors) {
  switch (line.format) {
    case Format::kJson:
      return authors_json(line.query(), authors);
    case Format::kJsonl:
      return authors_jsonl(authors);
    case Format::kTsv:
      return authors_tsv(authors);
    default:
      return authors_text(authors, line.search.offset,
                          terminal_at(STDOUT_FILENO, line.color, line.hyperlinks));
  }
}

ExitStatus top_authors(Searcher& searcher, const CommandLine& line) {
  const std::string query = line.query();
  const Result<std::vector<AuthorTally>> authors = searcher.top_authors(query, line.search);
  if (!authors) return report_search(authors.error(), line.db, query);
  if (!print(authors_in(line, *authors), line.pager)) return ExitStatus::kTrouble;
  return authors->empty() ? ExitStatus::kNothingFound : ExitStatus::kFound;
}

}  // namespace

ExitStatus run_top(const CommandLine& line) {
  Result<Searcher> searcher = Searcher::open(line.db, line.opening);
  if (!searcher) return report(searcher.error(), line.db);
  if (!add_synonyms(*searcher, line)) return ExitStatus::kTrouble;
  return line.top_by == TopBy::kAuthors ? top_authors(*searcher, line)
                                        : top_papers(*searcher, line);
}

}  // namespace papersearch::cli
