// SPDX-License-Identifier: GPL-2.0-or-later
#include "glossary_index.h"

#include <gtest/gtest.h>

#include <string>

#include "gloss.h"
#include "glossary_limits.h"
#include "schema.h"
#include "support/temp_dir.h"

namespace papersearch {
namespace {

// A paper that says korean(english), and nothing else.
Xapian::Document paper(const std::string& korean, const std::string& english) {
  Gloss gloss;
  gloss.korean = korean;
  gloss.korean_is_whole = true;
  gloss.english = english;
  Xapian::Document document;
  document.add_value(kGlossesSlot, encode_glosses({gloss}));
  return document;
}

// Databases in memory have no metadata to list.
Xapian::WritableDatabase archive(const testing::TempDir& folder, Xapian::doccount papers) {
  Xapian::WritableDatabase database(folder / "database",
                                    Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (Xapian::doccount i = 0; i < 5; ++i)
    database.add_document(paper("강화 학습", "reinforcement learning"));
  while (database.get_doccount() < papers) database.add_document(Xapian::Document());
  learn_glossary({database}, database);
  return database;
}

bool knows_attention(const Xapian::Database& database) {
  return !learned_names(database, "attent").empty();
}

void gloss_attention(Xapian::WritableDatabase& database) {
  for (int i = 0; i < 5; ++i) database.add_document(paper("주의", "attention"));
  update_glossary(database, 5);
}

TEST(GlossaryIndexTest, LearnsWithEveryChangeOfASmallArchive) {
  const testing::TempDir folder;
  Xapian::WritableDatabase database = archive(folder, 100);
  EXPECT_FALSE(learned_names(database, "reinforc learn").empty());
  EXPECT_FALSE(knows_attention(database));
  gloss_attention(database);
  EXPECT_TRUE(knows_attention(database));
  EXPECT_TRUE(is_learned_glossary_sound(database));
}

// Reading all of a large archive for the papers of one day would take longer than those.
TEST(GlossaryIndexTest, LearnsWhenAShareOfALargeArchiveHasChanged) {
  const testing::TempDir folder;
  Xapian::WritableDatabase database = archive(folder, kAlwaysLearnedPapers + 100);
  gloss_attention(database);
  EXPECT_FALSE(knows_attention(database));
  EXPECT_TRUE(is_learned_glossary_sound(database));
  const auto missing = static_cast<std::size_t>(kLearnedAgainShare * kAlwaysLearnedPapers);
  update_glossary(database, missing - 10);
  EXPECT_FALSE(knows_attention(database));
  update_glossary(database, 10);
  EXPECT_TRUE(knows_attention(database));
  EXPECT_TRUE(database.get_metadata(std::string(kGlossaryAgeKey)).empty());
  EXPECT_TRUE(is_learned_glossary_sound(database));
}

TEST(GlossaryIndexTest, LearnsFromTheNewest) {
  const testing::TempDir folder;
  Xapian::WritableDatabase database = archive(folder, 100);
  for (int i = 0; i < 5; ++i)
    database.replace_document(kMaxLearnedPapers + 50 + static_cast<Xapian::docid>(i),
                              paper("주의", "attention"));
  learn_glossary({database}, database);
  EXPECT_TRUE(knows_attention(database));
  EXPECT_TRUE(learned_names(database, "reinforc learn").empty());
}

// As papers stand while an index is built: those of the second follow those of the first.
TEST(GlossaryIndexTest, LearnsFromDatabasesOneAfterTheOther) {
  const testing::TempDir folder;
  Xapian::WritableDatabase first(folder / "first", Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  Xapian::WritableDatabase last(folder / "last", Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (Xapian::docid i = 0; i < 5; ++i) {
    first.replace_document(kMaxLearnedPapers - 10 + i,
                           paper("강화 학습", "reinforcement learning"));
    last.add_document(paper("주의", "attention"));
  }
  learn_glossary({first, last}, last);
  EXPECT_TRUE(knows_attention(last));
  EXPECT_FALSE(learned_names(last, "reinforc learn").empty());
}

// An entry that is not what the papers say is found.
TEST(GlossaryIndexTest, FindsAnEntryThatNobodyLearned) {
  const testing::TempDir folder;
  Xapian::WritableDatabase database = archive(folder, 100);
  ASSERT_TRUE(is_learned_glossary_sound(database));
  database.set_metadata(std::string(kGlossaryKeyPrefix) + "attent", "cat\t9\n");
  EXPECT_FALSE(is_learned_glossary_sound(database));
}

}  // namespace
}  // namespace papersearch
