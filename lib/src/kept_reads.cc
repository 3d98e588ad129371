// SPDX-License-Identifier: GPL-2.0-or-later
#include "kept_reads.h"

#include <algorithm>
#include <limits>

#include "schema.h"

namespace papersearch {

std::shared_ptr<const PostingList> KeptReads::postings(const std::string& term) {
  const std::shared_ptr<const PostingList>* kept = postings_.find(term);
  if (kept == nullptr) {
    postings_.insert(term, nullptr, term.size() + kOverhead);
    return nullptr;
  }
  if (*kept != nullptr) return *kept;
  PostingList list;
  const Xapian::PostingIterator end = database_.postlist_end(term);
  for (auto it = database_.postlist_begin(term); it != end; ++it)
    if (!list.add(*it, it.get_wdf())) return nullptr;
  list.finish();
  const std::size_t bytes = list.bytes() + term.size() + kOverhead;
  return *postings_.insert(term, std::make_shared<const PostingList>(std::move(list)),
                           bytes);
}

const LengthNorms* KeptReads::lengths() {
  if (!std::exchange(lengths_were_asked_, true)) return nullptr;
  if (!lengths_) lengths_.emplace(database_);
  return &*lengths_;
}

const std::vector<std::int32_t>* KeptReads::votes() {
  if (!votes_) {
    votes_.emplace();
    return nullptr;
  }
  if (votes_->empty()) {
    votes_->assign(std::size_t{database_.get_lastdocid()} + 1, -1);
    const Xapian::ValueIterator end = database_.valuestream_end(kVotesSlot);
    for (auto it = database_.valuestream_begin(kVotesSlot); it != end; ++it) {
      const double most = std::numeric_limits<std::int32_t>::max();
      (*votes_)[it.get_docid()] =
          static_cast<std::int32_t>(std::min(Xapian::sortable_unserialise(*it), most));
    }
  }
  return &*votes_;
}

}  // namespace papersearch
