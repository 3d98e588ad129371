// SPDX-License-Identifier: GPL-2.0-or-later
#include "surface_forms.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "database_build.h"
#include "schema.h"
#include "small_index.h"
#include "support/temp_dir.h"

namespace papersearch {
namespace {

using Frequencies = std::map<std::string, Xapian::doccount>;

void add_paper(SurfaceFormChanges& changes, const std::set<std::string>& words,
               int change) {
  TextPool pool;
  for (const std::string& word : words) pool.add(word);
  changes.add(pool, change);
}

Frequencies walked(const Xapian::Database& database, std::string_view first,
                   std::string_view last) {
  Frequencies out;
  std::string before;
  SurfaceForms(database).walk(first, last,
                              [&](std::string_view word, Xapian::doccount frequency) {
                                EXPECT_LT(before, word);
                                before = word;
                                out.emplace(word, frequency);
                                return true;
                              });
  return out;
}

// Many of them begin alike, some within and some beyond the bytes that a block has in
// common.
std::string random_word(std::mt19937& random) {
  std::string out;
  for (std::size_t n = 3 + random() % 5; n > 0; --n)
    out +=
        std::vector<std::string>{"a", "b", "z", "é", "'"}[random() % (out.empty() ? 3 : 5)];
  return out;
}

std::set<std::string> random_paper(std::mt19937& random) {
  std::set<std::string> out;
  for (std::size_t n = random() % 40; n > 0; --n) out.insert(random_word(random));
  return out;
}

// What begins so, or lies between.
Frequencies expected(const Frequencies& all, std::string_view first,
                     std::string_view last) {
  Frequencies out;
  for (const auto& [word, frequency] : all) {
    if (word >= first && (word < last || word.compare(0, last.size(), last) == 0))
      out.emplace(word, frequency);
  }
  return out;
}

TEST(SurfaceFormsTest, AreThoseOfThePapersThatCameAndDidNotGo) {
  std::mt19937 random(11);
  Xapian::WritableDatabase database = testing::empty_database();
  SurfaceFormChanges changes;
  std::vector<std::set<std::string>> papers;
  Frequencies all;
  for (int round = 0; round < 20; ++round) {
    for (int i = 0; i < 10; ++i) {
      papers.push_back(random_paper(random));
      add_paper(changes, papers.back(), 1);
      for (const std::string& word : papers.back()) ++all[word];
    }
    for (int i = 0; i < 3; ++i) {
      std::swap(papers[random() % papers.size()], papers.back());
      add_paper(changes, papers.back(), -1);
      for (const std::string& word : papers.back()) {
        if (--all[word] == 0) all.erase(word);
      }
      papers.pop_back();
    }
    changes.write_to(database);
    ASSERT_EQ(walked(database, "", ""), all);
    for (int i = 0; i < 50; ++i) {
      const std::string word = random_word(random);
      const auto at = all.find(word);
      ASSERT_EQ(SurfaceForms(database).frequency(word), at == all.end() ? 0 : at->second);
      const std::string first = random_word(random).substr(0, random() % 6);
      const std::string last = first + (i % 2 == 0 ? "" : "z");
      ASSERT_EQ(walked(database, first, last), expected(all, first, last))
          << first << ' ' << last;
    }
  }
}

TEST(SurfaceFormsTest, WhereThePapersAreGoneNothingIsLeft) {
  Xapian::WritableDatabase database = testing::empty_database();
  SurfaceFormChanges changes;
  add_paper(changes, {"agent", "agents", "abc"}, 1);
  changes.write_to(database);
  add_paper(changes, {"agent", "agents", "abc"}, -1);
  changes.write_to(database);
  EXPECT_EQ(database.metadata_keys_begin(), database.metadata_keys_end());
}

TEST(SurfaceFormsTest, MergedDatabasesHaveThoseOfAll) {
  const testing::TempDir folder;
  std::vector<std::string> parts;
  Frequencies all;
  std::mt19937 random(12);
  for (int part = 0; part < 3; ++part) {
    SurfaceFormChanges changes;
    for (int i = 0; i < 20; ++i) {
      const std::set<std::string> paper = random_paper(random);
      add_paper(changes, paper, 1);
      for (const std::string& word : paper) ++all[word];
    }
    parts.push_back(folder / std::to_string(part));
    Xapian::WritableDatabase database(parts.back(), Xapian::DB_CREATE);
    changes.write_to(database);
    database.set_metadata("papersearch.part" + parts.back(), "as it is");
    database.commit();
  }
  const std::string merged = folder / "merged";
  merge_databases(parts, merged);
  const Xapian::Database database(merged);
  EXPECT_EQ(walked(database, "", ""), all);
  for (const std::string& part : parts)
    EXPECT_EQ(database.get_metadata("papersearch.part" + part), "as it is");
}

TEST(SurfaceFormsTest, AWalkEndsWhenNoMoreIsWanted) {
  Xapian::WritableDatabase database = testing::empty_database();
  SurfaceFormChanges changes;
  add_paper(changes, {"agent", "agents", "robot", "zebra"}, 1);
  changes.write_to(database);
  for (const std::string wanted : {"agent", "agents", "robot", "zebra"}) {
    std::string last;
    SurfaceForms(database).walk("", "", [&](std::string_view word, Xapian::doccount) {
      last = word;
      return word != wanted;
    });
    EXPECT_EQ(last, wanted);
  }
}

TEST(SurfaceFormsTest, OthersAreNone) {
  for (const char* word : {"", "a", "ab", "강화학습", "éab", "2024", "Agent"})
    EXPECT_FALSE(is_surface_form(word)) << word;
  for (const char* word : {"abc", "aé", "gpt4o", "don't"})
    EXPECT_TRUE(is_surface_form(word)) << word;
  EXPECT_EQ(SurfaceForms(testing::empty_database()).frequency("ab"), 0U);
}

TEST(SurfaceFormsTest, DamageIsFound) {
  Xapian::WritableDatabase database = testing::empty_database();
  const std::string key = std::string(kSurfaceFormKeyPrefix) + "agen";
  for (const std::string& block :
       {std::string("\x05\x01t\x01"), std::string("\x04\x09t\x01"),
        std::string("\x04\x01t"), std::string("\xff")}) {
    database.set_metadata(key, block);
    EXPECT_THROW(SurfaceForms(database).frequency("agent"), Xapian::DatabaseCorruptError);
    EXPECT_THROW(walked(database, "", ""), Xapian::DatabaseCorruptError);
  }
}

}  // namespace
}  // namespace papersearch
