// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "scored_source.h"

namespace papersearch {

using Terms = std::vector<std::size_t>;  // their numbers

// Clauses and a condition, each term once.
struct ScorePlan {
  struct Summand {
    std::vector<Terms> names;
    double factor;
  };

  ScorePlan(const std::vector<Clause>& clauses, Condition&& condition)
      : pattern(std::move(condition.pattern)), votes(condition.votes) {
    for (const Clause& clause : clauses)
      summands.push_back({numbered(clause.names), clause.factor});
    sets = numbered(condition.sets);
  }

  std::vector<Terms> numbered(const std::vector<TermSet>& term_sets) {
    std::vector<Terms> out;
    for (const TermSet& set : term_sets) {
      Terms& numbers = out.emplace_back();
      for (const std::string& term : set) {
        const auto [at, is_new] = number_of.try_emplace(term, terms.size());
        if (is_new) terms.push_back(term);
        numbers.push_back(at->second);
      }
    }
    return out;
  }

  std::vector<std::string> terms;
  std::unordered_map<std::string, std::size_t> number_of;
  std::vector<Summand> summands;
  std::vector<Terms> sets;
  WordPattern pattern;
  std::optional<VotesRange> votes;
};

}  // namespace papersearch
