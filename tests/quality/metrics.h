// SPDX-License-Identifier: GPL-2.0-or-later
// How good a ranking is, by graded judgments. The formulas are those of evaluate.py,
// which lies beside the judgments; a test compares the two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace papersearch::quality {

// Rankings are looked at down to this rank.
inline constexpr std::size_t kDepth = 10;
// Papers of this grade and better are what the query wants (0 none, 3 exactly on it).
inline constexpr int kRelevantGrade = 2;

// The judgments of one query: arXiv id, grade. What is not in it was never judged, and
// counts as grade 0.
using Grades = std::map<std::string, int>;

struct RankedPaper {
  std::string id;
  std::optional<std::int64_t> votes;
};

// Of one ranking, or their means over several. Without hits all are 0.
struct Measures {
  double ndcg = 0;         // Järvelin and Kekäläinen 2002, gain 2^grade - 1
  double recall = 0;       // share of the wanted papers found, of at most kDepth
  double mrr = 0;          // 1 / rank of the first wanted paper
  double judged = 0;       // share of the hits that have a judgment
  double log_votes = 0;    // mean log2(1 + votes); unknown votes count as none
  double ndcg_judged = 0;  // nDCG of the hits without those that nobody judged, which
                           // others below take the place of (Sakai 2007)
};

// `hits` best first. Those beyond kDepth are looked at for ndcg_judged alone.
Measures measure(const std::vector<RankedPaper>& hits, const Grades& grades);

Measures mean(const std::vector<Measures>& all);

// The value below which the share `fraction` (0 to 1) of `values` lies: nearest rank;
// 0 when there are none.
double percentile(std::vector<double> values, double fraction);

}  // namespace papersearch::quality
