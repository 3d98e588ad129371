// SPDX-License-Identifier: GPL-2.0-or-later
#include "score_bounds.h"

#include <algorithm>
#include <utility>

namespace papersearch {
namespace {

// Sums of the same in another order differ in their last digits.
constexpr double kSlack = 1 + 1e-9;
// To look at a document costs so many times what reading a posting of a window does; as
// long as all documents score enough, all are looked at.
constexpr double kLook = 8;

}  // namespace

Summand::Summand(const std::vector<Terms>& its_names, const TermWeight& its_weight)
    : names(&its_names), weight(its_weight), most(its_weight.most() * kSlack) {
  most_by_wdf[0] = 0;
  for (std::size_t wdf = 1; wdf < kOften; ++wdf)
    most_by_wdf[wdf] = weight.most(static_cast<double>(wdf)) * kSlack;
  most_by_wdf[kOften] = most;
}

ScoreBounds::ScoreBounds(const ScorePlan& plan, std::vector<Xapian::doccount> frequencies,
                         const Xapian::Database& database)
    : plan_(plan),
      frequencies_(std::move(frequencies)),
      documents_(std::max(database.get_doccount(), Xapian::doccount{1})),
      passing_(plan.votes ? plan.votes->count() : documents_) {
  const double length = database.get_average_length();
  for (const ScorePlan::Summand& planned : plan_.summands) {
    const bool is_term = planned.names.size() == 1 && planned.names[0].size() == 1;
    const Xapian::doccount frequency =
        is_term ? frequencies_[planned.names[0][0]] : rounded(share_of_any(planned.names));
    summands_.emplace_back(planned.names,
                           TermWeight(documents_, length, frequency, planned.factor));
  }
  std::stable_sort(summands_.begin(), summands_.end(),
                   [](const Summand& a, const Summand& b) { return a.most < b.most; });
  up_to_.assign(1, 0);
  for (const Summand& summand : summands_) up_to_.push_back(up_to_.back() + summand.most);
}

Xapian::doccount ScoreBounds::documents_min() const {
  if (plan_.pattern || !plan_.sets.empty() || plan_.votes) return 0;
  Xapian::doccount most = 0;
  for (const Summand& summand : summands_) {
    for (const Terms& name : *summand.names)
      if (name.size() == 1) most = std::max(most, frequencies_[name[0]]);
  }
  return most;
}

Xapian::doccount ScoreBounds::documents_est() const {
  double none = 1;
  for (const Summand& summand : summands_) none *= 1 - share_of_any(*summand.names);
  const double any = 1 - none;
  const double met = plan_.sets.empty() ? 1 : share_of_any(plan_.sets);
  return std::clamp(rounded(std::min(any, met) * passing_ / documents_), documents_min(),
                    documents_max());
}

Xapian::doccount ScoreBounds::documents_max() const {
  double sum = 0;
  for (const Summand& summand : summands_) sum += sum_of_any(*summand.names);
  if (!plan_.sets.empty()) sum = std::min(sum, sum_of_any(plan_.sets));
  return static_cast<Xapian::doccount>(std::min(sum, passing_));
}

ScoreBounds::Leads ScoreBounds::leads(double least) const {
  Leads out;
  while (out.first_summand < summands_.size() && up_to_[out.first_summand + 1] < least)
    ++out.first_summand;
  for (std::size_t i = out.first_summand; i < summands_.size(); ++i)
    add_leads(*summands_[i].names, out.terms);
  double least_postings = postings_in(out.terms) / (least > 0 ? kLook : 1);
  if (plan_.votes && passing_ < least_postings) {
    least_postings = passing_;
    out = {{}, true, true, summands_.size()};
  }
  if (plan_.sets.empty()) return out;
  Terms of_sets;
  add_leads(plan_.sets, of_sets);
  if (postings_in(of_sets) > least_postings) return out;
  return {std::move(of_sets), true, false, summands_.size()};
}

void ScoreBounds::add_leads(const std::vector<Terms>& sets, Terms& out) const {
  for (const Terms& set : sets) out.push_back(rarest(set));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

std::size_t ScoreBounds::rarest(const Terms& terms) const {
  return *std::min_element(terms.begin(), terms.end(), [this](auto a, auto b) {
    return frequencies_[a] < frequencies_[b];
  });
}

double ScoreBounds::postings(const Summand& summand) const {
  return sum_of_any(*summand.names) / documents_;
}

double ScoreBounds::share_of_all(const Terms& terms) const {
  double share = 1;
  for (const std::size_t term : terms) share *= frequencies_[term] / documents_;
  return share;
}

// As if terms were independent, as Xapian has it.
double ScoreBounds::share_of_any(const std::vector<Terms>& sets) const {
  double none = 1;
  for (const Terms& set : sets) none *= 1 - share_of_all(set);
  return 1 - none;
}

double ScoreBounds::sum_of_any(const std::vector<Terms>& sets) const {
  double sum = 0;
  for (const Terms& set : sets) sum += frequencies_[rarest(set)];
  return sum;
}

Xapian::doccount ScoreBounds::rounded(double share) const {
  return static_cast<Xapian::doccount>(share * documents_ + 0.5);
}

double ScoreBounds::postings_in(const Terms& terms) const {
  double sum = 0;
  for (const std::size_t term : terms) sum += frequencies_[term];
  return sum;
}

}  // namespace papersearch
