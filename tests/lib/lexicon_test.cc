// SPDX-License-Identifier: GPL-2.0-or-later
#include "lexicon.h"

#include <gtest/gtest.h>

#include <cmath>

#include "normalize.h"

namespace papersearch {
namespace {

std::u16string_view text_of(const LexiconEntry& entry) {
  return kLexicon.text.substr(entry.offset, entry.length);
}

class CompiledLexiconTest : public ::testing::TestWithParam<bool> {
 protected:
  static std::span<const LexiconEntry> entries() {
    return GetParam() ? kLexicon.words : kLexicon.endings;
  }
};
INSTANTIATE_TEST_SUITE_P(Tables, CompiledLexiconTest, ::testing::Bool(),
                         [](const auto& row) { return row.param ? "Words" : "Endings"; });

// Binary search needs the order; the segmentation needs costs that mean something.
TEST_P(CompiledLexiconTest, IsSortedAndSound) {
  ASSERT_FALSE(entries().empty());
  std::u16string_view before;
  for (const LexiconEntry& entry : entries()) {
    const std::u16string_view text = text_of(entry);
    ASSERT_LT(before, text) << to_utf8(text);
    before = text;
    ASSERT_TRUE(std::isfinite(entry.cost) && entry.cost > 0) << to_utf8(text);
    for (const char16_t c : text) ASSERT_TRUE(c >= 0xAC00 && c <= 0xD7A3) << to_utf8(text);
  }
}

TEST_P(CompiledLexiconTest, FindsEachOfItsEntriesAndNothingElse) {
  const auto find = GetParam() ? find_word : find_ending;
  for (const LexiconEntry& entry : entries()) ASSERT_EQ(find(text_of(entry)), &entry);
  EXPECT_EQ(find(u""), nullptr);
  EXPECT_EQ(find(u"뷁"), nullptr);
  EXPECT_EQ(find(std::u16string(10'000, u'가')), nullptr);
  EXPECT_EQ(find(u"llm"), nullptr);
}

// The parts that a compound is indexed by are words that can be asked for.
TEST(LexiconTest, CompoundsAreCutIntoWords) {
  std::size_t compounds = 0;
  for (const LexiconEntry& entry : kLexicon.words) {
    ASSERT_LE(entry.length, kMaxWordSyllables);
    if (entry.cuts == 0) continue;
    ++compounds;
    ASSERT_EQ(entry.cuts >> (entry.length - 1), 0) << to_utf8(text_of(entry));
    std::size_t begin = 0;
    for (std::size_t end = 1; end <= entry.length; ++end) {
      const bool last = end == entry.length;
      if (!last && (entry.cuts >> (end - 1) & 1) == 0) continue;
      const std::u16string_view part = text_of(entry).substr(begin, end - begin);
      // The 성 of a quality is none.
      if (!(last && part == u"성")) {
        ASSERT_NE(find_word(part), nullptr) << to_utf8(text_of(entry));
      }
      begin = end;
    }
  }
  EXPECT_GT(compounds, 50U);
}

// What the archive writes often is cheaper than what it writes seldom.
TEST(LexiconTest, FrequentWordsCostLess) {
  const LexiconEntry* model = find_word(u"모델");
  const LexiconEntry* chemistry = find_word(u"화학");
  ASSERT_NE(model, nullptr);
  ASSERT_NE(chemistry, nullptr);
  EXPECT_LT(model->cost, chemistry->cost);
}

TEST(LexiconTest, EndingsAreShort) {
  for (const LexiconEntry& entry : kLexicon.endings) {
    ASSERT_LE(entry.length, kMaxEndingSyllables);
    ASSERT_EQ(entry.cuts, 0);
  }
}

}  // namespace
}  // namespace papersearch
