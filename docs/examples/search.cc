// SPDX-License-Identifier: GPL-2.0-or-later
// Searches an index and prints the best papers, each with the passage that shows why.
//
//     search INDEX QUERY
#include <papersearch/searcher.h>

#include <iostream>
#include <string>

// The text with brackets around the words that matched.
std::string marked(const papersearch::Snippet& snippet) {
  std::string out;
  std::size_t at = 0;
  for (const papersearch::ByteRange& range : snippet.highlights) {
    out += snippet.text.substr(at, range.begin - at) + "[";
    out += snippet.text.substr(range.begin, range.end - range.begin) + "]";
    at = range.end;
  }
  return out + snippet.text.substr(at);
}

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto searcher = papersearch::Searcher::open(argv[1]);
  if (!searcher) {
    std::cerr << searcher.error().message() << '\n';
    return 1;
  }
  papersearch::SearchOptions options;
  options.limit = 3;
  options.snippets = 1;
  const auto result = searcher->search(argv[2], options);
  if (!result) {
    std::cerr << result.error().message() << '\n';
    return 1;
  }
  for (const papersearch::Hit& hit : result->hits) {
    std::cout << hit.rank << ". " << hit.paper.title << "\n   " << paper_url(hit.paper)
              << '\n';
    for (const papersearch::Snippet& snippet : hit.snippets)
      std::cout << "   " << marked(snippet) << '\n';
  }
  std::cout << result->total << " papers\n";
}
