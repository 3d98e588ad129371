// SPDX-License-Identifier: GPL-2.0-or-later
#include "scored_source.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "schema.h"
#include "score_bounds.h"
#include "score_plan.h"
#include "score_window.h"
#include "term_postings.h"
#include "value_stream.h"
#include "word_sequence.h"

namespace papersearch {
namespace {

class ScoredSource : public Xapian::PostingSource {
 public:
  ScoredSource(std::shared_ptr<const ScorePlan> plan, KeptReads* kept)
      : plan_(std::move(plan)), kept_(kept) {}

  ScoredSource* clone() const override { return new ScoredSource(plan_, kept_); }
  std::string get_description() const override { return "ScoredSource"; }

  void init(const Xapian::Database& database) override {
    database_ = database;
    words_.emplace(database_, kWordsSlot, kept_);
    lengths_ = kept_ == nullptr ? nullptr : kept_->lengths();
    postings_.clear();
    std::vector<Xapian::doccount> frequencies;
    for (const std::string& term : plan_->terms)
      frequencies.push_back(postings_.emplace_back(database_, term, kept_).frequency());
    bounds_.emplace(*plan_, std::move(frequencies), database_);
    window_.emplace(*bounds_, postings_, lengths_);
    next_ = 1;
    current_ = 0;
    choose_leads(0);
    set_maxweight(bounds_->up_to(bounds_->summands().size()));
  }

  Xapian::doccount get_termfreq_min() const override { return bounds_->documents_min(); }
  Xapian::doccount get_termfreq_est() const override { return bounds_->documents_est(); }
  Xapian::doccount get_termfreq_max() const override { return bounds_->documents_max(); }

  void next(double least) override { find(least); }

  void skip_to(Xapian::docid did, double least) override {
    next_ = std::max(next_, did);
    find(least);
  }

  bool check(Xapian::docid did, double least) override {
    if (did < next_) return true;  // it stands there or behind it
    if (least != least_) choose_leads(least);
    next_ = did;
    if (window_->covers(did)) {
      current_ = did;
      next_ = did + 1;
      return window_->may_score(did, least) && is_hit(did, least);
    }
    const Xapian::docid first = first_of_leads();
    current_ = first == kNoMore ? kNoMore : did;
    if (first == kNoMore) return true;
    next_ = did + 1;
    return first == did && most(did) >= least && is_hit(did, least);
  }

  bool at_end() const override { return current_ == kNoMore; }
  Xapian::docid get_docid() const override { return current_; }
  double get_weight() const override { return score_; }

 private:
  static constexpr Xapian::docid kNoMore = TermPostings::kNoMore;

  // --- which papers to look at ---

  void choose_leads(double least) {
    least_ = least;
    leads_ = bounds_->leads(least);
  }

  // From next_ on.
  Xapian::docid first_of_leads() {
    if (leads_.are_votes) return plan_->votes->next(next_);
    Xapian::docid first = kNoMore;
    for (const std::size_t lead : leads_.terms) {
      postings_[lead].advance_to(next_);
      first = std::min(first, postings_[lead].did());
    }
    return first;
  }

  void find(double least) {
    if (least != least_) choose_leads(least);
    do {
      current_ = next_paper(least);
      if (current_ == kNoMore) return;
      next_ = current_ + 1;
    } while (!is_hit(current_, least));
  }

  // That may score enough, from next_ on.
  Xapian::docid next_paper(double least) {
    for (;;) {
      if (window_->covers(next_)) {
        const Xapian::docid found = window_->next(next_, least);
        if (found != kNoMore) return found;
        next_ = window_->end();
      }
      next_ = first_of_leads();
      if (next_ == kNoMore || leads_.of_condition) return next_;
      window_->read(next_, leads_.first_summand, least);
    }
  }

  // --- one paper ---

  bool holds(std::size_t term, Xapian::docid did) {
    if (window_->covers(did) && window_->has(term)) return window_->holds(term, did);
    postings_[term].advance_to(did);
    return postings_[term].did() == did;
  }
  bool holds(const Terms& terms, Xapian::docid did) {
    return std::all_of(terms.begin(), terms.end(),
                       [&](std::size_t term) { return holds(term, did); });
  }

  // Of terms that it holds.
  Xapian::termcount wdf(const Terms& terms, Xapian::docid did) const {
    Xapian::termcount sum = 0;
    for (const std::size_t term : terms)
      sum += window_->covers(did) && window_->has(term) ? window_->wdf(term, did)
                                                        : postings_[term].wdf();
    return sum;
  }

  // What the leading summands give for the names that it holds, and all others, at most;
  // outside of the window.
  double most(Xapian::docid did) const {
    double sum = bounds_->up_to(leads_.first_summand);
    const std::vector<Summand>& summands = bounds_->summands();
    for (std::size_t i = leads_.first_summand; i < summands.size(); ++i)
      sum += summands[i].most_of(most_often(*summands[i].names, did));
    return sum;
  }

  // How often the names stand there at most.
  Xapian::termcount most_often(const std::vector<Terms>& names, Xapian::docid did) const {
    Xapian::termcount sum = 0;
    for (const Terms& name : names) {
      if (name.size() > 1) return Summand::kOften;
      if (postings_[name[0]].did() == did) sum += postings_[name[0]].wdf();
    }
    return sum;
  }

  bool is_hit(Xapian::docid did, double least) {
    if (plan_->votes && !plan_->votes->holds(did)) return false;
    const Xapian::termcount length =
        lengths_ == nullptr ? database_.get_doclength(did) : lengths_->length(did);
    const std::vector<Summand>& summands = bounds_->summands();
    score_ = 0;
    for (std::size_t i = summands.size(); i > 0; --i) {
      if (score_ + bounds_->up_to(i) < least) return false;
      const Summand& summand = summands[i - 1];
      Xapian::termcount sum = 0;
      for (const Terms& name : *summand.names)
        if (holds(name, did)) sum += wdf(name, did);
      if (sum > 0) score_ += summand.weight.of(std::min(sum, length), length);
    }
    return score_ > 0 && score_ >= least && meets_condition(did);
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
  const LengthNorms* lengths_ = nullptr;  // kept ones
  Xapian::Database database_;
  std::optional<ValueStream> words_;
  WordSequence sequence_;
  std::vector<TermPostings> postings_;  // by number
  std::optional<ScoreBounds> bounds_;
  double least_ = 0;  // what the leads were chosen for
  ScoreBounds::Leads leads_;
  std::optional<ScoreWindow> window_;
  Xapian::docid next_ = 1;  // no paper before it is wanted any more
  Xapian::docid current_ = 0;
  double score_ = 0;
};

}  // namespace

std::unique_ptr<Xapian::PostingSource> scored_source(const std::vector<Clause>& clauses,
                                                     Condition condition, KeptReads* kept) {
  return std::make_unique<ScoredSource>(
      std::make_shared<const ScorePlan>(clauses, std::move(condition)), kept);
}

Xapian::Query scored_query(const std::vector<Clause>& clauses, Condition condition,
                           KeptReads* kept) {
  return Xapian::Query(
      scored_source(clauses, std::move(condition), kept).release()->release());
}

Xapian::Query sum_query(const std::vector<Clause>& clauses, WordOrder order,
                        KeptReads* kept) {
  if (order == WordOrder::kInValue) return scored_query(clauses, {}, kept);
  Queries any;
  for (const Clause& clause : clauses) any.push_back(clause_query(clause));
  return combine(Xapian::Query::OP_OR, any);
}

}  // namespace papersearch
