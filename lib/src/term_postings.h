// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <limits>
#include <string>

namespace papersearch {

// The postings of one term, read forward.
class TermPostings {
 public:
  static constexpr Xapian::docid kNoMore = std::numeric_limits<Xapian::docid>::max();

  TermPostings(const Xapian::Database& database, const std::string& term)
      : frequency_(database.get_termfreq(term)) {
    if (frequency_ == 0) return;
    at_ = database.postlist_begin(term);
    settle();
  }

  // To the first posting from `did` on, unless they are there already or behind it.
  void advance_to(Xapian::docid did) {
    if (did_ >= did) return;
    if (did_ + 1 == did) {
      ++at_;
    } else {
      at_.skip_to(did);
    }
    settle();
  }

  // At the beginning, the first.
  Xapian::docid did() const { return did_; }
  Xapian::termcount wdf() const { return at_.get_wdf(); }
  Xapian::doccount frequency() const { return frequency_; }

 private:
  void settle() { did_ = at_ == Xapian::PostingIterator() ? kNoMore : *at_; }

  Xapian::PostingIterator at_;
  Xapian::docid did_ = kNoMore;
  Xapian::doccount frequency_;
};

}  // namespace papersearch
