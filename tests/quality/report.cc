// SPDX-License-Identifier: GPL-2.0-or-later
#include "report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "papersearch/text.h"
#include "significance.h"

namespace papersearch::quality {
namespace {

template <class... Values>
void print_line(std::ostream& out, const char* format, Values... values) {
  char line[256];
  std::snprintf(line, sizeof line, format, values...);
  out << line;
}

void print_topic(const Topic& topic, std::ostream& out) {
  out << "  " << topic.id << ' ' << topic.language << "  " << printable(topic.text) << '\n';
}

// As evaluate.py rounds, so that the two can be compared.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

struct Difference {
  const TopicResult* before;
  const TopicResult* after;
  double ndcg;
};

}  // namespace

void print(const Evaluation& evaluation, bool per_topic, std::ostream& out) {
  out << evaluation.name << '\n';
  for (const auto& [name, summary] : summarize(evaluation)) {
    const Measures& m = summary.means;
    print_line(
        out,
        "%6s: nDCG@10 %.4f  recall@10 %.4f  MRR@10 %.4f  judged %.2f (nDCG of these %.4f)"
        "  mean log2(1+votes) %.2f  (%zu queries)\n",
        name.c_str(), m.ndcg, m.recall, m.mrr, m.judged, m.ndcg_judged, m.log_votes,
        summary.queries);
  }
  const auto print_times = [&](const char* what, const Latency& times) {
    if (times.max == 0) return;  // a ranking from a file
    print_line(out, "  %s: median %.2f ms, 95 %% %.2f ms, longest %.2f ms\n", what,
               times.p50, times.p95, times.max);
  };
  print_times("took", latency(evaluation, &TopicResult::took_ms));
  print_times("processor", latency(evaluation, &TopicResult::cpu_ms));
  for (const TopicResult& one : evaluation.topics) {
    if (one.trouble.empty()) continue;
    out << "  refused: " << printable(one.trouble) << ':';
    print_topic(one.topic, out);
  }
  if (!per_topic) return;
  std::vector<const TopicResult*> order;
  for (const TopicResult& one : evaluation.topics) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(),
                   [](const TopicResult* a, const TopicResult* b) {
                     return a->measures.ndcg < b->measures.ndcg;
                   });
  for (const TopicResult* one : order) {
    print_line(out, "  %.3f  rec %.2f  rr %.2f  judged %.2f  %6.2f ms", one->measures.ndcg,
               one->measures.recall, one->measures.mrr, one->measures.judged, one->took_ms);
    print_topic(one->topic, out);
  }
}

void print_unjudged(const Evaluation& evaluation, const Judgments& judgments,
                    std::ostream& out) {
  for (const TopicResult& one : evaluation.topics) {
    const auto grades = judgments.find(one.topic.id);
    for (std::size_t i = 0; i < std::min(one.hits.size(), kDepth); ++i) {
      const std::string& id = one.hits[i].id;
      const bool judged = grades != judgments.end() && grades->second.count(id) != 0;
      if (!judged) out << one.topic.id << " 0 " << id << " ?\n";
    }
  }
}

void print_difference(const Evaluation& before, const Evaluation& after,
                      std::ostream& out) {
  std::vector<Difference> changed;
  std::map<std::string, std::vector<double>> parts;
  for (std::size_t i = 0; i < after.topics.size(); ++i) {
    const TopicResult& one = after.topics[i];
    const double ndcg = one.measures.ndcg - before.topics[i].measures.ndcg;
    parts["all"].push_back(ndcg);
    parts[one.topic.language].push_back(ndcg);
    if (std::abs(ndcg) >= 5e-5) changed.push_back({&before.topics[i], &one, ndcg});
  }
  out << after.name << " against " << before.name << '\n';
  for (const auto& [name, differences] : parts) {
    double sum = 0;
    std::size_t better = 0;
    std::size_t worse = 0;
    for (const double difference : differences) {
      sum += difference;
      if (difference >= 5e-5) ++better;
      if (difference <= -5e-5) ++worse;
    }
    print_line(out, "%6s: nDCG@10 %+.4f  p = %.4f  %zu better, %zu worse of %zu\n",
               name.c_str(), sum / static_cast<double>(differences.size()),
               randomization_p(differences), better, worse, differences.size());
  }
  std::stable_sort(
      changed.begin(), changed.end(),
      [](const Difference& a, const Difference& b) { return a.ndcg < b.ndcg; });
  for (const Difference& one : changed) {
    print_line(out, "  %+.3f  %.3f to %.3f", one.ndcg, one.before->measures.ndcg,
               one.after->measures.ndcg);
    print_topic(one.after->topic, out);
  }
}

void print_json(const Evaluation& evaluation, std::ostream& out) {
  nlohmann::ordered_json json;
  json["name"] = evaluation.name;
  for (const auto& [name, summary] : summarize(evaluation)) {
    json[name] = {{"ndcg", rounded(summary.means.ndcg)},
                  {"recall", rounded(summary.means.recall)},
                  {"mrr", rounded(summary.means.mrr)},
                  {"judged", rounded(summary.means.judged)},
                  {"ndcg_judged", rounded(summary.means.ndcg_judged)},
                  {"log_votes", rounded(summary.means.log_votes)},
                  {"queries", summary.queries}};
  }
  for (const auto& [key, time] : {std::pair("latency_ms", &TopicResult::took_ms),
                                  std::pair("cpu_ms", &TopicResult::cpu_ms)}) {
    const Latency times = latency(evaluation, time);
    json[key] = {{"p50", times.p50}, {"p95", times.p95}, {"max", times.max}};
  }
  std::size_t refused = 0;
  nlohmann::ordered_json topics = nlohmann::ordered_json::array();
  for (const TopicResult& one : evaluation.topics) {
    if (!one.trouble.empty()) ++refused;
    topics.push_back({{"id", one.topic.id},
                      {"language", one.topic.language},
                      {"query", one.topic.text},
                      {"ndcg", one.measures.ndcg},
                      {"recall", one.measures.recall},
                      {"mrr", one.measures.mrr},
                      {"took_ms", one.took_ms}});
  }
  json["refused"] = refused;
  json["topics"] = std::move(topics);
  out << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace papersearch::quality
