// SPDX-License-Identifier: GPL-2.0-or-later
#include "vocabulary.h"

#include <gtest/gtest.h>

#include <string>

namespace papersearch {
namespace {

// Two documents, and terms under three prefixes that begin alike.
Xapian::WritableDatabase vocabulary_database() {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (const char* term : {"Aada", "Aadam", "Abe", "XAada", "ada", "강화", "강화학습"})
    document.add_boolean_term(term);
  database.add_document(document);
  document.clear_terms();
  for (const char* term : {"Aada", "Bob"}) document.add_boolean_term(term);
  database.add_document(document);
  return database;
}

std::string walked(const Vocabulary& vocabulary, std::string_view first,
                   std::string_view last, std::size_t limit = 100) {
  std::string out;
  vocabulary.walk(first, last, [&](std::string_view word, Xapian::doccount frequency) {
    out += std::string(word) + '=' + std::to_string(frequency) + ' ';
    return --limit > 0;
  });
  return out;
}

TEST(VocabularyTest, WordsAreThoseOfThePrefixWithoutIt) {
  const Xapian::WritableDatabase database = vocabulary_database();
  const TermVocabulary names(database, "A");
  EXPECT_EQ(names.frequency("ada"), 2U);
  EXPECT_EQ(names.frequency("adam"), 1U);
  EXPECT_EQ(names.frequency("ad"), 0U);
  EXPECT_EQ(walked(names, "", ""), "ada=2 adam=1 be=1 ");
  EXPECT_EQ(walked(names, "adam", ""), "adam=1 be=1 ");
  EXPECT_EQ(walked(names, "ad", "ad"), "ada=2 adam=1 ");
  EXPECT_EQ(walked(names, "c", "d"), "");
  EXPECT_EQ(walked(names, "", "", 2), "ada=2 adam=1 ");
}

TEST(VocabularyTest, WithoutAPrefixTheyAreTerms) {
  const Xapian::WritableDatabase database = vocabulary_database();
  const TermVocabulary terms(database, "");
  EXPECT_EQ(walked(terms, "강화", "강화"), "강화=1 강화학습=1 ");
  EXPECT_EQ(walked(terms, "a", "a"), "ada=1 ");
}

}  // namespace
}  // namespace papersearch
