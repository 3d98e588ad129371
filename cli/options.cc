// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "option_values.h"
#include "spelling.h"

namespace papersearch::cli {
namespace {

// Of an option given twice the last one counts: aliases and scripts put theirs first.
CLI::Option* add(CLI::App& app, const std::string& names, const std::string& value_name,
                 const Read& read, const std::string& description) {
  return app.add_option_function<std::string>(names, read, description)
      ->type_name(value_name)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_flag(CLI::App& app, const std::string& names, bool& out,
              const std::string& description) {
  app.add_flag(names, out, description)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_repeatable(CLI::App& app, const std::string& names, const std::string& value_name,
                    std::vector<std::string>& out, const std::string& description) {
  app.add_option(names, out, description)->type_name(value_name)->allow_extra_args(false);
}

template <class Value>
struct Choice {
  const char* name;
  Value value;
};

template <class Value, std::size_t N>
Read choice(const std::string& option, const Choice<Value> (&choices)[N], Value& out) {
  return [option, &choices, &out](const std::string& text) {
    std::string list;
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
      if (text == name) {
        out = value;
        return;
      }
      list += (list.empty() ? "" : ", ") + std::string(name);
      names.emplace_back(name);
    }
    const auto nearest = nearest_name(text, names);
    refuse(option, text,
           "is not known; " +
               (nearest ? "did you mean " + *nearest + "?" : "write one of " + list));
  };
}

constexpr Choice<SortOrder> kSortOrders[] = {{"relevance", SortOrder::kRelevance},
                                             {"votes", SortOrder::kVotes},
                                             {"date", SortOrder::kDate}};
constexpr Choice<ColorMode> kColorModes[] = {{"auto", ColorMode::kAuto},
                                             {"always", ColorMode::kAlways},
                                             {"never", ColorMode::kNever}};

constexpr Choice<Measure> kMeasures[] = {
    {"papers", Measure::kPapers}, {"share", Measure::kShare}, {"votes", Measure::kVotes}};
constexpr Choice<TopBy> kTopBy[] = {{"votes", TopBy::kVotes}, {"authors", TopBy::kAuthors}};

constexpr Choice<HyperlinkMode> kHyperlinkModes[] = {{"auto", HyperlinkMode::kAuto},
                                                     {"always", HyperlinkMode::kAlways},
                                                     {"never", HyperlinkMode::kNever}};
constexpr Choice<PagerMode> kPagerModes[] = {{"auto", PagerMode::kAuto},
                                             {"always", PagerMode::kAlways},
                                             {"never", PagerMode::kNever}};

constexpr std::uint64_t kMostHits = 10'000;
constexpr std::uint64_t kMostSuggestions = 1'000;
constexpr std::uint64_t kMostOffset = 1'000'000;

void add_paging(CLI::App& app, SearchOptions& out) {
  add(app, "-n,--limit", "N", number("--limit", kMostHits, out.limit),
      "show at most N papers (10); 0 only counts")
      ->default_str("10");
  add(app, "--offset", "N", number("--offset", kMostOffset, out.offset),
      "leave out the first N papers")
      ->default_str("0");
}

void add_filters(CLI::App& app, SearchOptions& out) {
  add(app, "--since", "DATE", date("--since", out.since),
      "only papers listed on DATE or later: 2025, 2025-04 or 2025-04-23");
  add(app, "--until", "DATE", date("--until", out.until),
      "only papers listed on DATE or earlier; a year or month means its last day");
  const auto min_votes = [&out](const std::string& text) {
    number("--min-votes", INT64_MAX, out.min_votes.emplace())(text);
  };
  add(app, "--min-votes", "N", min_votes, "only papers with at least N votes");
  add_repeatable(
      app, "--author", "NAME", out.authors,
      "only papers by NAME, a whole name or a part, or with * how it begins; may be "
      "given several times");
}

void add_weights(CLI::App& app, SearchOptions& out) {
  add(app, "--votes-weight", "W", share("--votes-weight", out.votes_weight),
      "how much votes count, from 0 (relevance alone) to 1 (0.1)")
      ->default_str("0.1");
  add(app, "--latent-weight", "W", share("--latent-weight", out.latent_weight),
      "how much nearness in meaning counts, from 0 (not at all) to 1 (0.4)")
      ->default_str("0.4");
}

void add_partial(CLI::App& app, CommandLine& out) {
  add_flag(app, "--partial", out.opening.partial,
           "answer without the shards of the index that do not, and name them");
}

void add_synonyms(CLI::App& app, CommandLine& out) {
  add_repeatable(app, "--synonyms", "FILE", out.synonyms,
                 "take the names on a line of FILE, with tabs or semicolons between, for "
                 "names of one thing; may be given several times");
}

void add_words(CLI::App& app, CommandLine& line) {
  add_repeatable(
      app, "--section", "NAME", line.search.sections,
      "look only in title, new, technical, performance, abstract or other; may be "
      "given several times");
  add_flag(app, "--exact", line.search.exact,
           "find the words themselves, not what else they are called");
  add_synonyms(app, line);
}

void add_search_options(CLI::App& app, CommandLine& line) {
  SearchOptions& out = line.search;
  add_paging(app, out);
  add(app, "--sort", "ORDER", choice("--sort", kSortOrders, out.sort),
      "relevance, votes or date (relevance)")
      ->default_str("relevance");
  add_filters(app, out);
  add_words(app, line);
  add_weights(app, out);
  add_flag(app, "--facets", out.facets, "count the papers by month, author and section");
  add_flag(app, "--explain", out.explain, "say how each score came about");
  add_partial(app, line);
}

void add_format(CLI::App& app, CommandLine& out) {
  const std::span<const Format> formats = formats_of(out.command);
  out.format = formats.front();
  add_flag(app, "--json", out.json, "print JSON, for programs: short for --format json");
  const auto read = [&out, formats](const std::string& text) {
    const auto format = std::find_if(formats.begin(), formats.end(), [&](Format known) {
      return format_name(known) == text;
    });
    if (format == formats.end()) {
      refuse("--format", text,
             "is no format of " + std::string(command_name(out.command)) + "; write " +
                 format_names(formats));
    }
    out.format = *format;
  };
  add(app, "--format", "FORMAT", read,
      "print " + format_names(formats) + " (" + std::string(format_name(out.format)) + ")");
}

void add_trends_options(CLI::App& app, CommandLine& line) {
  add(app, "--by", "WHAT", choice("--by", kMeasures, line.measure),
      "draw bars for papers, share (of all papers of the month) or votes (papers)")
      ->default_str("papers");
  add(
      app, "--svg", "FILE", [&line](const std::string& text) { line.svg = text; },
      "also write the trends as an image to FILE");
  add_filters(app, line.search);
  add_words(app, line);
}

void add_top_options(CLI::App& app, CommandLine& line) {
  add(app, "--by", "WHAT", choice("--by", kTopBy, line.top_by),
      "papers by votes, or authors by their papers (votes)")
      ->default_str("votes");
  add_paging(app, line.search);
  add_filters(app, line.search);
  add_words(app, line);
  add_partial(app, line);
}

}  // namespace

void add_options(CLI::App& app, CommandLine& out) {
  switch (out.command) {
    case Command::kSearch:
      add_search_options(app, out);
      break;
    case Command::kSimilar:
      add_paging(app, out.search);
      add_filters(app, out.search);
      add_weights(app, out.search);
      add_partial(app, out);
      break;
    case Command::kSuggest:
      add(app, "-n,--limit", "N", number("--limit", kMostSuggestions, out.search.limit),
          "show at most N completions (10)")
          ->default_str("10");
      break;
    case Command::kGlossary:
      add_synonyms(app, out);
      break;
    case Command::kTrends:
      add_trends_options(app, out);
      break;
    case Command::kTop:
      add_top_options(app, out);
      break;
    case Command::kExport:
      add_filters(app, out.search);
      add_flag(app, "--mapping", out.mapping,
               "print the mapping for an index of OpenSearch or Elasticsearch that takes "
               "--format bulk");
      break;
    case Command::kShow:
    case Command::kStats:
      break;
  }
  add(
      app, "--db", "DIR", [&out](const std::string& text) { out.db = text; },
      "the folder of the index ($PAPERSEARCH_DB; $XDG_DATA_HOME/papersearch/index; "
      "~/.local/share/papersearch/index)");
  add(app, "--shard-timeout", "SECONDS",
      seconds("--shard-timeout", out.opening.shard_timeout_ms),
      "wait at most SECONDS for a shard on another machine (5)")
      ->default_str("5");
  add_format(app, out);
  add(app, "--color", "WHEN", choice("--color", kColorModes, out.color),
      "auto, always or never (auto: on a terminal, unless NO_COLOR is set)")
      ->default_str("auto");
  add(app, "--hyperlinks", "WHEN", choice("--hyperlinks", kHyperlinkModes, out.hyperlinks),
      "make titles links: auto, always or never (auto: on a terminal with colours)")
      ->default_str("auto");
  add(app, "--pager", "WHEN", choice("--pager", kPagerModes, out.pager),
      "page on a terminal: auto, always or never (auto: what is longer than the screen)")
      ->default_str("auto");
  app.add_flag_callback(
         "--no-pager", [&out] { out.pager = PagerMode::kNever; }, "same as --pager never")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

}  // namespace papersearch::cli
