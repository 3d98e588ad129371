// SPDX-License-Identifier: GPL-2.0-or-later
#include "scored_source.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "kept_reads.h"
#include "prefix_postings.h"
#include "ranking.h"
#include "row_name.h"
#include "schema.h"
#include "small_index.h"

namespace papersearch {
namespace {

constexpr int kDocuments = 6'000;  // three windows

// Words "a" (in most documents) to "j" (in few), some often, and numbers without document.
Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  std::mt19937 generator(1);
  const auto below = [&](int bound) {
    return static_cast<unsigned>(generator() % static_cast<unsigned>(bound));
  };
  for (int i = 1; i <= kDocuments; ++i) {
    Xapian::Document document;
    document.add_boolean_term("XALL");
    if (below(4) != 0)
      document.add_value(kVotesSlot, Xapian::sortable_serialise(below(below(40) + 1)));
    for (int word = 0; word < 10; ++word) {
      if (below(2 + word * word) != 0) continue;
      const unsigned often = 1 + below(below(8) == 0 ? 30 : 3);
      document.add_term(std::string(1, static_cast<char>('a' + word)), often);
    }
    for (unsigned padding = below(50); padding > 0; --padding)
      document.add_term("p" + std::to_string(padding));
    database.add_document(document);
  }
  for (int i = 7; i < kDocuments; i += 7)
    database.delete_document(static_cast<Xapian::docid>(i));
  return database;
}

const Xapian::WritableDatabase& database() {
  static const Xapian::WritableDatabase made = make_database();
  return made;
}

using Hits = std::vector<std::pair<Xapian::docid, double>>;

Hits best(const Xapian::Query& query, Xapian::doccount count,
          Xapian::doccount counted = 0) {
  Xapian::Enquire enquire(database());
  enquire.set_docid_order(Xapian::Enquire::DESCENDING);
  enquire.set_weighting_scheme(bm25());
  enquire.set_query(query);
  const Xapian::MSet mset = enquire.get_mset(0, count, counted);
  Hits out;
  for (auto it = mset.begin(); it != mset.end(); ++it)
    out.emplace_back(*it, it.get_weight());
  return out;
}

// Xapian rounds how many documents hold several names together; so do weights differ.
void expect_same(const Hits& ours, const Hits& theirs, double tolerance) {
  ASSERT_EQ(ours.size(), theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    EXPECT_NEAR(ours[i].second, theirs[i].second, tolerance) << "at " << i;
    if (tolerance < 1e-6) {
      EXPECT_EQ(ours[i].first, theirs[i].first) << "at " << i;
    }
  }
}

struct Sum {
  const char* name;
  std::vector<Clause> clauses;
  std::vector<TermSet> sets;
  double tolerance = 1e-9;
};
void PrintTo(const Sum& sum, std::ostream* out) { *out << sum.name; }

class ScoredSourceTest : public ::testing::TestWithParam<Sum> {
 protected:
  Xapian::Query ours() const {
    return scored_query(GetParam().clauses, {GetParam().sets, {}, {}}, kept_);
  }
  Xapian::Query theirs() const {
    const Xapian::Query sum = sum_query(GetParam().clauses, WordOrder::kInPositions);
    const Xapian::Query condition = any_of({GetParam().sets, {}});
    return condition.empty() ? sum
                             : Xapian::Query(Xapian::Query::OP_FILTER, sum, condition);
  }
  void expect_same_best(const Xapian::Query& ours, const Xapian::Query& theirs) const {
    for (const Xapian::doccount count : {1u, 10u, 100u, 10'000u}) {
      SCOPED_TRACE(count);
      expect_same(best(ours, count), best(theirs, count), GetParam().tolerance);
    }
  }
  KeptReads* reads() { return kept_; }
  // From the second time on that terms are asked for.
  void keep() {
    kept_ = &reads_;
    best(ours(), 1);
  }

 private:
  KeptReads reads_{database()};
  KeptReads* kept_ = nullptr;
};

TEST_P(ScoredSourceTest, ScoresAsXapianDoes) { expect_same_best(ours(), theirs()); }

TEST_P(ScoredSourceTest, ScoresAsXapianDoesFromWhatIsKept) {
  keep();
  expect_same_best(ours(), theirs());
}

// Whoever leads the way through the documents.
TEST_P(ScoredSourceTest, ScoresAsXapianDoesInsideOfOthers) {
  for (const char* word : {"a", "d", "j", "nowhere"}) {
    SCOPED_TRACE(word);
    for (const auto op :
         {Xapian::Query::OP_FILTER, Xapian::Query::OP_AND, Xapian::Query::OP_OR,
          Xapian::Query::OP_AND_MAYBE, Xapian::Query::OP_AND_NOT, Xapian::Query::OP_XOR}) {
      SCOPED_TRACE(op);
      expect_same_best(Xapian::Query(op, ours(), Xapian::Query(word)),
                       Xapian::Query(op, theirs(), Xapian::Query(word)));
      expect_same_best(Xapian::Query(op, Xapian::Query(word), ours()),
                       Xapian::Query(op, Xapian::Query(word), theirs()));
    }
  }
}

TEST_P(ScoredSourceTest, ScoresAsXapianDoesInsideOfOthersFromWhatIsKept) {
  keep();
  for (const char* word : {"a", "d", "j"}) {
    SCOPED_TRACE(word);
    for (const auto op : {Xapian::Query::OP_FILTER, Xapian::Query::OP_OR}) {
      expect_same_best(Xapian::Query(op, ours(), Xapian::Query(word)),
                       Xapian::Query(op, theirs(), Xapian::Query(word)));
    }
  }
}

TEST_P(ScoredSourceTest, CanStandTwiceInAQuery) {
  expect_same_best(
      Xapian::Query(Xapian::Query::OP_AND, ours(),
                    Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, ours(), 0.5)),
      Xapian::Query(Xapian::Query::OP_AND, theirs(),
                    Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, theirs(), 0.5)));
}

