// SPDX-License-Identifier: GPL-2.0-or-later
// What can be asked, and how.
//
// The query language, in short (the whole of it: papersearch-query(7)):
//
//     강화학습 reasoning            best matches first; a hit need not hold every word
//     "reward model"                these words side by side
//     +LLM -survey                  must have, must not have
//     (vision OR image) AND NOT 3d  operators in capitals, parentheses
//     quantiz*                      words that begin so
//     title:mamba author:"Yoav Artzi" new: technical: performance: abstract: id:
//     date:2025-04  date:2025-01..2025-03  votes:20..
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace papersearch {

// The order of hits.
enum class SortOrder {
  kRelevance,  // best first: relevance blended with votes
  kVotes,      // most votes first, unknown votes last; ties by relevance
  kDate,       // newest listing first; ties by relevance
};

// The share of the best relevance that a paper with very many votes gains; chosen by
// measurement, see docs/design.md.
inline constexpr double kDefaultVotesWeight = 0.1;
// Likewise.
inline constexpr double kDefaultLatentWeight = 0.4;
inline constexpr double kDefaultClosenessWeight = 0.3;

// Options of one search; the defaults are what the command line uses.
struct SearchOptions {
  // How many hits to return, at most; 0 to 10,000. 0 only counts.
  std::size_t limit = 10;
  // How many of the best hits to leave out first; 0 to 1,000,000.
  std::size_t offset = 0;
  SortOrder sort = SortOrder::kRelevance;

  // Only papers first listed in this span; "YYYY", "YYYY-MM" or "YYYY-MM-DD", both
  // ends included (until "2025-04" means until its last day). Empty: no limit.
  // Papers without a date do not pass.
  std::string since;
  std::string until;
  // Only papers with at least so many votes. Unknown votes do not pass.
  std::optional<std::int64_t> min_votes;
  // Only papers by all of these authors; each a name or a part of it ("Artzi").
  std::vector<std::string> authors;
  // Look for the words only in these: "title", "new", "technical", "performance",
  // "abstract", "other", or a usual section name in any spelling. Empty: everywhere.
  std::vector<std::string> sections;
  // Only the words themselves; else their other names count too, see glossary.h: a search
  // for 강화 학습 also finds papers that say "reinforcement learning" or RL, and weighs
  // that less.
  bool exact = false;

  // Look for a better spelling of words that hardly any paper holds, and use it where the
  // query finds nothing without it, see SearchResult::suggestion and corrected.
  bool correct_spelling = true;

  // 0 ranks by relevance alone, 1 lets votes count as much as the best relevance.
  double votes_weight = kDefaultVotesWeight;
  // How much it counts that a paper is near the query in meaning, as the archive itself
  // teaches it (latent semantics): a share of the best relevance, 0 to 1. 0: not at all.
  double latent_weight = kDefaultLatentWeight;
  // What two words of a short query that stand side by side add to a hit's relevance, as a
  // share of it, 0 to 1; less where they stand further apart. 0: nothing.
  double closeness_weight = kDefaultClosenessWeight;

  // The most snippets of one hit; 0 for none.
  std::size_t snippets = 2;
  // The length of one snippet, at most, in Unicode code points. Sentences are not cut
  // when they fit.
  std::size_t snippet_length = 240;
  // Count the hits by month, author and section.
  bool facets = false;
  // The most values of one facet, the most frequent ones.
  std::size_t facet_limit = 10;
  // Say for each hit how its score came about (Hit::explanation).
  bool explain = false;
};

}  // namespace papersearch
