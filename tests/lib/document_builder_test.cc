// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "packed_record.h"
#include "paper_print.h"
#include "papersearch/text.h"
#include "small_index.h"

namespace papersearch {
namespace {

bool has_term(const Xapian::Document& document, const std::string& term) {
  auto it = document.termlist_begin();
  it.skip_to(term);
  return it != document.termlist_end() && *it == term;
}

TEST(DocumentBuilderTest, StoresThePaperAndItsValues) {
  Paper paper = testing::make_paper("2504.16084", "TTRL", "강화학습");
  paper.date = "2025-04-23";
  paper.votes = 57;
  paper.authors = {"Yuxin Zuo"};
  const Xapian::Document document = DocumentBuilder().build(paper);
  const std::optional<Paper> back = RecordReader().find_paper(document);
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(testing::print(*back), testing::print(paper));
  EXPECT_EQ(document.get_value(kDateSlot), "20250423");
  EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(kVotesSlot)), 57);
  for (const char* term : {"Q2504.16084", "M2025-04", "XALL", "ttrl", "Sttrl", "강화",
                           "강화학습", "Ayuxin", "XAyuxin zuo"}) {
    EXPECT_TRUE(has_term(document, term)) << term;
  }
}

// For spelling and completion: as they are written, each once, and no terms.
TEST(DocumentBuilderTest, TellsTheWordsAsTheyAreWritten) {
  Paper paper =
      testing::make_paper("2504.16084", "Learning to Learn", "Learning 학습 at learning");
  paper.authors = {"Yuxin Zuo"};
  DocumentBuilder builder;
  for (int i = 0; i < 2; ++i) {
    const Xapian::Document document = builder.build(paper);
    const TextPool& forms = builder.surface_forms();
    ASSERT_EQ(forms.size(), 2U);
    EXPECT_EQ(forms.text(0), "learning");
    EXPECT_EQ(forms.text(1), "learn");
    EXPECT_FALSE(has_term(document, "learning"));
  }
}

// Unknown stays unknown: no value at all.
TEST(DocumentBuilderTest, LeavesUnknownValuesOut) {
  const Xapian::Document document =
      DocumentBuilder().build(testing::make_paper("2504.16084", "TTRL"));
  EXPECT_EQ(document.get_value(kVotesSlot), "");
  EXPECT_EQ(document.get_value(kDateSlot), "");
}

// Xapian refuses a document with a term over 245 bytes: nothing in a paper may make one.
TEST(DocumentBuilderTest, EveryTermFitsIntoXapian) {
  Paper paper = testing::make_paper("2504.16084", std::string(10'000, 'x'));
  std::string hangul;
  for (int i = 0; i < 5'000; ++i) hangul += "뷁";
  paper.sections = {{"", hangul},
                    {std::string(1'000, 'n'), "a_b-" + std::string(300, 'c')}};
  paper.authors = {std::string(1'000, 'A'), hangul, "x" + hangul};
  const Xapian::Document document = DocumentBuilder().build(paper);
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    ASSERT_LE((*it).size(), 245U);
    ASSERT_TRUE(is_valid_utf8(*it)) << *it;
  }
}

// What the words' order is kept for: words of a section side by side, not of two.
TEST(DocumentBuilderTest, KeepsTheOrderOfTheWords) {
  Paper paper = testing::make_paper("2504.16084", "Reward model");
  paper.sections = {{"What's New", "강화학습을 쓴다"}, {"What's New", "more"}};
  paper.authors = {"Yuxin Zuo"};
  WordSequence words;
  words.read(DocumentBuilder().build(paper).get_value(kWordsSlot));
  const auto fields = [&](const std::vector<std::string>& terms) {
    return words.fields_with_phrase(word_codes(terms), kAllFields);
  };
  EXPECT_EQ(fields({"reward", "model"}), field_bit(Field::kTitle));
  EXPECT_EQ(fields({"강화", "학습"}), field_bit(Field::kNew));
  EXPECT_EQ(fields({"강화학습", "학습"}), field_bit(Field::kNew));
  EXPECT_EQ(fields({"Ayuxin", "Azuo"}), field_bit(Field::kAuthor));
  EXPECT_EQ(fields({"model", "강화"}), 0U);
  EXPECT_EQ(fields({"more"}), field_bit(Field::kNew));
}

// Beyond the words that are kept in order the others are still found.
TEST(DocumentBuilderTest, FindsTheLastWordOfALongText) {
  std::string text;
  for (int i = 0; i < 70'000; ++i) text += "word ";
  const Xapian::Document document =
      DocumentBuilder().build(testing::make_paper("2504.16084", "Title", text + "last"));
  EXPECT_TRUE(has_term(document, "last"));
}

TEST(DocumentBuilderTest, GivesBackTheAuthors) {
  Paper paper = testing::make_paper("2504.16084", "TTRL");
  paper.authors = {"Yuxin Zuo", "", "김철수", std::string(255, 'x')};
  const Xapian::Document document = DocumentBuilder().build(paper);
  EXPECT_EQ(decode_authors(document.get_value(kAuthorsSlot)), paper.authors);
  EXPECT_TRUE(decode_authors("").empty());
}

// A name is cut between characters: facets are UTF-8, too.
TEST(DocumentBuilderTest, CutsALongNameBetweenCharacters) {
  Paper paper = testing::make_paper("2504.16084", "TTRL");
  std::string name = "x";
  for (int i = 0; i < 200; ++i) name += "강";
  paper.authors = {name};
  const std::vector<std::string> names =
      decode_authors(DocumentBuilder().build(paper).get_value(kAuthorsSlot));
  ASSERT_EQ(names.size(), 1U);
  EXPECT_TRUE(is_valid_utf8(names[0]));
  EXPECT_EQ(names[0], name.substr(0, 253));
}

// Ten thousand authors, and the last is found like the first.
TEST(DocumentBuilderTest, TakesTenThousandAuthors) {
  Paper paper = testing::make_paper("2504.16084", "TTRL");
  for (int i = 0; i < 10'000; ++i) {
    paper.authors.push_back("Given" + std::to_string(i) + " Family" + std::to_string(i));
  }
  const Xapian::Document document = DocumentBuilder().build(paper);
  for (const char* term : {"Agiven0", "Afamily9999", "XAgiven9999 family9999"}) {
    EXPECT_TRUE(has_term(document, term)) << term;
  }
  EXPECT_EQ(decode_authors(document.get_value(kAuthorsSlot)).size(), 10'000U);
}

}  // namespace
}  // namespace papersearch
