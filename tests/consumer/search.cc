// SPDX-License-Identifier: GPL-2.0-or-later
// What every consumer does: prints id and title of the first hits, best first.
//
//     search INDEX QUERY
#include <iostream>

#include "papersearch/searcher.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto searcher = papersearch::Searcher::open(argv[1]);
  if (!searcher) {
    std::cerr << searcher.error().message() << '\n';
    return 1;
  }
  const auto result = searcher->search(argv[2]);
  if (!result) {
    std::cerr << result.error().message() << '\n';
    return 1;
  }
  for (const papersearch::Hit& hit : result->hits)
    std::cout << hit.paper.id << '\t' << hit.paper.title << '\n';
  return 0;
}
