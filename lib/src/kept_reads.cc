// SPDX-License-Identifier: GPL-2.0-or-later
#include "kept_reads.h"

#include <algorithm>
#include <utility>

#include "prefix_postings.h"

namespace papersearch {

std::shared_ptr<const PostingList> KeptReads::postings(const std::string& term) {
  const std::shared_ptr<const PostingList>* kept = postings_.find(term);
  if (kept != nullptr && *kept != nullptr) return *kept;
  if (!is_prefix_term(term)) {
    const std::size_t count = frequency(term);
    if (std::min(3 * count, std::size_t{database_.get_lastdocid()}) > kPostingBytes / 4)
      return nullptr;
    // What is asked for once need not be read to its end where it is long.
    if (kept == nullptr && count > kReadAtOnce) {
      postings_.insert(term, nullptr, term.size() + kOverhead);
      return nullptr;
    }
  }
  std::optional<PostingList> list = read(term);
  if (!list) return nullptr;
  const std::size_t bytes = list->bytes() + term.size() + kOverhead;
  return *postings_.insert(term, std::make_shared<const PostingList>(*std::move(list)),
                           bytes);
}

std::optional<PostingList> KeptReads::read(const std::string& term) const {
  if (is_prefix_term(term)) return prefix_postings(database_, term);
  PostingList list;
  const Xapian::PostingIterator end = database_.postlist_end(term);
  for (auto it = database_.postlist_begin(term); it != end; ++it)
    if (!list.add(*it, it.get_wdf())) return {};
  list.finish();
  return list;
}

const LengthNorms* KeptReads::lengths() {
  if (!std::exchange(lengths_were_asked_, true)) return nullptr;
  if (!lengths_) lengths_.emplace(database_);
  return &*lengths_;
}

const VotesTable* KeptReads::votes() {
  if (!std::exchange(votes_were_asked_, true)) return nullptr;
  if (!votes_) votes_.emplace(database_);
  return &*votes_;
}

}  // namespace papersearch
