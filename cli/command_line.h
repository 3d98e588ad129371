// SPDX-License-Identifier: GPL-2.0-or-later
// What the user asked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format.h"
#include "pager.h"
#include "papersearch/error.h"
#include "papersearch/query.h"
#include "papersearch/searcher.h"
#include "terminal.h"

namespace papersearch::cli {

enum class Command {
  kSearch,
  kShow,
  kSimilar,
  kSuggest,
  kGlossary,
  kTrends,
  kTop,
  kStats,
  kExport,
};

// As it is typed, e.g. "search".
std::string_view command_name(Command command);
std::vector<std::string> command_names();
std::optional<Command> command_named(std::string_view name);

// What the bars of a trend tell.
enum class Measure { kPapers, kShare, kVotes };

// What the first of all papers or authors are first by.
enum class TopBy { kVotes, kAuthors };

struct CommandLine {
  Command command = Command::kSearch;
  // What is no option: words of a query, ids.
  std::vector<std::string> words;
  // The words as they were typed, where `words` says what the shell took away.
  std::optional<std::string> verbatim_query;

  std::string db;
  Format format = Format::kText;
  bool json = false;  // --json, short for a format
  ColorMode color = ColorMode::kAuto;
  HyperlinkMode hyperlinks = HyperlinkMode::kAuto;
  PagerMode pager = PagerMode::kAuto;
  SearcherOptions opening;
  SearchOptions search;
  bool mapping = false;               // of an export, in place of papers
  std::vector<std::string> synonyms;  // paths of glossary files
  Measure measure = Measure::kPapers;
  std::string svg;  // the path of an image to write; empty: none
  TopBy top_by = TopBy::kVotes;

  // To be printed instead of anything else: help or the version.
  std::optional<std::string> text;

  // The words with a space between them.
  std::string query() const;
};

// Reads the arguments behind the program's name, and the environment. Fails with
// kInvalidArgument when they make no sense; the message then begins with the place.
Result<CommandLine> read_command_line(const std::vector<std::string>& arguments);

}  // namespace papersearch::cli
