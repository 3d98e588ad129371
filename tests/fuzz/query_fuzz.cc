// SPDX-License-Identifier: GPL-2.0-or-later
// Queries, from their text to the hits of a small index; completions and meanings of the
// same text. The first line of an input chooses options.
#include <memory>
#include <optional>
#include <vector>

#include "check.h"
#include "lib/sample_papers.h"
#include "lib/small_index.h"
#include "query_lexer.h"
#include "query_parser.h"

namespace papersearch::fuzz {
namespace {

testing::SmallIndex& index() {
  static testing::SmallIndex all(testing::sample_papers());
  return all;
}

SearchOptions read_options(std::string_view line) {
  SearchOptions out;
  out.limit = 1 + option(line, 0, 12);
  out.offset = option(line, 1, 4);
  out.sort = static_cast<SortOrder>(option(line, 2, 3));
  const std::size_t flags = option(line, 3, 64);
  out.facets = (flags & 1) != 0;
  out.explain = (flags & 2) != 0;
  out.exact = (flags & 4) != 0;
  out.correct_spelling = (flags & 8) == 0;
  if ((flags & 16) != 0) out.sections = {"title", "new"};
  if ((flags & 32) != 0) out.since = "2025-03";
  out.snippet_length = 1 + option(line, 4, 250);
  out.snippets = option(line, 5, 4);
  out.votes_weight = static_cast<double>(option(line, 6, 11)) / 10;
  if (option(line, 7, 4) == 1) out.min_votes = 5;
  if (option(line, 8, 4) == 1) out.authors = {"Kim"};
  return out;
}

void check_error(std::string_view query, const Error& error) {
  check(error.code() == ErrorCode::kQuerySyntax, error.message());
  check(error.range().has_value(), "a syntax error that stands nowhere");
  check(error.range()->begin <= error.range()->end && error.range()->end <= query.size(),
        "a syntax error outside the query");
  const auto boundaries = testing::code_point_boundaries(query);
  check(boundaries.count(error.range()->begin) != 0 &&
            boundaries.count(error.range()->end) != 0,
        "a syntax error inside a character");
}

void check_hits(std::string_view query, const SearchResult& result,
                const SearchOptions& options) {
  check(result.hits.size() <= options.limit && result.hits.size() <= result.total,
        "more hits than asked for");
  // What the query says stays in it as it is.
  check(!result.suggestion || !is_valid_utf8(query) || is_valid_utf8(*result.suggestion),
        "a suggestion in bad UTF-8");
  for (const Hit& hit : result.hits) {
    check(hit.score == hit.score && hit.score >= 0, "a score that is no number");
    check_ranges(hit.paper.title, hit.title_highlights);
    check(hit.snippets.size() <= options.snippets, "more snippets than asked for");
    for (const Snippet& snippet : hit.snippets) {
      check(is_valid_utf8(snippet.text), "a snippet in bad UTF-8");
      check_ranges(snippet.text, snippet.highlights);
    }
  }
}

void check_parts(std::string_view query) {
  for (const QueryToken& token : lex_query(query)) {
    check(token.range.begin <= token.range.end && token.range.end <= query.size(),
          "a token outside the query");
  }
  if (const Result<QueryNode> node = parse_query(query)) node->description();
}

void check_completions(std::string_view text, Searcher& searcher) {
  const Result<std::vector<Suggestion>> all = searcher.suggest(text, 10);
  if (!all) return check(text.size() > kMaxQueryBytes, all.error().message());
  check(all->size() <= 10, "more completions than asked for");
  for (const Suggestion& one : *all)
    check((!is_valid_utf8(text) || is_valid_utf8(one.text)) && !one.text.empty(),
          "a bad completion");
}

}  // namespace
}  // namespace papersearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace papersearch;
  std::string_view query = fuzz::text_of(data, size);
  const SearchOptions options = fuzz::read_options(fuzz::take_line(query));
  fuzz::check_parts(query);
  Searcher& searcher = fuzz::index().searcher();
  const Result<SearchResult> result = searcher.search(query, options);
  if (result) {
    fuzz::check_hits(query, *result, options);
  } else {
    fuzz::check_error(query, result.error());
  }
  fuzz::check_completions(query, searcher);
  const auto meanings = searcher.glossary(query);
  fuzz::check(meanings || query.size() > kMaxQueryBytes, "the glossary fails");
  return 0;
}
