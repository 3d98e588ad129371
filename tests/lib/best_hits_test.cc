// SPDX-License-Identifier: GPL-2.0-or-later
#include "best_hits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace papersearch {
namespace {

constexpr Xapian::docid kDocuments = 500;

// Every other document or so, with one of few scores.
class SomeSource : public Xapian::PostingSource {
 public:
  explicit SomeSource(unsigned seed) {
    std::mt19937 random(seed);
    scores_.push_back(0);
    for (Xapian::docid did = 1; did <= kDocuments; ++did) {
      scores_.push_back(random() % 2 == 0 ? 0 : static_cast<double>(1 + random() % 40));
      count_ += scores_.back() > 0 ? 1 : 0;
    }
  }

  SomeSource* clone() const override { return new SomeSource(*this); }
  void init(const Xapian::Database&) override {
    at_ = 0;
    set_maxweight(41);
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return kDocuments; }
  void next(double least) override {
    do {
      ++at_;
    } while (!at_end() && (scores_[at_] == 0 || scores_[at_] < least));
  }
  bool at_end() const override { return at_ > kDocuments; }
  Xapian::docid get_docid() const override { return at_; }
  double get_weight() const override { return scores_[at_]; }

 private:
  SomeSource(const SomeSource& other)
      : Xapian::PostingSource(), scores_(other.scores_), count_(other.count_) {}

  std::vector<double> scores_;
  Xapian::doccount count_ = 0;
  Xapian::docid at_ = 0;
};

Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid did = 1; did <= kDocuments; ++did)
    database.add_document(Xapian::Document());
  return database;
}

// Hits and estimates are those of Xapian's matcher.
TEST(BestHitsTest, AreThoseOfXapian) {
  const Xapian::WritableDatabase database = make_database();
  for (const unsigned seed : {1U, 2U, 3U}) {
    for (const Xapian::doccount size : {1U, 7U, 40U, 1'000U}) {
      for (const Xapian::doccount counted : {0U, 50U, 100U, 1'000U}) {
        SCOPED_TRACE(::testing::Message() << seed << " " << size << " " << counted);
        SomeSource source(seed);
        const BestHits ours = best_hits(source, database, size, counted);
        Xapian::Enquire enquire(database);
        enquire.set_docid_order(Xapian::Enquire::DESCENDING);
        enquire.set_query(Xapian::Query(&source));
        const Xapian::MSet theirs = enquire.get_mset(0, size, counted);
        ASSERT_EQ(ours.hits.size(), theirs.size());
        for (Xapian::doccount i = 0; i < theirs.size(); ++i) {
          EXPECT_EQ(ours.hits[i].first, *theirs[i]);
          EXPECT_EQ(ours.hits[i].second, theirs[i].get_weight());
        }
        // Which of those are counted that could have been passed over is chance.
        const Xapian::doccount all = source.get_termfreq_est();
        EXPECT_GE(ours.total_min, std::min(all, std::max(size, counted)));
        EXPECT_LE(ours.total_min, all);
        EXPECT_EQ(ours.total_est, theirs.get_matches_estimated());
        EXPECT_EQ(ours.total_max, theirs.get_matches_upper_bound());
      }
    }
  }
}

TEST(BestHitsTest, OfNothingAreNone) {
  const Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::ValueWeightPostingSource source(0);
  const BestHits none = best_hits(source, database, 10, 100);
  EXPECT_TRUE(none.hits.empty());
  EXPECT_EQ(none.total_max, 0U);
}

}  // namespace
}  // namespace papersearch
