// SPDX-License-Identifier: GPL-2.0-or-later
// Answers queries, one a line, for as long as there are some, while papersearch-index may
// change the index at any time.
//
//     serve INDEX
#include <papersearch/searcher.h>

#include <iostream>
#include <string>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto searcher = papersearch::Searcher::open(argv[1]);
  if (!searcher) {
    std::cerr << searcher.error().message() << '\n';
    return 1;
  }
  for (std::string query; std::getline(std::cin, query);) {
    // Without this the answers are those of the index as it was opened, for as long as it
    // is there. It costs microseconds where nothing changed. Where it fails, what was open
    // still answers.
    const auto changed = searcher->refresh();
    if (!changed) std::cerr << changed.error().message() << '\n';
    const auto result = searcher->search(query);
    if (!result) {
      std::cout << "error: " << result.error().message() << std::endl;
      continue;
    }
    std::cout << result->total << (changed && *changed ? " papers, new index" : " papers")
              << std::endl;
  }
}
