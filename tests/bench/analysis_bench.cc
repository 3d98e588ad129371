// SPDX-License-Identifier: GPL-2.0-or-later
// From text to terms, and from a text to a query.
#include <benchmark/benchmark.h>

#include "analyzer.h"
#include "bench_input.h"
#include "query_parser.h"

namespace papersearch::bench {
namespace {

// More than the analyzer's caches hold, less than the fastest run takes to be exact.
constexpr std::size_t kTextBytes = 1 << 20;

bool has_latin(std::string_view line) {
  return line.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") !=
         line.npos;
}

// U+AC00 to U+D7A3 begin with these bytes; the few others that do are no letters of ours.
bool has_hangul(std::string_view line) {
  return line.find_first_of("\xEA\xEB\xEC\xED") != line.npos;
}

// Lines of the archive in one language, or in both at once.
std::string archive_text(bool latin, bool hangul) {
  std::string out;
  const auto take = [&](std::string_view text) {
    while (!text.empty() && out.size() < kTextBytes) {
      const std::string_view line = text.substr(0, text.find('\n'));
      if (has_latin(line) == latin && has_hangul(line) == hangul)
        out.append(line).append("\n");
      text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
  };
  for (const Paper& paper : bench_papers()) {
    take(paper.title);
    for (const Section& section : paper.sections) take(section.text);
  }
  return out;
}

void bm_analyze(benchmark::State& state, bool latin, bool hangul) {
  const std::string text = archive_text(latin, hangul);
  std::vector<Token> tokens;
  for (auto _ : state) {
    Analyzer analyzer;  // caches of its own, as in a run of the indexer
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t size = rest.find('\n') + 1;
      analyzer.analyze(rest.substr(0, size), tokens);
      benchmark::DoNotOptimize(tokens.data());
      rest.remove_prefix(size);
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

BENCHMARK_CAPTURE(bm_analyze, en, true, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_analyze, ko, false, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_analyze, mixed, true, true)->Unit(benchmark::kMillisecond);

// The first text of a process: what a query pays for the analyzer itself.
void bm_first_analysis(benchmark::State& state, const char* text) {
  std::vector<Token> tokens;
  for (auto _ : state) {
    Analyzer analyzer;
    analyzer.analyze(text, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
}

BENCHMARK_CAPTURE(bm_first_analysis, en, "reinforcement learning");
BENCHMARK_CAPTURE(bm_first_analysis, ko, "강화학습");

void bm_parse_query(benchmark::State& state) {
  for (auto _ : state)
    for (const BenchQuery& query : bench_queries())
      benchmark::DoNotOptimize(parse_query(query.text));
  state.SetItemsProcessed(
      static_cast<std::int64_t>(state.iterations() * bench_queries().size()));
}

BENCHMARK(bm_parse_query);

}  // namespace
}  // namespace papersearch::bench
