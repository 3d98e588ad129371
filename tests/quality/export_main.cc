// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch_quality_export: the papers of an index as JSON Lines, for the scripts that
// make queries of them and for the peers, so that all read exactly the same text. It is
// the form that papersearch-index reads.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "papersearch/searcher.h"
#include "papersearch/text.h"

namespace papersearch::quality {
namespace {

constexpr std::size_t kPage = 10'000;
// Matches every paper: none holds this word.
constexpr const char* kEverything = "-nosuchwordinanypaper";

void print(const Paper& paper) {
  nlohmann::ordered_json json = {
      {"id", paper.id}, {"title", paper.title}, {"date", paper.date}};
  json["authors"] = paper.authors;
  json["votes"] = nullptr;
  if (paper.votes) json["votes"] = *paper.votes;
  json["sections"] = nlohmann::ordered_json::array();
  for (const Section& section : paper.sections) {
    json["sections"].push_back({{"name", section.name}, {"text", section.text}});
  }
  std::cout << json.dump() << '\n';
}

Result<void> export_papers(const std::string& db) {
  Result<Searcher> searcher = Searcher::open(db);
  if (!searcher) return searcher.error();
  SearchOptions options;
  options.limit = kPage;
  options.snippets = 0;
  for (;; options.offset += kPage) {
    const Result<SearchResult> page = searcher->search(kEverything, options);
    if (!page) return page.error();
    for (const Hit& hit : page->hits) {
      const Result<Paper> paper = searcher->find(hit.paper.id);
      if (!paper) return paper.error();
      print(*paper);
    }
    if (page->hits.size() < kPage) break;
  }
  if (!std::cout.flush())
    return Error(ErrorCode::kIo, "standard output: cannot be written");
  return {};
}

}  // namespace
}  // namespace papersearch::quality

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: papersearch_quality_export DIR >papers.jsonl\n";
    return 2;
  }
  if (const auto done = papersearch::quality::export_papers(argv[1]); !done) {
    std::cerr << "papersearch_quality_export: "
              << papersearch::printable(done.error().message()) << '\n';
    return 3;
  }
  return 0;
}