// Few papers pass, or most.
TEST_P(ScoredSourceTest, ScoresWhatHasTheVotes) {
  const VotesTable table(database());
  for (const bool is_kept : {false, true}) {
    if (is_kept) keep();
    for (const auto& [least, most] :
         std::vector<std::pair<int, int>>{{0, -1}, {5, 30}, {30, -1}, {100, -1}}) {
      SCOPED_TRACE(least);
      Condition condition{GetParam().sets, {}, VotesRange(table, least, most)};
      const Xapian::Query filter =
          most < 0 ? Xapian::Query(Xapian::Query::OP_VALUE_GE, kVotesSlot,
                                   Xapian::sortable_serialise(least))
                   : Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kVotesSlot,
                                   Xapian::sortable_serialise(least),
                                   Xapian::sortable_serialise(most));
      expect_same_best(scored_query(GetParam().clauses, condition, reads()),
                       Xapian::Query(Xapian::Query::OP_FILTER, theirs(), filter));
    }
  }
}

// The bounds hold, whatever of it Xapian looks at.
TEST_P(ScoredSourceTest, BoundsHowManyThereAre) {
  Xapian::Enquire enquire(database());
  enquire.set_query(ours());
  const std::size_t count = enquire.get_mset(0, kDocuments).size();
  const Xapian::MSet some = enquire.get_mset(0, 10);
  EXPECT_LE(some.get_matches_lower_bound(), count);
  EXPECT_GE(some.get_matches_upper_bound(), count);
  EXPECT_GE(some.get_matches_estimated(), some.get_matches_lower_bound());
  EXPECT_LE(some.get_matches_estimated(), some.get_matches_upper_bound());
}

INSTANTIATE_TEST_SUITE_P(
    Sums, ScoredSourceTest,
    ::testing::Values(
        Sum{"OneWord", {term_clause("a")}, {}},
        Sum{"OneRareWord", {term_clause("j", 0.3)}, {}},
        Sum{"NoSuchWord", {term_clause("nowhere")}, {}},
        Sum{"OneOfTwoWordsIsThere", {term_clause("nowhere"), term_clause("e")}, {}},
        Sum{"CommonAndRare", {term_clause("a"), term_clause("j")}, {}},
        Sum{"AllWords",
            {term_clause("a", 0.5), term_clause("b"), term_clause("c"), term_clause("d"),
             term_clause("e"), term_clause("f"), term_clause("g"), term_clause("h"),
             term_clause("i"), term_clause("j", 2)},
            {}},
        Sum{"Names", {term_clause("b", 0.75), {{{"c"}, {"g"}, {"i"}}, 0.25}}, {}, 0.01},
        Sum{"NamesOfSeveralWords",
            {term_clause("c", 0.55), {{{"a", "d"}, {"h"}, {"b", "e", "f"}}, 0.45}},
            {},
            0.01},
        Sum{"ANameOfSeveralWordsAlone", {{{{"a", "c"}}, 1}}, {}, 0.01},
        Sum{"AWordInTwoClauses", {term_clause("c"), {{{"c"}, {"d"}}, 1}}, {}, 0.01},
        Sum{"OneSet", {term_clause("a"), term_clause("e")}, {{"a", "e"}}},
        Sum{"OneSetOfOthers", {term_clause("a"), term_clause("e")}, {{"d"}}},
        Sum{"SeveralSets",
            {term_clause("a"), term_clause("d"), term_clause("f")},
            {{"a", "d"}, {"f"}, {"b", "j"}}},
        Sum{"SetsThatNoneHolds", {term_clause("a")}, {{"nowhere"}, {"a", "never"}}}),
    testing::row_name<Sum>);

// A word of whose kind there is one scores as it does itself.
TEST(ScoredSourcePrefixTest, ScoresAsOneTerm) {
  for (const char* beginning : {"a", "j"}) {
    expect_same(best(scored_query({term_clause(prefix_term(beginning))}, {}), 100),
                best(Xapian::Query(beginning), 100), 1e-9);
  }
  // Documents that hold "p40" to "p49" hold "p4" too.
  const Hits all = best(scored_query({term_clause(prefix_term("p4"))}, {}), kDocuments);
  const Hits one = best(Xapian::Query("p4"), kDocuments);
  EXPECT_EQ(all.size(), one.size());
  EXPECT_GT(all[0].second, one[0].second);
}

// The pattern is asked of each paper that is to be counted, and decides.
TEST(ScoredSourcePatternTest, LetsPassWhatThePatternFinds) {
  const Xapian::WritableDatabase papers = testing::in_memory(
      {testing::make_paper("2504.00001", "Reward model"),
       testing::make_paper("2504.00002", "Reward", "A reward model, the reward model."),
       testing::make_paper("2504.00003", "Model", "reward and model; model reward"),
       testing::make_paper("2504.00004", "Reward")});
  Xapian::Enquire enquire(papers);
  enquire.set_weighting_scheme(bm25());
  enquire.set_query(scored_query(
      {term_clause("reward"), term_clause("model")},
      {{{"reward", "model"}}, phrase_pattern({"reward", "model"}, kAllFields), {}}));
  const Xapian::MSet mset = enquire.get_mset(0, 10);
  ASSERT_EQ(mset.size(), 2u);
  EXPECT_EQ(*mset[0] + *mset[1], 3u);
}

}  // namespace
}  // namespace papersearch
