// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_pattern.h"

#include <gtest/gtest.h>

#include "small_index.h"

namespace papersearch {
namespace {

// The documents that `query` matches.
std::string matching(const Xapian::Query& query) {
  Paper title = testing::make_paper("2504.00001", "Reward model");
  Paper section = testing::make_paper("2504.00002", "Reward", "A reward model.");
  Paper apart =
      testing::make_paper("2504.00003", "Model", "reward and model; model reward");
  Paper across = testing::make_paper("2504.00004", "The reward", "model");
  Paper sections = testing::make_paper("2504.00005", "T");
  sections.sections = {{"", "a reward"}, {"", "model"}};
  const Xapian::WritableDatabase database =
      testing::in_memory({title, section, apart, across, sections});
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  const Xapian::MSet mset = enquire.get_mset(0, 100);
  std::string out;
  for (auto it = mset.begin(); it != mset.end(); ++it) out += std::to_string(*it);
  return out;
}

Xapian::Query phrase(const std::vector<std::string>& terms,
                     const std::vector<Field>& fields) {
  return pattern_query(phrase_pattern(terms, field_mask(fields)));
}
std::string matching(const std::vector<std::string>& terms,
                     const std::vector<Field>& fields) {
  return matching(phrase(terms, fields));
}

// Side by side, in order, inside one of the fields: not across fields or sections.
TEST(WordPatternTest, MatchesInsideTheFields) {
  EXPECT_EQ(matching({"reward", "model"}, {Field::kTitle}), "1");
  EXPECT_EQ(matching({"reward", "model"}, {Field::kOther}), "2");
  EXPECT_EQ(matching({"reward", "model"}, {Field::kTitle, Field::kOther}), "12");
  EXPECT_EQ(matching({"reward", "model"}, {Field::kAbstract}), "");
  EXPECT_EQ(matching({"model", "reward"}, {Field::kOther}), "3");
  EXPECT_EQ(matching({"reward"}, {Field::kTitle}), "124");
  EXPECT_EQ(matching({"reward", "nowhere"}, {Field::kTitle}), "");
}

// Whoever leads the way through the documents, the phrase or the others.
TEST(WordPatternTest, CombinesWithOtherQueries) {
  using Xapian::Query;
  const std::vector<Field> both = {Field::kTitle, Field::kOther};
  const Query words = phrase({"reward", "model"}, both);
  EXPECT_EQ(matching(Query(Query::OP_FILTER, Query("reward"), words)), "12");
  EXPECT_EQ(matching(Query(Query::OP_AND, words, Query("Q2504.00002"))), "2");
  EXPECT_EQ(matching(Query(Query::OP_AND, words, Query("Q2504.00003"))), "");
  EXPECT_EQ(matching(Query(Query::OP_AND, words, phrase({"reward"}, {Field::kTitle}))),
            "12");
  EXPECT_EQ(matching(Query(Query::OP_OR, words, Query("Q2504.00005"))), "125");
  EXPECT_EQ(matching(Query(Query::OP_AND_NOT, Query(kAllPapers.data()), words)), "345");
  EXPECT_EQ(matching(Query(Query::OP_OR, phrase({"unicorn"}, both),
                           phrase({"model", "reward"}, both))),
            "3");
}

TEST(WordPatternTest, MatchesWordsNearEachOther) {
  const auto near = [](const std::vector<std::string>& terms, std::uint32_t window,
                       Field field) {
    return matching(pattern_query(near_pattern(terms, window, field_bit(field))));
  };
  EXPECT_EQ(near({"model", "reward"}, 2, Field::kTitle), "1");
  EXPECT_EQ(near({"model", "reward"}, 2, Field::kOther), "23");
  EXPECT_EQ(near({"model", "reward"}, 1, Field::kOther), "");
}

TEST(WordPatternTest, MatchesAnyOfTheWords) {
  const auto any = [](const std::vector<std::string>& terms, Field field) {
    return matching(pattern_query(any_word_pattern(terms, field_bit(field))));
  };
  EXPECT_EQ(any({"model", "reward"}, Field::kTitle), "1234");
  EXPECT_EQ(any({"model", "unicorn"}, Field::kTitle), "13");
  EXPECT_EQ(any({"unicorn"}, Field::kTitle), "");
  EXPECT_EQ(any({}, Field::kTitle), "");
}

}  // namespace
}  // namespace papersearch
