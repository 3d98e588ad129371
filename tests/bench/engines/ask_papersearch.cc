// SPDX-License-Identifier: GPL-2.0-or-later
// ask_papersearch INDEX: queries on standard input, ten hits with their snippets each.
#include <stdexcept>

#include "ask_lines.h"
#include "papersearch/searcher.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto searcher = papersearch::Searcher::open(argv[1]);
  if (!searcher) {
    std::cerr << "ask_papersearch: " << searcher.error().message() << '\n';
    return 3;
  }
  return ask_lines("ask_papersearch", [&](const std::string& query) {
    const auto result = searcher->search(query);
    if (!result) throw std::runtime_error(result.error().message());
    return result->hits.size();
  });
}
