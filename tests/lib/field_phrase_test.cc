// SPDX-License-Identifier: GPL-2.0-or-later
#include "field_phrase.h"

#include <gtest/gtest.h>

#include "small_index.h"

namespace papersearch {
namespace {

std::string matching(const std::vector<std::string>& terms, const std::vector<Field>& fields) {
  Paper title = testing::make_paper("2504.00001", "Reward model");
  Paper section = testing::make_paper("2504.00002", "Reward", "A reward model.");
  Paper apart = testing::make_paper("2504.00003", "Model", "reward and model; model reward");
  Paper across = testing::make_paper("2504.00004", "The reward", "model");
  Paper sections = testing::make_paper("2504.00005", "T");
  sections.sections = {{"", "a reward"}, {"", "model"}};
  const Xapian::WritableDatabase database = testing::in_memory({title, section, apart, across, sections});
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query((new FieldPhraseSource(terms, fields))->release()));
  const Xapian::MSet mset = enquire.get_mset(0, 100);
  std::string out;
  for (auto it = mset.begin(); it != mset.end(); ++it) out += std::to_string(*it);
  return out;
}

// Side by side, in order, inside one of the fields: not across fields or sections.
TEST(FieldPhraseTest, MatchesInsideTheFields) {
  EXPECT_EQ(matching({"reward", "model"}, {Field::kTitle}), "1");
  EXPECT_EQ(matching({"reward", "model"}, {Field::kOther}), "2");
  EXPECT_EQ(matching({"reward", "model"}, {Field::kTitle, Field::kOther}), "12");
  EXPECT_EQ(matching({"reward", "model"}, {Field::kAbstract}), "");
  EXPECT_EQ(matching({"model", "reward"}, {Field::kOther}), "3");
  EXPECT_EQ(matching({"reward"}, {Field::kTitle}), "124");
  EXPECT_EQ(matching({"reward", "nowhere"}, {Field::kTitle}), "");
}

}  // namespace
}  // namespace papersearch
