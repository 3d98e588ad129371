// SPDX-License-Identifier: GPL-2.0-or-later
// Suggestions while typing, and corrections, over the index that $PAPERSEARCH_DB names.
#include <benchmark/benchmark.h>
#include <xapian.h>

#include "papersearch/text.h"
#include "query_parser.h"
#include "spelling.h"
#include "suggest.h"

namespace papersearch {
namespace {

void bm_suggest(benchmark::State& state, const char* typed) {
  const Xapian::Database database(default_index_path());
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> user;
  const Glossary glossary(database, user);
  for (auto _ : state)
    benchmark::DoNotOptimize(suggest(database, analyzer, glossary, typed, 10));
}

void bm_correct(benchmark::State& state, const char* text) {
  const Xapian::Database database(default_index_path());
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> user;
  const Glossary glossary(database, user);
  const Result<QueryNode> query = parse_query(text);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        correct_spelling(database, analyzer, glossary, text, *query, false));
  }
}

BENCHMARK_CAPTURE(bm_suggest, one_letter, "s");
BENCHMARK_CAPTURE(bm_suggest, two_letters, "re");
BENCHMARK_CAPTURE(bm_suggest, word, "reinf");
BENCHMARK_CAPTURE(bm_suggest, second_word, "machine l");
BENCHMARK_CAPTURE(bm_suggest, one_consonant, "ㅇ");
BENCHMARK_CAPTURE(bm_suggest, half_syllable, "강ㅎ");
BENCHMARK_CAPTURE(bm_suggest, initials, "ㄱㅎㅎㅅ");
BENCHMARK_CAPTURE(bm_suggest, two_parts, "강화 ㅎ");
BENCHMARK_CAPTURE(bm_suggest, family_name, "schmid");
BENCHMARK_CAPTURE(bm_suggest, name, "yoav a");

BENCHMARK_CAPTURE(bm_correct, fine_word, "transformer");
BENCHMARK_CAPTURE(bm_correct, fine_query, "강화학습 reasoning in large language models");
BENCHMARK_CAPTURE(bm_correct, latin, "transfomer");
BENCHMARK_CAPTURE(bm_correct, hangul, "강화학슴");
BENCHMARK_CAPTURE(bm_correct, keyboard, "rkdghk gkrtmq");
BENCHMARK_CAPTURE(bm_correct, run_together, "reinforcementlearning");
BENCHMARK_CAPTURE(bm_correct, torn_apart, "diffu sion");
BENCHMARK_CAPTURE(bm_correct, nothing_near, "photosynthesis");

}  // namespace
}  // namespace papersearch
