// SPDX-License-Identifier: GPL-2.0-or-later
// What the benchmarks work on: the queries of queries.tsv, and the index that
// $PAPERSEARCH_DB names.
#pragma once

#include <string>
#include <vector>

#include "papersearch/paper.h"
#include "papersearch/searcher.h"

namespace papersearch::bench {

struct BenchQuery {
  std::string kind;      // one, two, five, phrase, prefix, filter
  std::string language;  // en, ko, mixed
  std::string text;
};

// All queries of the table; ends the program where it cannot be read.
const std::vector<BenchQuery>& bench_queries();

// Those of one kind and language.
std::vector<BenchQuery> bench_queries(const std::string& kind, const std::string& language);

// Opens the index; ends the program where there is none.
Searcher open_index();

// All papers of the index, read once.
const std::vector<Paper>& bench_papers();

}  // namespace papersearch::bench
