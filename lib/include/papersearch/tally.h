// SPDX-License-Identifier: GPL-2.0-or-later
// How much there is of something: papers and votes by month and by author. Plain values;
// they stay valid when the Searcher is gone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace papersearch {

// The papers that were first listed in one month.
struct MonthTally {
  std::string month;           // "2025-04"
  std::size_t papers = 0;      // those that match
  std::int64_t votes = 0;      // of these; unknown votes count nothing
  std::size_t all_papers = 0;  // those of the index, whether they match or not
  std::int64_t all_votes = 0;
};

// How often, and how much voted for, the papers of a query are, month by month.
struct Trend {
  std::string query;        // as it was given
  std::size_t papers = 0;   // that match and have a date
  std::int64_t votes = 0;   // of these
  std::size_t undated = 0;  // papers that match and have no date; in no month
  // Every month from the first to the last in which the index has a paper between
  // SearchOptions::since and until, oldest first; those without a paper too. The same
  // whatever the query.
  std::vector<MonthTally> months;
};

// The papers of one author, by the name as it is written.
struct AuthorTally {
  std::string author;
  std::size_t papers = 0;
  std::int64_t votes = 0;  // of these; unknown votes count nothing
};

}  // namespace papersearch
