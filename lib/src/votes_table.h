// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace papersearch {

// The votes of all documents of a database, two bytes each: Xapian's own range of values
// reads them all for every query.
class VotesTable {
 public:
  // What is told apart: more votes count as so many.
  static constexpr std::int64_t kMost = std::numeric_limits<std::uint16_t>::max() - 1;

  explicit VotesTable(const Xapian::Database& database);

 private:
  friend class VotesRange;

  std::vector<std::uint16_t> votes_;     // by document, 1 more; 0: not known
  std::vector<Xapian::doccount> below_;  // by value in votes_: how many have less
};

// The documents of a table, which must outlive it, that have `least` to `most` votes, both
// included; those whose votes are not known are none of them.
class VotesRange {
 public:
  static constexpr Xapian::docid kNoMore = std::numeric_limits<Xapian::docid>::max();

  // Both below VotesTable::kMost, `most` may be negative for no bound.
  VotesRange(const VotesTable& table, std::int64_t least, std::int64_t most)
      : table_(&table),
        least_(static_cast<std::uint16_t>(std::max<std::int64_t>(least, 0) + 1)),
        most_(static_cast<std::uint16_t>((most < 0 ? VotesTable::kMost : most) + 1)) {}

  // To those that are in the other too, of the same table.
  void narrow(const VotesRange& other) {
    least_ = std::max(least_, other.least_);
    most_ = std::min(most_, other.most_);
  }

  bool holds(Xapian::docid did) const {
    const std::uint16_t votes = table_->votes_[did];
    return votes >= least_ && votes <= most_;
  }
  // The first from `did` on; kNoMore: none.
  Xapian::docid next(Xapian::docid did) const;
  Xapian::doccount count() const;

 private:
  const VotesTable* table_;
  std::uint16_t least_;
  std::uint16_t most_;
};

}  // namespace papersearch
