// SPDX-License-Identifier: GPL-2.0-or-later
#include "votes_table.h"

#include <gtest/gtest.h>

#include <optional>

#include "schema.h"

namespace papersearch {
namespace {

constexpr std::int64_t kMost = VotesTable::kMost;

// Documents 1 to 8; the fifth is gone.
const std::vector<std::optional<std::int64_t>>& votes() {
  static const std::vector<std::optional<std::int64_t>> all = {
      0, 9, 9, {}, 9, 300, kMost - 1, 1'000'000};
  return all;
}

Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const auto& number : votes()) {
    Xapian::Document document;
    if (number) {
      document.add_value(kVotesSlot,
                         Xapian::sortable_serialise(static_cast<double>(*number)));
    }
    database.add_document(document);
  }
  database.delete_document(5);
  return database;
}

// As the numbers say, for all pairs of bounds.
TEST(VotesRangeTest, HoldsCountsAndFindsWhatIsWithin) {
  const VotesTable table(make_database());
  for (const std::int64_t least : {0, 1, 9, 10, 300, 301, 5'000, 65'533}) {
    for (const std::int64_t most : {-1, 0, 8, 9, 299, 300, 65'533}) {
      SCOPED_TRACE(::testing::Message() << least << " to " << most);
      const VotesRange range(table, least, most);
      Xapian::doccount count = 0;
      Xapian::docid next = VotesRange::kNoMore;
      for (Xapian::docid did = 8; did > 0; --did) {
        const auto& number = votes()[did - 1];
        const bool is_within =
            did != 5 && number && *number >= least && (most < 0 || *number <= most);
        EXPECT_EQ(range.holds(did), is_within) << did;
        if (is_within) next = did;
        EXPECT_EQ(range.next(did), next) << did;
        count += is_within ? 1 : 0;
      }
      EXPECT_EQ(range.next(9), VotesRange::kNoMore);
      EXPECT_EQ(range.count(), count);
    }
  }
}

TEST(VotesRangeTest, NarrowsToWhatIsInBoth) {
  const VotesTable table(make_database());
  VotesRange range(table, 1, -1);
  range.narrow(VotesRange(table, 0, 300));
  EXPECT_EQ(range.count(), 3U);
  range.narrow(VotesRange(table, 301, -1));
  EXPECT_EQ(range.count(), 0U);
  EXPECT_EQ(range.next(1), VotesRange::kNoMore);
}

TEST(VotesRangeTest, OfNoDocumentsIsEmpty) {
  const VotesTable table(Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY));
  EXPECT_EQ(VotesRange(table, 0, -1).count(), 0U);
  EXPECT_EQ(VotesRange(table, 0, -1).next(1), VotesRange::kNoMore);
}

}  // namespace
}  // namespace papersearch
