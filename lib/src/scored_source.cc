// SPDX-License-Identifier: GPL-2.0-or-later
#include "scored_source.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "ranking.h"
#include "schema.h"
#include "score_plan.h"
#include "term_postings.h"
#include "value_stream.h"
#include "word_sequence.h"

namespace papersearch {
namespace {

// Sums of the same in another order differ in their last digits.
constexpr double kSlack = 1 + 1e-9;
constexpr std::size_t kOften = 16;

class ScoredSource : public Xapian::PostingSource {
 public:
  ScoredSource(std::shared_ptr<const ScorePlan> plan, KeptReads* kept)
      : plan_(std::move(plan)), kept_(kept) {}

  ScoredSource* clone() const override { return new ScoredSource(plan_, kept_); }
  std::string get_description() const override { return "ScoredSource"; }

  void init(const Xapian::Database& database) override {
    database_ = database;
    papers_ = database_.get_doccount();
    words_.emplace(database_, kWordsSlot, kept_);
    lengths_ = kept_ == nullptr ? nullptr : kept_->lengths();
    postings_.clear();
    for (const std::string& term : plan_->terms)
      postings_.emplace_back(database_, term, kept_);
    weigh_summands();
    next_ = 1;
    current_ = 0;
    choose_leads(0);
    set_maxweight(up_to_.back());
  }

  Xapian::doccount get_termfreq_min() const override {
    if (plan_->pattern || !plan_->sets.empty()) return 0;
    Xapian::doccount most = 0;
    for (const Summand& summand : summands_) {
      for (const Terms& name : *summand.names)
        if (name.size() == 1) most = std::max(most, postings_[name[0]].frequency());
    }
    return most;
  }
  Xapian::doccount get_termfreq_est() const override {
    double none = 1;
    for (const Summand& summand : summands_) none *= 1 - share_of_any(*summand.names);
    const double any = 1 - none;
    const double met = plan_->sets.empty() ? 1 : share_of_any(plan_->sets);
    return std::clamp(rounded(std::min(any, met)), get_termfreq_min(), get_termfreq_max());
  }
  Xapian::doccount get_termfreq_max() const override {
    double sum = 0;
    for (const Summand& summand : summands_) sum += sum_of_any(*summand.names);
    if (!plan_->sets.empty()) sum = std::min(sum, sum_of_any(plan_->sets));
    return static_cast<Xapian::doccount>(std::min<double>(sum, papers_));
  }

  void next(double least) override { find(least); }

  void skip_to(Xapian::docid did, double least) override {
    next_ = std::max(next_, did);
    find(least);
  }

  bool check(Xapian::docid did, double least) override {
    if (did < next_) return true;  // it stands there or behind it
    if (least != least_) choose_leads(least);
    next_ = did;
    Xapian::docid first = TermPostings::kNoMore;
    for (const std::size_t lead : leads_) {
      postings_[lead].advance_to(did);
      first = std::min(first, postings_[lead].did());
    }
    current_ = first == TermPostings::kNoMore ? TermPostings::kNoMore : did;
    if (first == TermPostings::kNoMore) return true;
    next_ = did + 1;
    return first == did && is_hit(did, least);
  }

  bool at_end() const override { return current_ == TermPostings::kNoMore; }
  Xapian::docid get_docid() const override { return current_; }
  double get_weight() const override { return score_; }

 private:
  struct Summand {
    const std::vector<Terms>* names;
    TermWeight weight;
    double most;  // of any paper
    // Of papers that hold its names so often; the last one, of all others.
    std::array<double, kOften + 1> most_by_wdf;
  };

  // --- what there is ---

  double share_of_all(const Terms& terms) const {
    double share = 1;
    for (const std::size_t term : terms) share *= postings_[term].frequency() / papers_;
    return share;
  }
  // As if terms were independent, as Xapian has it.
  double share_of_any(const std::vector<Terms>& sets) const {
    double none = 1;
    for (const Terms& set : sets) none *= 1 - share_of_all(set);
    return 1 - none;
  }
  double sum_of_any(const std::vector<Terms>& sets) const {
    double sum = 0;
    for (const Terms& set : sets) sum += postings_[rarest(set)].frequency();
    return sum;
  }
  Xapian::doccount rounded(double share) const {
    return static_cast<Xapian::doccount>(share * papers_ + 0.5);
  }
  std::size_t rarest(const Terms& terms) const {
    return *std::min_element(terms.begin(), terms.end(), [this](auto a, auto b) {
      return postings_[a].frequency() < postings_[b].frequency();
    });
  }

  // The least summands first.
  void weigh_summands() {
    summands_.clear();
    const double length = database_.get_average_length();
    for (const ScorePlan::Summand& planned : plan_->summands) {
      const bool is_term = planned.names.size() == 1 && planned.names[0].size() == 1;
      const Xapian::doccount frequency = is_term
                                             ? postings_[planned.names[0][0]].frequency()
                                             : rounded(share_of_any(planned.names));
      const TermWeight weight(papers_, length, frequency, planned.factor);
      Summand& summand = summands_.emplace_back(
          Summand{&planned.names, weight, weight.most() * kSlack, {}});
      for (std::size_t wdf = 1; wdf < kOften; ++wdf)
        summand.most_by_wdf[wdf] = weight.most(static_cast<double>(wdf)) * kSlack;
      summand.most_by_wdf[kOften] = summand.most;
    }
    std::stable_sort(summands_.begin(), summands_.end(),
                     [](const Summand& a, const Summand& b) { return a.most < b.most; });
    up_to_.assign(1, 0);
    for (const Summand& summand : summands_) up_to_.push_back(up_to_.back() + summand.most);
  }

