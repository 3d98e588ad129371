// SPDX-License-Identifier: GPL-2.0-or-later
#include "votes_table.h"

#include "schema.h"

namespace papersearch {

VotesTable::VotesTable(const Xapian::Database& database)
    : votes_(std::size_t{database.get_lastdocid()} + 1), below_(1) {
  const Xapian::ValueIterator end = database.valuestream_end(kVotesSlot);
  for (auto it = database.valuestream_begin(kVotesSlot); it != end; ++it) {
    const double votes = Xapian::sortable_unserialise(*it);
    votes_[it.get_docid()] = static_cast<std::uint16_t>(std::min<double>(votes, kMost) + 1);
  }
  for (const std::uint16_t votes : votes_) {
    if (votes == 0) continue;
    if (votes + 1U >= below_.size()) below_.resize(votes + 2U);
    ++below_[votes + 1U];
  }
  for (std::size_t i = 1; i < below_.size(); ++i) below_[i] += below_[i - 1];
}

Xapian::docid VotesRange::next(Xapian::docid did) const {
  for (; did < table_->votes_.size(); ++did)
    if (holds(did)) return did;
  return kNoMore;
}

Xapian::doccount VotesRange::count() const {
  if (least_ > most_) return 0;
  const std::vector<Xapian::doccount>& below = table_->below_;
  const auto with_less = [&](std::size_t votes) {
    return below[std::min(votes, below.size() - 1)];
  };
  return with_less(most_ + std::size_t{1}) - with_less(least_);
}

}  // namespace papersearch
