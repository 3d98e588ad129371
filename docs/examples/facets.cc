// SPDX-License-Identifier: GPL-2.0-or-later
// Who wrote most of the papers with at least so many votes that match a query?
//
//     facets INDEX QUERY VOTES
#include <papersearch/searcher.h>

#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  auto searcher = papersearch::Searcher::open(argv[1]);
  if (!searcher) {
    std::cerr << searcher.error().message() << '\n';
    return 1;
  }
  papersearch::SearchOptions options;
  options.limit = 0;  // the counts are enough
  options.min_votes = std::atoi(argv[3]);
  options.facets = true;
  options.facet_limit = 3;
  const auto result = searcher->search(argv[2], options);
  if (!result) {
    std::cerr << result.error().message() << '\n';
    return 1;
  }
  std::cout << result->total << " papers\n";
  for (const papersearch::FacetCount& month : result->facets->month)
    std::cout << month.count << " in " << month.value << '\n';
  for (const papersearch::FacetCount& author : result->facets->author)
    std::cout << author.count << " by " << author.value << '\n';
}
