// SPDX-License-Identifier: GPL-2.0-or-later
#include "votes_source.h"

#include <algorithm>

namespace papersearch {
namespace {

class VotesSource : public Xapian::PostingSource {
 public:
  explicit VotesSource(const VotesRange& range) : range_(range) {}

  VotesSource* clone() const override { return new VotesSource(range_); }
  std::string get_description() const override { return "VotesSource"; }

  void init(const Xapian::Database&) override { at_ = 0; }

  Xapian::doccount get_termfreq_min() const override { return range_.count(); }
  Xapian::doccount get_termfreq_est() const override { return range_.count(); }
  Xapian::doccount get_termfreq_max() const override { return range_.count(); }

  void next(double) override { at_ = range_.next(at_ + 1); }
  void skip_to(Xapian::docid did, double) override {
    at_ = range_.next(std::max(at_, did));
  }
  // Is asked of papers that there are.
  bool check(Xapian::docid did, double) override {
    at_ = std::max(at_, did);
    return range_.holds(at_);
  }
  bool at_end() const override { return at_ == VotesRange::kNoMore; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  VotesRange range_;
  Xapian::docid at_ = 0;
};

}  // namespace

Xapian::Query votes_range_query(const VotesRange& range) {
  return Xapian::Query((new VotesSource(range))->release());
}

}  // namespace papersearch
