// SPDX-License-Identifier: GPL-2.0-or-later
#include "glossary_completion.h"

#include <gtest/gtest.h>

#include <list>
#include <ostream>
#include <string>

#include "normalize.h"
#include "row_name.h"
#include "small_index.h"

namespace papersearch {
namespace {

// Names that no reviewed line holds, so that this test does not depend on the real
// glossary.
const std::list<OwnedGlossaryTable>& user_glossary() {
  static const std::list<OwnedGlossaryTable> tables = [] {
    Analyzer analyzer;
    std::list<OwnedGlossaryTable> out;
    out.emplace_back(
        std::vector<GlossaryLine>{{{"꿈결 물감", "Zephyr-Paint Model", "ZPM"}, false},
                                  {{"꿈결", "zephyr"}, false},
                                  {{"꿈나라", "zephyrland"}, false}},
        analyzer);
    return out;
  }();
  return tables;
}

const Xapian::WritableDatabase& database() {
  static const Xapian::WritableDatabase all = testing::on_disk({
      testing::make_paper("2504.00001", "Zephyr", "꿈결 물감. A zephyr paint model, ZPM."),
      testing::make_paper("2504.00002", "Zephyr again", "꿈결."),
  });
  return all;
}

std::string completions(std::string_view text) {
  Analyzer analyzer;
  const Glossary glossary(database(), user_glossary());
  NormalizedText typed;
  normalize(text, typed);
  std::string out;
  for (const NameCompletion& name :
       complete_name(database(), analyzer, glossary, typed.text, 5)) {
    out += (out.empty() ? "" : " | ") + name.name.text + "=" +
           std::to_string(name.name.papers);
    if (name.whole) out += "!";
    for (const CountedName& other : name.others) {
      out += " (" + other.text + "=" + std::to_string(other.papers) + ")";
    }
  }
  return out;
}

struct Typed {
  const char* name;
  const char* text;
  const char* completions;
};
void PrintTo(const Typed& row, std::ostream* out) { *out << row.text; }

class GlossaryCompletionTest : public ::testing::TestWithParam<Typed> {};

TEST_P(GlossaryCompletionTest, GivesNamesInBothLanguages) {
  EXPECT_EQ(completions(GetParam().text), GetParam().completions);
}

// zephyrland and 꿈나라 are in no paper.
INSTANTIATE_TEST_SUITE_P(
    Names, GlossaryCompletionTest,
    ::testing::Values(
        Typed{"Latin", "zeph", "zephyr=2 (꿈결=2) | Zephyr-Paint Model=1 (꿈결 물감=1)"},
        Typed{"OverAHyphen", "zephyr pai", "Zephyr-Paint Model=1 (꿈결 물감=1)"},
        Typed{"Whole", "zephyr", "zephyr=2! (꿈결=2) | Zephyr-Paint Model=1 (꿈결 물감=1)"},
        Typed{"ShortWhole", "ZPM", "ZPM=1! (꿈결 물감=1) (Zephyr-Paint Model=1)"},
        Typed{"TooShort", "ze", ""},
        Typed{"Hangul", "꿈결", "꿈결=2! (zephyr=2) | 꿈결 물감=1 (Zephyr-Paint Model=1)"},
        Typed{"HalfTyped", "꿈결무", "꿈결 물감=1 (Zephyr-Paint Model=1)"},
        Typed{"HalfTypedOverASpace", "꿈결 무", "꿈결 물감=1 (Zephyr-Paint Model=1)"},
        Typed{"Initials", "ㄲㄱㅁㄱ", "꿈결 물감=1 (Zephyr-Paint Model=1)"},
        Typed{"InNoPaper", "꿈나", ""}, Typed{"NoName", "물감", ""},
        Typed{"Empty", "", ""}),
    testing::row_name<Typed>);

TEST(GlossaryCompletionTextTest, TakesAsManyWordsAsMakeAName) {
  Analyzer analyzer;
  const Glossary glossary(database(), user_glossary());
  const auto typed = read_typed("again zephyr pa");
  ASSERT_TRUE(typed);
  const TypedNames found = complete_typed_name(database(), analyzer, glossary, *typed, 5);
  ASSERT_EQ(found.names.size(), 1U);
  EXPECT_EQ(found.names[0].name.text, "Zephyr-Paint Model");
  EXPECT_EQ(found.words, 2U);
  EXPECT_EQ(found.begin, 6U);
}

TEST(GlossaryCompletionTextTest, LeavesOutGaps) {
  EXPECT_EQ(without_gaps("강화 학습-모델"), "강화학습모델");
}

}  // namespace
}  // namespace papersearch
