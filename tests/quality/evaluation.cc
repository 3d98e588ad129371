// SPDX-License-Identifier: GPL-2.0-or-later
#include "evaluation.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>

namespace papersearch::quality {
namespace {

const Grades& grades_of(const Judgments& judgments, const std::string& query) {
  static const Grades none;
  const auto at = judgments.find(query);
  return at == judgments.end() ? none : at->second;
}

using Clock = std::chrono::steady_clock;

void append_new(const SearchResult& result, std::vector<RankedPaper>& hits) {
  for (const Hit& hit : result.hits) {
    const bool known = std::any_of(hits.begin(), hits.end(), [&](const RankedPaper& one) {
      return one.id == hit.paper.id;
    });
    if (!known) hits.push_back({hit.paper.id, hit.paper.votes});
  }
}

Result<void> ask(Searcher& searcher, const SearchOptions& options, std::size_t rounds,
                 TopicResult& one) {
  std::vector<double> times;
  std::vector<double> cpu_times;
  for (std::size_t round = 0; round < rounds; ++round) {
    const auto start = Clock::now();
    const std::clock_t cpu_start = std::clock();
    const Result<SearchResult> result = searcher.search(one.topic.text, options);
    times.push_back(
        std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    cpu_times.push_back(1e3 * static_cast<double>(std::clock() - cpu_start) /
                        CLOCKS_PER_SEC);
    if (!result) return result.error();
    one.hits.clear();
    append_new(*result, one.hits);
  }
  one.took_ms = percentile(std::move(times), 0.5);
  one.cpu_ms = percentile(std::move(cpu_times), 0.5);
  SearchOptions deeper = options;
  deeper.limit = kPool;
  deeper.snippets = 0;
  const Result<SearchResult> result = searcher.search(one.topic.text, deeper);
  if (!result) return result.error();
  append_new(*result, one.hits);
  return {};
}

}  // namespace

Result<Evaluation> evaluate(Searcher& searcher, const std::vector<Topic>& topics,
                            const Judgments& judgments, const SearchOptions& options,
                            std::size_t rounds) {
  Evaluation out;
  for (const Topic& topic : topics) {
    TopicResult one;
    one.topic = topic;
    if (const auto asked = ask(searcher, options, rounds, one); !asked) {
      if (asked.error().code() != ErrorCode::kQuerySyntax) return asked.error();
      one.trouble = asked.error().message();
    }
    one.measures = measure(one.hits, grades_of(judgments, topic.id));
    out.topics.push_back(std::move(one));
  }
  return out;
}

Result<Evaluation> evaluate(Searcher& searcher, const std::vector<Topic>& topics,
                            const Judgments& judgments, const Ranking& ranking) {
  Evaluation out;
  for (const Topic& topic : topics) {
    TopicResult one;
    one.topic = topic;
    if (const auto at = ranking.find(topic.id); at != ranking.end()) one.hits = at->second;
    one.hits.resize(std::min(one.hits.size(), kPool));
    for (std::size_t i = 0; i < std::min(one.hits.size(), kDepth); ++i) {
      const Result<Paper> paper = searcher.find(one.hits[i].id);
      if (!paper) return paper.error();
      one.hits[i].votes = paper->votes;
    }
    one.measures = measure(one.hits, grades_of(judgments, topic.id));
    out.topics.push_back(std::move(one));
  }
  return out;
}

Ranking ranking_of(const Evaluation& evaluation) {
  Ranking out;
  for (const TopicResult& one : evaluation.topics) out[one.topic.id] = one.hits;
  return out;
}

std::map<std::string, Summary> summarize(const Evaluation& evaluation) {
  std::map<std::string, std::vector<Measures>> parts;
  for (const TopicResult& one : evaluation.topics) {
    parts["all"].push_back(one.measures);
    parts[one.topic.language].push_back(one.measures);
  }
  std::map<std::string, Summary> out;
  for (const auto& [name, measures] : parts) out[name] = {mean(measures), measures.size()};
  return out;
}

Latency latency(const Evaluation& evaluation, double TopicResult::*time) {
  std::vector<double> times;
  for (const TopicResult& one : evaluation.topics) times.push_back(one.*time);
  return {percentile(times, 0.5), percentile(times, 0.95), percentile(times, 1)};
}

}  // namespace papersearch::quality
