// SPDX-License-Identifier: GPL-2.0-or-later
// What a searcher that stays has kept changes no answer.
#include <iomanip>
#include <limits>
#include <sstream>

#include "archive_index.h"

namespace papersearch::testing {
namespace {

// All that is shown, scores to their last digit.
std::string shown(Searcher& searcher, const std::string& query,
                  const SearchOptions& options) {
  const Result<SearchResult> result = searcher.search(query, options);
  if (!result) return result.error().message();
  std::ostringstream out;
  out << result->total << std::setprecision(std::numeric_limits<double>::max_digits10);
  for (const Hit& hit : result->hits) {
    out << '\n' << hit.paper.id << ' ' << hit.paper.title << ' ' << hit.score;
    for (const Snippet& snippet : hit.snippets) out << ' ' << snippet.text;
  }
  return out.str();
}

void expect_the_same(const SearchOptions& options) {
  Searcher staying = *Searcher::open(digests_index().path());
  const std::vector<std::string> queries = lines_of("fine_queries.txt");
  for (int time = 0; time < 4; ++time) {
    for (const std::string& query : queries) {
      Searcher fresh = *Searcher::open(digests_index().path());
      ASSERT_EQ(shown(staying, query, options), shown(fresh, query, options))
          << query << ", time " << time;
    }
  }
}

class DigestsKeptTest : public ArchiveTest {};

TEST_F(DigestsKeptTest, AStayingSearcherAnswersAsANewOne) { expect_the_same({}); }

TEST_F(DigestsKeptTest, AlsoThroughFilters) {
  SearchOptions options;
  options.min_votes = 20;
  options.since = "2025";
  expect_the_same(options);
}

}  // namespace
}  // namespace papersearch::testing