  // --- which papers to look at ---

  // Chooses the terms one of which each paper holds that scores `least` or more.
  void choose_leads(double least) {
    least_ = least;
    leads_.clear();
    first_lead_ = 0;
    while (first_lead_ < summands_.size() && up_to_[first_lead_ + 1] < least) ++first_lead_;
    for (std::size_t i = first_lead_; i < summands_.size(); ++i)
      add_leads(*summands_[i].names, leads_);
    if (plan_->sets.empty()) return;
    Terms of_sets;
    add_leads(plan_->sets, of_sets);
    if (postings_in(of_sets) > postings_in(leads_)) return;
    leads_ = std::move(of_sets);
    first_lead_ = summands_.size();
  }

  void add_leads(const std::vector<Terms>& sets, Terms& out) const {
    for (const Terms& set : sets) out.push_back(rarest(set));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }

  std::size_t postings_in(const Terms& terms) const {
    std::size_t sum = 0;
    for (const std::size_t term : terms) sum += postings_[term].frequency();
    return sum;
  }

  void find(double least) {
    if (least != least_) choose_leads(least);
    for (;;) {
      Xapian::docid did = TermPostings::kNoMore;
      for (const std::size_t lead : leads_) {
        postings_[lead].advance_to(next_);
        did = std::min(did, postings_[lead].did());
      }
      current_ = did;
      if (did == TermPostings::kNoMore) return;
      next_ = did + 1;
      if (is_hit(did, least)) return;
    }
  }

  // --- one paper ---

  bool holds(const Terms& terms, Xapian::docid did) {
    return std::all_of(terms.begin(), terms.end(), [&](std::size_t term) {
      postings_[term].advance_to(did);
      return postings_[term].did() == did;
    });
  }

  Xapian::termcount wdf(const Terms& terms, Xapian::docid did) {
    if (!holds(terms, did)) return 0;
    Xapian::termcount sum = 0;
    for (const std::size_t term : terms) sum += postings_[term].wdf();
    return sum;
  }

  // What the leading summands give for the names that it holds, and all others, at most.
  double most(Xapian::docid did) const {
    double sum = up_to_[first_lead_];
    for (std::size_t i = first_lead_; i < summands_.size(); ++i)
      sum += summands_[i].most_by_wdf[most_often(*summands_[i].names, did)];
    return sum;
  }

  // How often the names stand there at most, as an index of most_by_wdf.
  std::size_t most_often(const std::vector<Terms>& names, Xapian::docid did) const {
    std::size_t sum = 0;
    for (const Terms& name : names) {
      if (name.size() > 1) return kOften;
      if (postings_[name[0]].did() == did) sum += postings_[name[0]].wdf();
      if (sum >= kOften) return kOften;
    }
    return sum;
  }

  bool is_hit(Xapian::docid did, double least) {
    if (most(did) < least) return false;
    const Xapian::termcount length = length_of(did);
    score_ = 0;
    for (std::size_t i = summands_.size(); i > 0; --i) {
      if (score_ + up_to_[i] < least) return false;
      const Summand& summand = summands_[i - 1];
      Xapian::termcount sum = 0;
      for (const Terms& name : *summand.names) sum += wdf(name, did);
      if (sum > 0) score_ += summand.weight.of(std::min(sum, length), length);
    }
    return score_ > 0 && score_ >= least && meets_condition(did);
  }

  Xapian::termcount length_of(Xapian::docid did) {
    if (lengths_ == nullptr) return database_.get_doclength(did);
    Xapian::termcount& kept = (*lengths_)[did];
    if (kept == 0) kept = database_.get_doclength(did);
    return kept;
  }

  bool meets_condition(Xapian::docid did) {
    const std::vector<Terms>& sets = plan_->sets;
    if (!sets.empty() && std::none_of(sets.begin(), sets.end(),
                                      [&](const Terms& set) { return holds(set, did); }))
      return false;
    if (!plan_->pattern) return true;
    sequence_.read(words_->at(did));
    return plan_->pattern(sequence_) != 0;
  }

  std::shared_ptr<const ScorePlan> plan_;
  KeptReads* kept_;
  std::vector<Xapian::termcount>* lengths_ = nullptr;  // kept ones
  Xapian::Database database_;
  double papers_ = 0;
  std::optional<ValueStream> words_;
  WordSequence sequence_;
  std::vector<TermPostings> postings_;  // by number
  std::vector<Summand> summands_;
  std::vector<double> up_to_;  // by count: what so many of the least give together, at most
  double least_ = 0;           // what the leads were chosen for
  Terms leads_;
  std::size_t first_lead_ = 0;  // of the summands, by whose names the leads were chosen
  Xapian::docid next_ = 1;      // no paper before it is wanted any more
  Xapian::docid current_ = 0;
  double score_ = 0;
};

}  // namespace

Xapian::Query scored_query(const std::vector<Clause>& clauses, Condition condition,
                           KeptReads* kept) {
  auto plan = std::make_shared<const ScorePlan>(clauses, std::move(condition));
  return Xapian::Query((new ScoredSource(std::move(plan), kept))->release());
}

Xapian::Query sum_query(const std::vector<Clause>& clauses, WordOrder order,
                        KeptReads* kept) {
  if (order == WordOrder::kInValue) return scored_query(clauses, {}, kept);
  Queries any;
  for (const Clause& clause : clauses) any.push_back(clause_query(clause));
  return combine(Xapian::Query::OP_OR, any);
}

}  // namespace papersearch
