// SPDX-License-Identifier: GPL-2.0-or-later
#include "near_words.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "edit_distance.h"
#include "jamo.h"
#include "normalize.h"

namespace papersearch {
namespace {

// An index of these words, each under prefix W in `papers` papers.
Xapian::WritableDatabase index_of(const std::set<std::u16string>& words, int papers = 1) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < papers; ++i) {
    Xapian::Document document;
    for (const std::u16string& word : words) document.add_boolean_term("W" + to_utf8(word));
    // Words under other prefixes are no words of this one.
    document.add_boolean_term("Xabc");
    document.add_boolean_term("Vabc");
    database.add_document(document);
  }
  return database;
}

std::set<std::u16string> near(const Xapian::Database& database, std::u16string_view word,
                              std::size_t limit, Xapian::doccount least = 1) {
  std::set<std::u16string> out;
  for (const NearWord& found :
       near_words(TermVocabulary(database, "W"), to_letters(word), limit, least)) {
    EXPECT_EQ(found.distance,
              edit_distance(to_letters(word), to_letters(found.word), limit));
    out.insert(found.word);
  }
  return out;
}

std::u16string random_letters(std::mt19937& random, std::u16string_view alphabet) {
  std::u16string out;
  for (std::size_t n = 1 + random() % 6; n > 0; --n)
    out += alphabet[random() % alphabet.size()];
  return out;
}

// One slip, anywhere: nothing that a look at every word would find is missed.
void expect_all_found(std::u16string_view alphabet) {
  std::mt19937 random(3);
  std::set<std::u16string> words;
  while (words.size() < 800) words.insert(from_letters(random_letters(random, alphabet)));
  const Xapian::WritableDatabase database = index_of(words);
  for (int round = 0; round < 600; ++round) {
    const std::u16string typed = from_letters(random_letters(random, alphabet));
    if (is_lone_jamo(typed[0])) continue;  // no word begins so
    std::set<std::u16string> all;
    for (const std::u16string& word : words) {
      if (edit_distance(to_letters(typed), to_letters(word), 1) == 1) all.insert(word);
    }
    ASSERT_EQ(near(database, typed, 1), all) << to_utf8(typed);
  }
}

TEST(NearWordsTest, FindsEveryLatinWordOneSlipAway) { expect_all_found(u"abcde"); }
TEST(NearWordsTest, FindsEveryHangulWordOneSlipAway) {
  expect_all_found(u"ㄱㄴㅎㅏㅗㅡㅣ");
}

TEST(NearWordsTest, FindsTwoSlipsBehindTheFirstLetters) {
  const auto database = index_of({u"retrieval", u"revival", u"트랜스포머"});
  EXPECT_EQ(near(database, u"retreivl", 2), std::set<std::u16string>{u"retrieval"});
  EXPECT_EQ(near(database, u"트랜포머", 2), std::set<std::u16string>{u"트랜스포머"});
  EXPECT_TRUE(near(database, u"트랜포머", 1).empty());
}

TEST(NearWordsTest, NeverFindsTheWordItselfNorRareOnes) {
  const auto database = index_of({u"model", u"modal"}, 2);
  EXPECT_EQ(near(database, u"model", 2), std::set<std::u16string>{u"modal"});
  EXPECT_TRUE(near(database, u"modle", 1, 3).empty());
  EXPECT_TRUE(near(database, u"", 2).empty());
}

std::string likeliest_of(const std::vector<NearWord>& words) {
  const auto word =
      likeliest(words, [](const NearWord& near) { return near.frequency > 1; });
  return word ? to_utf8(*word) : "";
}

TEST(NearWordsTest, LikeliestIsNearThenFrequent) {
  EXPECT_EQ(likeliest_of({{u"far", 900, 2, false}, {u"near", 20, 1, true}}), "near");
  EXPECT_EQ(likeliest_of({{u"rare", 20, 1, true}, {u"often", 30, 1, true}}), "often");
  EXPECT_EQ(likeliest_of({{u"odd", 30, 1, false}, {u"common", 20, 1, true}}), "common");
  EXPECT_EQ(likeliest_of({{u"b", 20, 1, true}, {u"a", 20, 1, true}}), "a");
  EXPECT_EQ(likeliest_of({{u"refused", 1, 1, true}}), "");
}

}  // namespace
}  // namespace papersearch
