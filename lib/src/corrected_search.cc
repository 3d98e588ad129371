// SPDX-License-Identifier: GPL-2.0-or-later
#include "corrected_search.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "author_names.h"
#include "match.h"
#include "query_filters.h"
#include "query_parser.h"
#include "search.h"
#include "spelling.h"

namespace papersearch {
namespace {

// Moves the authors of `options` whom nobody knows by that name into the query, under the
// name that is meant. True when there was one.
bool mend_authors(const Xapian::Database& database, std::string& text,
                  SearchOptions& options) {
  bool mended = false;
  std::erase_if(options.authors, [&](const std::string& author) {
    if (has_match(database, author_query(author))) return false;
    const auto name = mend_author(database, author);
    if (!name) return false;
    text += (text.empty() ? "author:\"" : " author:\"") + *name + "\"";
    return mended = true;
  });
  return mended;
}

}  // namespace

Result<SearchResult> corrected_search(const IndexParts& index, Analyzer& analyzer,
                                      const Glossary& glossary, std::string_view text,
                                      const QueryNode& query,
                                      const SearchOptions& options) {
  Result<SearchResult> found = search(index, analyzer, glossary, query, options);
  if (!found || !options.correct_spelling) return found;
  const bool found_nothing = found->total == 0;
  const auto correction = correct_spelling(index.local, analyzer, glossary, text, query,
                                           found_nothing, index.kept);
  std::string meant = correction ? correction->query : std::string(text);
  SearchOptions meant_options = options;
  const bool mended = found_nothing && mend_authors(index.local, meant, meant_options);
  if (!correction && !mended) return found;
  found->suggestion = meant;
  if (!found_nothing && !correction->nothing_known) return found;

  const Result<QueryNode> meant_query = parse_query(meant);
  if (!meant_query) return found;
  Result<SearchResult> better =
      search(index, analyzer, glossary, *meant_query, meant_options);
  if (!better || better->total == 0) return found;
  better->suggestion = std::move(meant);
  better->corrected = true;
  return better;
}

}  // namespace papersearch
