// SPDX-License-Identifier: GPL-2.0-or-later
#include "metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace papersearch::quality {
namespace {

// Discounted cumulative gain of the first kDepth grades.
double discounted_gain(const std::vector<int>& grades) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(grades.size(), kDepth); ++i) {
    sum += (std::exp2(grades[i]) - 1) / std::log2(static_cast<double>(i) + 2);
  }
  return sum;
}

std::vector<int> grades_of_judged(const std::vector<RankedPaper>& hits,
                                  const Grades& grades) {
  std::vector<int> out;
  for (const RankedPaper& hit : hits) {
    const auto judgment = grades.find(hit.id);
    if (judgment != grades.end()) out.push_back(judgment->second);
  }
  return out;
}

}  // namespace

Measures measure(const std::vector<RankedPaper>& hits, const Grades& grades) {
  Measures out;
  const std::size_t depth = std::min(hits.size(), kDepth);
  if (depth == 0) return out;
  std::vector<int> found;
  std::size_t wanted_found = 0;
  for (std::size_t i = 0; i < depth; ++i) {
    const auto judgment = grades.find(hits[i].id);
    const int grade = judgment == grades.end() ? 0 : judgment->second;
    found.push_back(grade);
    if (judgment != grades.end()) out.judged += 1;
    if (grade >= kRelevantGrade && wanted_found++ == 0)
      out.mrr = 1 / (static_cast<double>(i) + 1);
    out.log_votes += std::log2(1 + static_cast<double>(hits[i].votes.value_or(0)));
  }
  std::vector<int> ideal;
  std::size_t wanted = 0;
  for (const auto& [id, grade] : grades) {
    ideal.push_back(grade);
    if (grade >= kRelevantGrade) ++wanted;
  }
  std::sort(ideal.begin(), ideal.end(), std::greater<>());
  const double best = discounted_gain(ideal);
  if (best > 0) {
    out.ndcg = discounted_gain(found) / best;
    out.ndcg_judged = discounted_gain(grades_of_judged(hits, grades)) / best;
  }
  if (wanted > 0) {
    out.recall =
        static_cast<double>(wanted_found) / static_cast<double>(std::min(kDepth, wanted));
  }
  out.judged /= static_cast<double>(depth);
  out.log_votes /= static_cast<double>(depth);
  return out;
}

Measures mean(const std::vector<Measures>& all) {
  Measures out;
  if (all.empty()) return out;
  for (const Measures& one : all) {
    out.ndcg += one.ndcg;
    out.recall += one.recall;
    out.mrr += one.mrr;
    out.judged += one.judged;
    out.log_votes += one.log_votes;
    out.ndcg_judged += one.ndcg_judged;
  }
  const auto count = static_cast<double>(all.size());
  for (double* sum :
       {&out.ndcg, &out.recall, &out.mrr, &out.judged, &out.log_votes, &out.ndcg_judged}) {
    *sum /= count;
  }
  return out;
}

double percentile(std::vector<double> values, double fraction) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const double rank = std::ceil(fraction * static_cast<double>(values.size()));
  const auto at = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
  return values[std::min(at, values.size() - 1)];
}

}  // namespace papersearch::quality
