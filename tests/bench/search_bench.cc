// SPDX-License-Identifier: GPL-2.0-or-later
// Opening an index and asking it: each kind of query in each language, with ten hits and
// their snippets, and without. A time is that of one query, the mean over its group.
#include <benchmark/benchmark.h>

#include "bench_input.h"
#include "document_builder.h"
#include "snippet.h"

namespace papersearch::bench {
namespace {

void bm_search(benchmark::State& state, const std::string& kind,
               const std::string& language, std::size_t snippets) {
  const std::vector<BenchQuery> queries = bench_queries(kind, language);
  Searcher searcher = open_index();
  SearchOptions options;
  options.snippets = snippets;
  std::size_t next = 0;
  for (auto _ : state) {
    const Result<SearchResult> result =
        searcher.search(queries[next++ % queries.size()].text, options);
    if (!result) {
      state.SkipWithError(result.error().message().c_str());
      break;
    }
    benchmark::DoNotOptimize(result->hits.data());
  }
}

void bm_filter_options(benchmark::State& state) {
  Searcher searcher = open_index();
  SearchOptions options;
  options.since = "2024-06";
  options.min_votes = 5;
  for (auto _ : state) benchmark::DoNotOptimize(searcher.search("video", options));
}

// Only what has no query: the newest papers that pass.
void bm_filters_alone(benchmark::State& state) {
  Searcher searcher = open_index();
  for (auto _ : state) benchmark::DoNotOptimize(searcher.search("votes:20.. date:2024"));
}

void bm_facets(benchmark::State& state) {
  Searcher searcher = open_index();
  SearchOptions options;
  options.facets = true;
  for (auto _ : state) benchmark::DoNotOptimize(searcher.search("강화학습", options));
}

void bm_similar(benchmark::State& state) {
  Searcher searcher = open_index();
  const std::string id = bench_papers()[bench_papers().size() / 2].id;
  for (auto _ : state) benchmark::DoNotOptimize(searcher.similar(id));
}

// As a process does that has just begun.
void bm_open(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(open_index());
}

void bm_open_and_search(benchmark::State& state, const char* query) {
  for (auto _ : state) {
    Searcher searcher = open_index();
    benchmark::DoNotOptimize(searcher.search(query));
  }
}

// Ten papers, from all over the archive.
const Paper& bench_paper(int hit) {
  return bench_papers()[bench_papers().size() * hit / 10];
}

// The snippets of ten papers, without the search.
void bm_snippets(benchmark::State& state) {
  const std::vector<std::string> terms = {"강화", "학습", "모델", "model", "reason"};
  const std::set<std::string> matching(terms.begin(), terms.end());
  const std::vector<std::string> prefixes;
  const Highlighter highlighter = {matching, prefixes};
  SentenceChoice choice(terms, {}, [](const std::string&) { return 1.0; });
  DocumentBuilder builder;
  std::vector<std::string> words_of;
  for (int hit = 0; hit < 10; ++hit)
    words_of.push_back(builder.build(bench_paper(hit)).get_value(kWordsSlot));
  Analyzer analyzer;
  WordSequence words;
  for (auto _ : state) {
    for (int hit = 0; hit < 10; ++hit) {
      words.read(words_of[hit]);
      benchmark::DoNotOptimize(
          make_snippets(bench_paper(hit), words, choice, highlighter, {}, analyzer));
    }
  }
}

BENCHMARK(bm_open);
BENCHMARK_CAPTURE(bm_open_and_search, en, "reinforcement learning");
BENCHMARK_CAPTURE(bm_open_and_search, ko, "강화학습");
BENCHMARK(bm_filter_options);
BENCHMARK(bm_filters_alone);
BENCHMARK(bm_facets);
BENCHMARK(bm_similar);
BENCHMARK(bm_snippets);

[[maybe_unused]] const bool registered = [] {
  for (const char* kind : {"one", "two", "five", "phrase", "prefix", "filter"}) {
    for (const char* language : {"en", "ko", "mixed"}) {
      for (const std::size_t snippets : {2, 0}) {
        const std::string name = std::string("bm_search/") + kind + '/' + language +
                                 (snippets == 0 ? "/no_snippets" : "");
        benchmark::RegisterBenchmark(name.c_str(), bm_search, std::string(kind),
                                     std::string(language), snippets);
      }
    }
  }
  return true;
}();

}  // namespace
}  // namespace papersearch::bench
