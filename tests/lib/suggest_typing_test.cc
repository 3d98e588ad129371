// SPDX-License-Identifier: GPL-2.0-or-later
// Suggestions for words that are half typed: syllables, initials, words of two parts.
#include <gtest/gtest.h>

#include <ostream>
#include <set>

#include "completion.h"
#include "jamo.h"
#include "normalize.h"
#include "row_name.h"
#include "small_index.h"
#include "suggest.h"

namespace papersearch {
namespace {

Paper paper(const char* id, const char* title, const char* text, std::int64_t votes,
            std::vector<std::string> authors) {
  Paper out = testing::make_paper(id, title, text);
  out.votes = votes;
  out.authors = std::move(authors);
  return out;
}

const Xapian::WritableDatabase& database() {
  static const Xapian::WritableDatabase all = testing::on_disk({
      paper("2504.00001", "Machine Learning with Language",
            "강화학습, 강화, 확산모델. 언어모델. GPT-4o.", 5, {"Li Wei", "Yoav Artzi"}),
      paper("2504.00002", "Machine Learning at Large",
            "강화학습과 하드웨어. GPT-4o, fine tuning.", 50,
            {"Wei Li", "Lina Wei", "Yoav Goldberg"}),
      paper("2504.00003", "Language of Large Data",
            "강화학습으로 비디오 생성. fine-tuning, finetuning.", 20,
            {"Yoav Goldberg", "Ann O'Hara"}),
      paper("2504.00004", "Large Language Data", "비디오 생성, 생산. language language", 90,
            {"김강수"}),
      paper("2504.00005", "나는 걸었습니다", "이것은 하드웨어. 걸었습니다. 및, 그, 이 지식",
            1, {}),
  });
  return all;
}

std::string suggestions(std::string_view text, std::size_t limit = 10) {
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> user;
  const Glossary glossary(database(), user);
  std::string out;
  for (const Suggestion& suggestion :
       suggest(database(), analyzer, glossary, text, limit)) {
    out += out.empty() ? "" : " | ";
    if (suggestion.kind == Suggestion::Kind::kAuthor) out += "author ";
    if (suggestion.kind == Suggestion::Kind::kTitle) out += "title ";
    out += suggestion.text;
  }
  return out;
}

struct Typed {
  const char* name;
  const char* text;
  const char* suggestions;
};
void PrintTo(const Typed& typed, std::ostream* out) { *out << typed.text; }

class SuggestTypingTest : public ::testing::TestWithParam<Typed> {};

TEST_P(SuggestTypingTest, CompletesWhatWasTyped) {
  EXPECT_EQ(suggestions(GetParam().text), GetParam().suggestions);
}

INSTANTIATE_TEST_SUITE_P(
    Syllables, SuggestTypingTest,
    ::testing::Values(Typed{"Consonant", "ㅎ", "학습 | 하드웨어 | 확산 | 확산모델"},
                      Typed{"NextConsonant", "강ㅎ", "강화 | 강화학습"},
                      Typed{"WithoutTail", "가", "강화 | 강화학습"},
                      Typed{"VowelGoesOn", "강호", "강화 | 강화학습"},
                      Typed{"TailIsTheNextLead", "하들", "하드웨어"},
                      Typed{"TailOfAnEnding", "강활", "강화 | 강화학습"},
                      Typed{"HalfOfTwo", "확사", "확산 | 확산모델 | 확산 언어 모델"},
                      Typed{"Whole", "강화", "강화학습"}, Typed{"LoneVowel", "ㅏ", ""},
                      Typed{"OtherVowel", "거", ""},
                      Typed{"Decomposed", "\u1100\u1161\u11BC\u1112", "강화 | 강화학습"},
                      Typed{"RunTogether", "언어모델비디오생",
                            "언어모델비디오생성 | 언어모델비디오생산"}),
    testing::row_name<Typed>);

INSTANTIATE_TEST_SUITE_P(Initials, SuggestTypingTest,
                         ::testing::Values(Typed{"Four", "ㄱㅎㅎㅅ", "강화학습"},
                                           Typed{"Two", "ㄱㅎ", "강화 | 강화학습"},
                                           Typed{"Cluster", "ㅎㅅㅁㄷ", "확산모델"},
                                           Typed{"OneKeyForTwo", "ㅄ", ""},
                                           Typed{"AfterSyllables", "강화ㅎㅅ", "강화학습"},
                                           Typed{"OverASpace", "ㄱㅎ ㅎㅅ", "강화 학습"},
                                           Typed{"NoSuch", "ㅋㅋㅋ", ""}),
                         testing::row_name<Typed>);

INSTANTIATE_TEST_SUITE_P(
    TwoParts, SuggestTypingTest,
    ::testing::Values(
        Typed{"CompoundWithSpace", "강화 ㅎ",
              "강화 학습 | 강화 하드웨어 | 강화 확산 | 강화 확산모델"},
        Typed{"CompoundAfterSpace", "강화 ", "강화 학습"},
        Typed{"KeepsWhatStandsBefore", "+비디오 확산 모", "+비디오 확산 모델"},
        Typed{"Latin", "fine t", "fine-tuning"}, Typed{"Hyphen", "fine-t", "fine-tuning"},
        Typed{"Digits", "gpt-4", "gpt-4o"}, Typed{"DigitsTogether", "gpt4", "gpt4o"},
        Typed{"NotInsideOfAWord", "lang ua", ""},
        // What stands in a title with the word before comes first.
        Typed{"Context", "machine l",
              "machine learning | machine language | machine large | "
              "title Machine Learning at Large | title Machine Learning with Language"},
        Typed{"NotTheWordBefore", "large l",
              "large language | large learning | title Large Language Data | "
              "title Machine Learning at Large | title Language of Large Data"}),
    testing::row_name<Typed>);

INSTANTIATE_TEST_SUITE_P(
    Keyboard, SuggestTypingTest,
    ::testing::Values(Typed{"Korean", "rkdgh", "강화 | 강화학습"},
                      Typed{"KoreanWhole", "rkdghk", "강화 | 강화학습"},
                      Typed{"English", "ㅡㅁ초", "machine"}, Typed{"Neither", "xqz", ""}),
    testing::row_name<Typed>);

INSTANTIATE_TEST_SUITE_P(
    Authors, SuggestTypingTest,
    ::testing::Values(
        Typed{"ByPapers", "yoav", "author Yoav Goldberg | author Yoav Artzi"},
        Typed{"FamilyName", "gold", "author Yoav Goldberg"},
        Typed{"NamesNotTerms", "yoav a", "author Yoav Artzi"},
        Typed{"EitherOrder", "wei l", "author Li Wei | author Lina Wei | author Wei Li"},
        Typed{"Apostrophe", "o'ha", "author Ann O'Hara"},
        Typed{"Field", "author:gold", "author author:\"Yoav Goldberg\""},
        Typed{"FieldWithQuote", "gpt author:\"yoav g",
              "author gpt author:\"Yoav Goldberg\""},
        Typed{"FieldWithSign", "-author:art", "author -author:\"Yoav Artzi\""},
        Typed{"FieldWithNothing", "author:", ""}, Typed{"Korean", "김강", "author 김강수"}),
    testing::row_name<Typed>);

// Verbs and words that say nothing are no terms to search for.
INSTANTIATE_TEST_SUITE_P(NoTerms, SuggestTypingTest,
                         ::testing::Values(Typed{"Verb", "걸", ""},
                                           Typed{"Particle", "그", ""},
                                           Typed{"Stopword", "wit", ""},
                                           Typed{"NoQuery", "date:spring l", ""}),
                         testing::row_name<Typed>);

TEST(SuggestTypingLimitTest, NeverMoreThanAskedForAndNothingTwice) {
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> user;
  const Glossary glossary(database(), user);
  for (std::size_t limit = 0; limit < 8; ++limit) {
    for (const char* text :
         {"ㄱ", "강ㅎ", "machine l", "강화 ㅎ", "rkd", "fine t", "wei l", "author:yoav"}) {
      const std::vector<Suggestion> found =
          suggest(database(), analyzer, glossary, text, limit);
      EXPECT_LE(found.size(), limit);
      std::set<std::string> texts;
      for (const Suggestion& suggestion : found)
        EXPECT_TRUE(texts.insert(suggestion.text).second) << text;
    }
  }
}

// Every key on the way to a word leaves it among the suggestions.
TEST(SuggestTypingKeysTest, EveryKeyLeadsToTheWord) {
  for (const char16_t* word :
       {u"강화학습", u"확산모델", u"하드웨어", u"언어모델", u"language", u"finetuning"}) {
    const std::u16string keys = to_letters(word);
    for (std::size_t n = 1; n < keys.size(); ++n) {
      const std::u16string typed = from_letters(keys.substr(0, n));
      std::set<std::string> words;
      for (const Completion& found : complete_word(database(), typed, 100))
        words.insert(found.word);
      EXPECT_EQ(words.count(to_utf8(word)), 1U) << to_utf8(typed) << " " << to_utf8(word);
    }
  }
}

TEST(HalfTypedTest, ReadsAllWaysOn) {
  EXPECT_EQ(half_typed(u"강ㅎ"),
            (std::vector<SyllablePattern>{{{u'강', u'강'}, {u'하', u'힣'}}}));
  EXPECT_EQ(half_typed(u"활"), (std::vector<SyllablePattern>{
                                   {{u'활', u'활'}}, {{u'화', u'화'}, {u'라', u'맇'}}}));
  EXPECT_TRUE(half_typed(u"강ㅏ").empty());
  EXPECT_TRUE(half_typed(u"").empty());
}

}  // namespace
}  // namespace papersearch
