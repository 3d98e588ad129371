// SPDX-License-Identifier: GPL-2.0-or-later
// What the summands of a score give at most, and how many documents there are to score.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <vector>

#include "ranking.h"
#include "score_plan.h"

namespace papersearch {

struct Summand {
  static constexpr std::size_t kOften = 16;

  Summand(const std::vector<Terms>& its_names, const TermWeight& its_weight);

  // To a document that holds its names so often.
  double most_of(Xapian::termcount wdf) const {
    return most_by_wdf[wdf < kOften ? wdf : kOften];
  }

  const std::vector<Terms>* names;
  TermWeight weight;
  double most;                                 // to any document
  std::array<double, kOften + 1> most_by_wdf;  // the last one for all that is more often
};

// Of a plan, which must outlive it, over one database.
class ScoreBounds {
 public:
  // `frequencies`: of each term, how many documents hold it, by number.
  ScoreBounds(const ScorePlan& plan, std::vector<Xapian::doccount> frequencies,
              const Xapian::Database& database);

  // Those that give the least first.
  const std::vector<Summand>& summands() const { return summands_; }
  // What the first so many of them give together, at most.
  double up_to(std::size_t count) const { return up_to_[count]; }

  // Documents that hold a summand, and meet the condition.
  Xapian::doccount documents_min() const;
  Xapian::doccount documents_est() const;
  Xapian::doccount documents_max() const;

  // The terms one of which each document holds that scores `least` or more.
  struct Leads {
    Terms terms;
    // Those of the condition, or its votes; else those of the summands.
    bool of_condition = false;
    bool are_votes = false;
    std::size_t first_summand = 0;  // from it on
  };
  Leads leads(double least) const;

  std::size_t rarest(const Terms& terms) const;
  // Of the rarest terms of its names, for each document of the database.
  double postings(const Summand& summand) const;

 private:
  double share_of_all(const Terms& terms) const;
  double share_of_any(const std::vector<Terms>& sets) const;
  double sum_of_any(const std::vector<Terms>& sets) const;
  Xapian::doccount rounded(double share) const;
  void add_leads(const std::vector<Terms>& sets, Terms& out) const;
  double postings_in(const Terms& terms) const;

  const ScorePlan& plan_;
  std::vector<Xapian::doccount> frequencies_;  // by term
  double documents_;                           // at least 1
  double passing_;                             // those that have the votes that they must
  std::vector<Summand> summands_;
  std::vector<double> up_to_;  // by count
};

}  // namespace papersearch
