// SPDX-License-Identifier: GPL-2.0-or-later
// query_times: asks an index the queries of a table again and again; called by `run`.
// Prints milliseconds and memory as JSON.
//
//     query_times INDEX QUERIES ROUNDS [cold]
//
// What is in memory takes CPU time alone, which is measured, so that other programs at work
// do not show. With `cold` it is time by the clock on the wall: the searcher is opened anew
// for each query, and nothing of the index is in the page cache then, as far as the kernel
// lets go of it.
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "papersearch/searcher.h"

namespace {

using namespace papersearch;
namespace fs = std::filesystem;

std::vector<std::string> read_queries(const std::string& path) {
  std::vector<std::string> queries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#')
      queries.push_back(line.substr(line.rfind('\t') + 1));
  }
  return queries;
}

void forget(const std::string& index) {
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    if (!entry.is_regular_file()) continue;
    const int file = open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
  }
}

Searcher open_index(const std::string& path) {
  Result<Searcher> searcher = Searcher::open(path);
  if (searcher) return std::move(*searcher);
  std::cerr << "query_times: " << searcher.error().message() << "\n";
  std::exit(1);
}

double seconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Searches with ten snippets, as the command line does.
void ask(Searcher& searcher, const std::string& query) {
  SearchOptions options;
  options.limit = 10;
  options.snippets = 1;
  const auto result = searcher.search(query, options);
  if (result) return;
  std::cerr << "query_times: " << query << ": " << result.error().message() << "\n";
  std::exit(1);
}

// MB of this process that belong to no file.
double anonymous_memory() {
  std::ifstream rollup("/proc/self/smaps_rollup");
  for (std::string word; rollup >> word;) {
    if (word != "Anonymous:") continue;
    double kilobytes = 0;
    rollup >> kilobytes;
    return kilobytes / 1024;
  }
  return 0;
}

double quantile(const std::vector<double>& sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  return sorted[static_cast<std::size_t>(at + 0.5)];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: query_times INDEX QUERIES ROUNDS [cold]\n";
    return 2;
  }
  const std::string index = argv[1];
  const std::vector<std::string> queries = read_queries(argv[2]);
  const bool is_cold = argc > 4;
  if (queries.empty()) {
    std::cerr << "query_times: " << argv[2] << ": no queries\n";
    return 1;
  }
  Searcher searcher = open_index(index);
  // Twice: a searcher keeps the postings of words that are asked for again.
  for (int round = 0; !is_cold && round < 2; ++round)
    for (const std::string& query : queries) ask(searcher, query);
  const clockid_t clock = is_cold ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID;
  std::vector<double> times;
  for (int round = 0; round < std::stoi(argv[3]); ++round) {
    for (const std::string& query : queries) {
      if (is_cold) forget(index);
      const double begin = seconds(clock);
      if (is_cold) {
        Searcher opened = open_index(index);
        ask(opened, query);
      } else {
        ask(searcher, query);
      }
      times.push_back((seconds(clock) - begin) * 1e3);
    }
  }
  std::sort(times.begin(), times.end());
  std::cout << nlohmann::json{{"p50", quantile(times, 0.5)},
                              {"p95", quantile(times, 0.95)},
                              {"p99", quantile(times, 0.99)},
                              {"memory", anonymous_memory()}}
            << "\n";
  return std::cout.flush() ? 0 : 1;
}
