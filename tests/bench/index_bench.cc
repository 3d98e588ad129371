// SPDX-License-Identifier: GPL-2.0-or-later
// Papers into an index: all at once, the same again, and a few more. Reading the files that
// they come from is not part of it; tests/bench/compare measures the whole program.
#include <benchmark/benchmark.h>

#include <list>

#include "bench_input.h"
#include "papersearch/index_writer.h"
#include "support/temp_dir.h"

namespace papersearch::bench {
namespace {

// The first `count` papers become the index; false where that fails.
bool write_index(const std::string& path, std::size_t count, bool latent,
                 benchmark::State& state) {
  IndexWriterOptions options;
  options.latent = latent;
  Result<IndexWriter> writer = IndexWriter::open(path, options);
  if (!writer) {
    state.SkipWithError(writer.error().message().c_str());
    return false;
  }
  const std::vector<Paper>& papers = bench_papers();
  for (std::size_t i = 0; i < count; ++i) {
    if (const auto added = writer->add(papers[i]); !added)
      state.SkipWithError(added.error().message().c_str());
  }
  const Result<IndexReport> report = writer->commit();
  if (!report) state.SkipWithError(report.error().message().c_str());
  return report.has_value();
}

void bm_index(benchmark::State& state, bool latent) {
  std::list<testing::TempDir> folders;  // for removing an index is not writing it
  for (auto _ : state) {
    const testing::TempDir& folder = folders.emplace_back();
    if (!write_index(folder / "index", bench_papers().size(), latent, state)) return;
  }
  state.SetItemsProcessed(
      static_cast<std::int64_t>(state.iterations() * bench_papers().size()));
}

void bm_nothing_changed(benchmark::State& state) {
  const testing::TempDir folder;
  const std::size_t all = bench_papers().size();
  if (!write_index(folder / "index", all, true, state)) return;
  for (auto _ : state)
    if (!write_index(folder / "index", all, true, state)) return;
}

// A day's papers come, and go again, in turns.
void bm_one_day(benchmark::State& state) {
  const testing::TempDir folder;
  const std::size_t all = bench_papers().size();
  const std::size_t day = std::min<std::size_t>(15, all / 2);
  if (!write_index(folder / "index", all, true, state)) return;
  std::size_t count = all;
  for (auto _ : state) {
    count = count == all ? all - day : all;
    if (!write_index(folder / "index", count, true, state)) return;
  }
}

// The processors' time is that of all threads.
void in_milliseconds(benchmark::internal::Benchmark* of) {
  of->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
}

BENCHMARK_CAPTURE(bm_index, latent, true)->Apply(in_milliseconds);
BENCHMARK_CAPTURE(bm_index, no_latent, false)->Apply(in_milliseconds);
BENCHMARK(bm_nothing_changed)->Apply(in_milliseconds);
BENCHMARK(bm_one_day)->Apply(in_milliseconds);

}  // namespace
}  // namespace papersearch::bench
