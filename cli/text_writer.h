// SPDX-License-Identifier: GPL-2.0-or-later
// Text for people, fitted to the terminal, and printable().
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "papersearch/glossary.h"
#include "papersearch/query.h"
#include "papersearch/search_result.h"
#include "terminal.h"

namespace papersearch::cli {

// "1 paper", "2 papers".
std::string counted(std::size_t count, const std::string& noun);

// `options` as the search was made with.
std::string result_text(const SearchResult& result, const SearchOptions& options,
                        const Terminal& terminal);
std::string paper_text(const Paper& paper, const Terminal& terminal);
// What tells one of several results from the others.
std::string heading_text(const std::string& heading, const Terminal& terminal);
// On a terminal with kind and count, else the bare texts, one a line.
std::string suggestions_text(const std::vector<Suggestion>& suggestions,
                             const Terminal& terminal);
// Of the text `query`: a paragraph for each name in it, then a line for each other name,
// in a pipe as on a terminal.
std::string glossary_text(const std::string& query,
                          const std::vector<GlossaryEntry>& entries,
                          const Terminal& terminal);
// Of the index at `db`.
std::string statistics_text(const IndexStatistics& statistics, const std::string& db,
                            const Terminal& terminal);

}  // namespace papersearch::cli
