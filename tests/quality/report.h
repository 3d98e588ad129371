// SPDX-License-Identifier: GPL-2.0-or-later
// Evaluations as text for people and as JSON for table.py.
#pragma once

#include <iosfwd>

#include "evaluation.h"

namespace papersearch::quality {

// The means, one line a language, and the times. With `per_topic` a line for each topic
// too, worst first.
void print(const Evaluation& evaluation, bool per_topic, std::ostream& out);

// The hits that count but have no judgment, one a line: QUERY_ID 0 ARXIV_ID ?.
void print_unjudged(const Evaluation& evaluation, const Judgments& judgments,
                    std::ostream& out);

// What changes from `before` to `after`: the means with their significance, then the
// topics whose nDCG differs, the greatest losses first. Both hold the same topics.
void print_difference(const Evaluation& before, const Evaluation& after, std::ostream& out);

// One object: for "all" and each language what evaluate.py prints with --json, and "mrr";
// further "name", "latency_ms" by the clock, "cpu_ms", "refused", and "topics".
void print_json(const Evaluation& evaluation, std::ostream& out);

}  // namespace papersearch::quality
