// SPDX-License-Identifier: GPL-2.0-or-later
#include "date_source.h"

#include <algorithm>
#include <utility>

#include "schema.h"

namespace papersearch {
namespace {

class DateSource : public Xapian::PostingSource {
 public:
  DateSource(std::string first, std::string last, KeptReads* kept)
      : first_(std::move(first)), last_(std::move(last)), kept_(kept) {}

  DateSource* clone() const override { return new DateSource(first_, last_, kept_); }
  std::string get_description() const override {
    return "DateSource(" + first_ + ", " + last_ + ")";
  }

  void init(const Xapian::Database& database) override {
    database_ = database;
    const auto from_first = [this](const std::string& date) { return date >= first_; };
    const auto behind_last = [this](const std::string& date) { return date > last_; };
    begin_ = place_of(">=" + first_, from_first);
    end_ = place_of(">" + last_, behind_last);
    at_ = database_.valuestream_begin(kDateSlot);
    next_ = begin_;
    is_at_end_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override {
    return std::min(end_ > begin_ ? end_ - begin_ : 0, database_.get_doccount());
  }

  void next(double) override { find(); }
  void skip_to(Xapian::docid did, double) override {
    next_ = std::max(next_, did);
    find();
  }
  // Is asked of papers that there are.
  bool check(Xapian::docid did, double) override {
    if (did >= end_) is_at_end_ = true;
    current_ = did;
    next_ = std::max(next_, did + 1);
    return did >= begin_;
  }
  bool at_end() const override { return is_at_end_; }
  Xapian::docid get_docid() const override { return current_; }

 private:
  template <class Wanted>
  Xapian::docid place_of(const std::string& name, const Wanted& wanted) {
    return kept_ == nullptr
               ? first_paper(wanted)
               : kept_->first_document(name, [&] { return first_paper(wanted); });
  }

  // The first paper whose date is `wanted`, as those of all papers behind it are; one
  // behind the last where there is none.
  template <class Wanted>
  Xapian::docid first_paper(const Wanted& wanted) const {
    Xapian::docid low = 1;
    Xapian::docid high = database_.get_lastdocid() + 1;
    while (low < high) {
      const Xapian::docid middle = low + (high - low) / 2;
      Xapian::ValueIterator at = database_.valuestream_begin(kDateSlot);
      at.skip_to(middle);
      if (at == database_.valuestream_end(kDateSlot) || wanted(*at)) {
        high = middle;
      } else {
        low = at.get_docid() + 1;
      }
    }
    return low;
  }

  // To the first paper from next_ on.
  void find() {
    const Xapian::ValueIterator end = database_.valuestream_end(kDateSlot);
    // Those without a date come before all others.
    if (at_ != end && at_.get_docid() < next_) at_.skip_to(next_);
    is_at_end_ = at_ == end || at_.get_docid() >= end_;
    if (is_at_end_) return;
    current_ = at_.get_docid();
    next_ = current_ + 1;
  }

  std::string first_;
  std::string last_;
  KeptReads* kept_;
  Xapian::Database database_;
  Xapian::docid begin_ = 1;
  Xapian::docid end_ = 1;
  Xapian::ValueIterator at_;
  Xapian::docid next_ = 1;  // no paper before it is wanted any more
  Xapian::docid current_ = 0;
  bool is_at_end_ = false;
};

}  // namespace

Xapian::Query date_range_query(const std::string& first, const std::string& last,
                               KeptReads* kept) {
  return Xapian::Query((new DateSource(first, last, kept))->release());
}

}  // namespace papersearch
