// SPDX-License-Identifier: GPL-2.0-or-later
#include "votes_source.h"

#include <algorithm>

namespace papersearch {
namespace {

class VotesSource : public Xapian::PostingSource {
 public:
  VotesSource(const std::vector<std::int32_t>& votes, std::int32_t least, std::int32_t most)
      : votes_(votes), least_(std::max(least, 0)), most_(most) {}

  VotesSource* clone() const override { return new VotesSource(votes_, least_, most_); }
  std::string get_description() const override {
    return "VotesSource(" + std::to_string(least_) + ", " + std::to_string(most_) + ")";
  }

  void init(const Xapian::Database&) override {
    at_ = 0;
    count_ = static_cast<Xapian::doccount>(
        std::count_if(votes_.begin(), votes_.end(), [this](auto n) { return passes(n); }));
  }

  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }

  void next(double least) override { skip_to(at_ + 1, least); }
  void skip_to(Xapian::docid did, double) override {
    at_ = std::max(at_, did);
    while (at_ < votes_.size() && !passes(votes_[at_])) ++at_;
  }
  // Is asked of papers that there are.
  bool check(Xapian::docid did, double) override {
    at_ = std::max(at_, did);
    return passes(votes_[at_]);
  }
  bool at_end() const override { return at_ >= votes_.size(); }
  Xapian::docid get_docid() const override { return at_; }

 private:
  bool passes(std::int32_t votes) const { return votes >= least_ && votes <= most_; }

  const std::vector<std::int32_t>& votes_;
  std::int32_t least_;
  std::int32_t most_;
  Xapian::docid at_ = 0;
  Xapian::doccount count_ = 0;
};

}  // namespace

Xapian::Query votes_range_query(const std::vector<std::int32_t>& votes, std::int32_t least,
                                std::int32_t most) {
  return Xapian::Query((new VotesSource(votes, least, most))->release());
}

}  // namespace papersearch
