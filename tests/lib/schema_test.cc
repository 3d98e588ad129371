// SPDX-License-Identifier: GPL-2.0-or-later
#include "schema.h"

#include <gtest/gtest.h>
#include <xxhash.h>

#include <set>
#include <string>
#include <vector>

#include "glossary_table.h"
#include "lexicon.h"
#include "normalize.h"

namespace papersearch {
namespace {

TEST(SchemaTest, FieldsAreListedByTheirNumber) {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(kFields[i].field), i);
    EXPECT_EQ(&field_info(kFields[i].field), &kFields[i]);
  }
  EXPECT_EQ(kFields.back().field, Field::kAuthor);
}

TEST(SchemaTest, NamesAreDifferent) {
  std::set<std::string_view> names;
  for (const FieldInfo& info : kFields)
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
}

// Terms of two kinds would be one where the prefix of the one begins that of the other
// and an upper-case letter or digit follows. Terms begin in lower case, and only a prefix
// of capitals goes before them.
TEST(SchemaTest, PrefixesTellTermsApart) {
  const std::vector<std::string_view> prefixes = {
      kIdPrefix,         kMonthPrefix,  kTitlePrefix, kAuthorPrefix,
      kAuthorNamePrefix, kBigramPrefix, kNamePrefix,  kAllPapers};
  std::set<std::string_view> different;
  for (const std::string_view prefix : prefixes) {
    EXPECT_FALSE(prefix.empty());
    EXPECT_EQ(prefix.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
              std::string_view::npos);
    EXPECT_TRUE(different.insert(prefix).second) << prefix;
    // Xapian's convention: longer prefixes begin with X.
    EXPECT_TRUE(prefix.size() == 1 || prefix[0] == 'X') << prefix;
  }
}

TEST(SchemaTest, SlotsAreDifferent) {
  const std::set<unsigned> slots = {kVotesSlot,  kDateSlot,  kAuthorsSlot, kGlossesSlot,
                                    kLatentSlot, kWordsSlot, kRecordSlot};
  EXPECT_EQ(slots.size(), kSlots);
  EXPECT_EQ(*slots.rbegin(), kSlots - 1);
}

// The lexicon cuts words and the reviewed glossary names terms: an index that was made with
// others gives wrong answers, and must be made anew.
TEST(SchemaTest, OtherTablesAreAnotherAnalyzerVersion) {
  std::string tables;
  for (const LexiconEntry& word : kLexicon.words) {
    tables += to_utf8(kLexicon.text.substr(word.offset, word.length)) + ' ' +
              std::to_string(word.cuts) + '\n';
  }
  for (const GlossaryTable::Key& key : kReviewedGlossary.keys) {
    tables += std::string(kReviewedGlossary.view(key.text)) + '\n';
  }
  EXPECT_EQ(kAnalyzerVersion, 1U);
  EXPECT_EQ(XXH3_64bits(tables.data(), tables.size()), 7660342492874980790U)
      << "raise kAnalyzerVersion where a release has the old tables, and note both here";
}

TEST(SchemaTest, TermsFitIntoXapian) { EXPECT_LE(kMaxTermBytes + 4, 245U); }

}  // namespace
}  // namespace papersearch
