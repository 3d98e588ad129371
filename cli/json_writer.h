// SPDX-License-Identifier: GPL-2.0-or-later
// JSON for programs, as docs/json_output.md describes it: objects, each with a line break
// behind it. Text is UTF-8 (invalid bytes become U+FFFD); code points that could
// harm a terminal are escaped.
#pragma once

#include <string>
#include <vector>

#include "papersearch/glossary.h"
#include "papersearch/search_result.h"
#include "papersearch/tally.h"

namespace papersearch::cli {

// One object; those that end on _jsonl give one for each hit, suggestion or entry.
std::string result_json(const SearchResult& result);
std::string hits_jsonl(const SearchResult& result);
std::string paper_json(const Paper& paper);
std::string suggestions_json(const std::string& query,
                             const std::vector<Suggestion>& suggestions);
std::string suggestions_jsonl(const std::vector<Suggestion>& suggestions);
// Of the text `query`.
std::string glossary_json(const std::string& query,
                          const std::vector<GlossaryEntry>& entries);
std::string glossary_jsonl(const std::string& query,
                           const std::vector<GlossaryEntry>& entries);
// Of the same months each.
std::string trends_json(const std::vector<Trend>& trends);
std::string authors_json(const std::string& query, const std::vector<AuthorTally>& authors);
std::string authors_jsonl(const std::vector<AuthorTally>& authors);
std::string statistics_json(const IndexStatistics& statistics);

// As it stands in JSON.
const char* kind_name(Suggestion::Kind kind);

}  // namespace papersearch::cli
