// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench_input.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "papersearch/text.h"

namespace papersearch::bench {
namespace {

[[noreturn]] void fail(const std::string& message) {
  std::cerr << "papersearch_bench: " << message << '\n';
  std::exit(3);
}

std::vector<BenchQuery> read_queries() {
  std::ifstream in(PAPERSEARCH_BENCH_QUERIES);
  std::vector<BenchQuery> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (second == line.npos) fail(PAPERSEARCH_BENCH_QUERIES ": not three columns: " + line);
    out.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                   line.substr(second + 1)});
  }
  if (out.empty()) fail(PAPERSEARCH_BENCH_QUERIES ": no queries");
  return out;
}

std::vector<Paper> read_papers() {
  std::vector<Paper> out;
  const auto done = open_index().for_each_paper({}, [&](const Paper& paper) {
    out.push_back(paper);
    return true;
  });
  if (!done) fail(printable(done.error().message()));
  return out;
}

}  // namespace

const std::vector<BenchQuery>& bench_queries() {
  static const std::vector<BenchQuery> queries = read_queries();
  return queries;
}

std::vector<BenchQuery> bench_queries(const std::string& kind,
                                      const std::string& language) {
  std::vector<BenchQuery> out;
  for (const BenchQuery& query : bench_queries())
    if (query.kind == kind && query.language == language) out.push_back(query);
  return out;
}

Searcher open_index() {
  Result<Searcher> searcher = Searcher::open(default_index_path());
  if (!searcher) {
    fail(printable(searcher.error().message()) +
         "; run cmake --build --preset release --target bench, or name an index in "
         "PAPERSEARCH_DB");
  }
  return *std::move(searcher);
}

const std::vector<Paper>& bench_papers() {
  static const std::vector<Paper> papers = read_papers();
  return papers;
}

}  // namespace papersearch::bench
