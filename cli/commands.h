// SPDX-License-Identifier: GPL-2.0-or-later
// What each command does, one file a command.
#pragma once

#include "command_line.h"
#include "message.h"
#include "papersearch/search_result.h"

namespace papersearch::cli {

ExitStatus run_search(const CommandLine& line);
ExitStatus run_show(const CommandLine& line);
ExitStatus run_similar(const CommandLine& line);
ExitStatus run_suggest(const CommandLine& line);
ExitStatus run_glossary(const CommandLine& line);
ExitStatus run_trends(const CommandLine& line);
ExitStatus run_top(const CommandLine& line);
ExitStatus run_stats(const CommandLine& line);
ExitStatus run_export(const CommandLine& line);

// 1 when no hit was given though some were asked for.
ExitStatus status_of(const SearchResult& result, const SearchOptions& options);

// Complains about the error of looking for the paper `id`.
ExitStatus report_find(const Error& error, const std::string& db, const std::string& id);

// Complains about an error of a search.
ExitStatus report_search(const Error& error, const std::string& db,
                         const std::string& query);

}  // namespace papersearch::cli
