// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_part.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "small_index.h"

namespace papersearch {
namespace {

class QueryPartTest : public ::testing::Test {
 protected:
  // The last digits of the ids of what it finds, and its postings are read by one source.
  std::string found(const QueryPart& part) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(part.query(nullptr));
    const Xapian::MSet mset = enquire.get_mset(0, 100);
    std::string out;
    for (auto it = mset.begin(); it != mset.end(); ++it) out += std::to_string(*it);
    std::sort(out.begin(), out.end());
    return out;
  }
  static bool is_one_source(const QueryPart& part) {
    return part.query(nullptr).get_description() == "Query(PostingSource(ScoredSource))";
  }
  static std::vector<Paper> papers() {
    std::vector<Paper> out = {testing::make_paper("2504.00001", "Reward"),
                              testing::make_paper("2504.00002", "Model"),
                              testing::make_paper("2504.00003", "Reward model"),
                              testing::make_paper("2504.00004", "Agent")};
    for (std::size_t i = 0; i < out.size(); ++i) out[i].votes = 10 * (i + 1);
    return out;
  }

  Xapian::WritableDatabase database_ = testing::in_memory(papers());
  VotesTable votes_{database_};
  QueryPart reward_{std::vector<Clause>{term_clause("reward")}};
  QueryPart model_{std::vector<Clause>{term_clause("model")}};
};

TEST_F(QueryPartTest, IsEmptyOfNothing) {
  EXPECT_TRUE(QueryPart().empty());
  EXPECT_TRUE(QueryPart::any({}, nullptr).empty());
  EXPECT_FALSE(reward_.empty());
  EXPECT_FALSE(QueryPart(Xapian::Query("reward")).empty());
}

TEST_F(QueryPartTest, ClausesStayOneSourceWithOthersAndVotes) {
  const QueryPart any = QueryPart::any({reward_, model_}, nullptr);
  EXPECT_TRUE(is_one_source(any));
  EXPECT_EQ(found(any), "123");
  const QueryPart some = any.filtered({VotesRange(votes_, 20, -1), {}}, nullptr);
  EXPECT_TRUE(is_one_source(some));
  EXPECT_EQ(found(some), "23");
  const QueryPart one = some.filtered({VotesRange(votes_, 0, 20), {}}, nullptr);
  EXPECT_TRUE(is_one_source(one));
  EXPECT_EQ(found(one), "2");
}

TEST_F(QueryPartTest, OthersFilterItFromOutside) {
  const QueryPart some = reward_.filtered(
      {VotesRange(votes_, 0, 20), {Xapian::Query("model"), Xapian::Query("reward")}},
      nullptr);
  EXPECT_FALSE(is_one_source(some));
  EXPECT_EQ(found(some), "");
  EXPECT_EQ(found(reward_.filtered({{}, {Xapian::Query("model")}}, nullptr)), "3");
  EXPECT_EQ(found(reward_.filtered({}, nullptr)), "13");
}

// A condition of one is none of the other.
TEST_F(QueryPartTest, ConditionsAreNotShared) {
  const QueryPart few = reward_.filtered({VotesRange(votes_, 20, -1), {}}, nullptr);
  EXPECT_EQ(found(QueryPart::any({few, model_}, nullptr)), "23");
  EXPECT_EQ(found(QueryPart::any({reward_, few}, nullptr)), "13");
}

TEST_F(QueryPartTest, QueriesOfXapianAreFilteredByVotesToo) {
  const QueryPart reward(Xapian::Query("reward"));
  EXPECT_EQ(found(reward.filtered({VotesRange(votes_, 20, -1), {}}, nullptr)), "3");
  EXPECT_EQ(found(QueryPart::any({reward, model_}, nullptr)), "123");
}

TEST(FiltersTest, WeighNothing) {
  EXPECT_TRUE(Filters().empty());
  EXPECT_TRUE(Filters().query().empty());
  const Filters filters{{}, {Xapian::Query("reward"), Xapian::Query("model")}};
  EXPECT_EQ(filters.query().get_description(), "Query(0 * (reward AND model))");
}

}  // namespace
}  // namespace papersearch
