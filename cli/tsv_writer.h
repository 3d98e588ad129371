// SPDX-License-Identifier: GPL-2.0-or-later
// Lines of columns with tabs between, without a heading, as papersearch(1) describes them.
// Columns are printable(): a tab or a line's end inside of one is a space.
#pragma once

#include <string>
#include <vector>

#include "papersearch/glossary.h"
#include "papersearch/search_result.h"
#include "papersearch/tally.h"

namespace papersearch::cli {

// The id comes first, for cut -f1.
std::string paper_tsv(const Paper& paper);
std::string suggestions_tsv(const std::vector<Suggestion>& suggestions);
// Of the text `query`: a line for each other name.
std::string glossary_tsv(const std::string& query,
                         const std::vector<GlossaryEntry>& entries);
// A line for each month of each query.
std::string trends_tsv(const std::vector<Trend>& trends);
std::string authors_tsv(const std::vector<AuthorTally>& authors);
// A line for each fact, under its name in JSON.
std::string statistics_tsv(const IndexStatistics& statistics);

}  // namespace papersearch::cli
