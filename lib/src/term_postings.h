// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>

#include "kept_reads.h"
#include "posting_list.h"
#include "prefix_postings.h"

namespace papersearch {

// The postings of one term, or of prefix_term(), read forward: those that are kept, or the
// index's.
class TermPostings {
 public:
  static constexpr Xapian::docid kNoMore = PostingCursor::kNoMore;

  TermPostings(const Xapian::Database& database, const std::string& term, KeptReads* kept)
      : kept_(kept == nullptr ? nullptr : kept->postings(term)) {
    if (kept_ == nullptr && is_prefix_term(term))
      kept_ = std::make_shared<const PostingList>(prefix_postings(database, term));
    if (kept_ != nullptr) {
      frequency_ = kept_->size();
      cursor_.emplace(*kept_);
      did_ = cursor_->did();
    } else {
      frequency_ = database.get_termfreq(term);
      if (frequency_ > 0) at_ = database.postlist_begin(term);
      did_ = at_ == Xapian::PostingIterator() ? kNoMore : *at_;
    }
  }

  // To the first posting from `did` on, unless they are there already or behind it.
  void advance_to(Xapian::docid did) {
    if (did_ >= did) return;
    if (cursor_) {
      cursor_->advance_to(did);
      did_ = cursor_->did();
      return;
    }
    if (did_ + 1 == did) {
      ++at_;
    } else {
      at_.skip_to(did);
    }
    did_ = at_ == Xapian::PostingIterator() ? kNoMore : *at_;
  }

  // Tells `f` all postings before `end`, with their frequencies.
  template <class F>
  void read_until(Xapian::docid end, F&& f) {
    if (cursor_) {
      cursor_->read_until(end, f);
      did_ = cursor_->did();
      return;
    }
    for (; did_ < end; advance_to(did_ + 1)) f(did_, at_.get_wdf());
  }

  // At the beginning, the first.
  Xapian::docid did() const { return did_; }
  Xapian::termcount wdf() const { return cursor_ ? cursor_->wdf() : at_.get_wdf(); }
  Xapian::doccount frequency() const { return frequency_; }

 private:
  std::shared_ptr<const PostingList> kept_;
  std::optional<PostingCursor> cursor_;  // of it
  Xapian::PostingIterator at_;
  Xapian::docid did_ = kNoMore;
  Xapian::doccount frequency_ = 0;
};

}  // namespace papersearch
