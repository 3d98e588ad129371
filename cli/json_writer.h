// SPDX-License-Identifier: GPL-2.0-or-later
// JSON for programs, as docs/json_output.md describes it. Each function gives one object
// and a line break. Text is UTF-8 (invalid bytes become U+FFFD); code points that could
// harm a terminal are escaped.
#pragma once

#include <string>
#include <vector>

#include "papersearch/glossary.h"
#include "papersearch/search_result.h"

namespace papersearch::cli {

std::string result_json(const SearchResult& result);
std::string paper_json(const Paper& paper);
std::string suggestions_json(const std::string& query,
                             const std::vector<Suggestion>& suggestions);
// Of the text `query`.
std::string glossary_json(const std::string& query,
                          const std::vector<GlossaryEntry>& entries);
std::string statistics_json(const IndexStatistics& statistics);

}  // namespace papersearch::cli
