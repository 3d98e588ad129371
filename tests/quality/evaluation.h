// SPDX-License-Identifier: GPL-2.0-or-later
// Asks all topics and measures the answers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "metrics.h"
#include "papersearch/error.h"
#include "papersearch/query.h"
#include "papersearch/searcher.h"
#include "trec.h"

namespace papersearch::quality {

// So many hits of a query are kept, to see past those that nobody judged.
inline constexpr std::size_t kPool = 50;

struct TopicResult {
  Topic topic;
  std::vector<RankedPaper> hits;  // up to kPool
  Measures measures;
  double took_ms = 0;   // by the clock; 0 for a ranking that was read from a file
  double cpu_ms = 0;    // of the processor's time: steady on a busy machine
  std::string trouble;  // why the query could not be answered; it counts as without hits
};

struct Evaluation {
  std::string name;
  std::vector<TopicResult> topics;
};

// Asks every topic `rounds` times; the times are medians. `options` are taken
// as they are; hits beyond their limit come from a further search, without snippets. Fails
// when the index cannot be read; a query that is refused fails alone.
Result<Evaluation> evaluate(Searcher& searcher, const std::vector<Topic>& topics,
                            const Judgments& judgments, const SearchOptions& options,
                            std::size_t rounds);

// Measures a ranking that someone else made; votes come from the index.
Result<Evaluation> evaluate(Searcher& searcher, const std::vector<Topic>& topics,
                            const Judgments& judgments, const Ranking& ranking);

Ranking ranking_of(const Evaluation& evaluation);

struct Summary {
  Measures means;
  std::size_t queries = 0;
};

// By language, and for "all".
std::map<std::string, Summary> summarize(const Evaluation& evaluation);

struct Latency {  // a query, in milliseconds
  double p50 = 0;
  double p95 = 0;
  double max = 0;
};

// Over all topics; `time` is TopicResult::took_ms or cpu_ms.
Latency latency(const Evaluation& evaluation, double TopicResult::*time);

}  // namespace papersearch::quality
