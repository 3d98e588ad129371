// SPDX-License-Identifier: GPL-2.0-or-later
#include "sentence_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papersearch {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Terms = std::vector<std::string>;

constexpr FieldMask kNewBit = field_bit(Field::kNew);

// A title, and sentences that follow each other in What's New.
WordSequence words_of(const Terms& title, const std::vector<Terms>& sentences) {
  WordSequenceWriter writer;
  std::uint32_t place = 0;
  writer.begin_run(Field::kTitle);
  for (const std::string& term : title) writer.add(term, place++);
  writer.begin_run(Field::kNew);
  place = 0;
  for (const Terms& sentence : sentences) {
    writer.end_sentence();
    for (const std::string& term : sentence) writer.add(term, place++);
  }
  WordSequence out;
  out.read(writer.take());
  return out;
}

// As many as letters.
double weight_of(const std::string& term) { return static_cast<double>(term.size()); }

std::vector<std::size_t> best(const std::vector<Terms>& sentences, const Terms& terms,
                              const std::vector<Terms>& names, std::size_t count) {
  SentenceChoice choice(terms, names, weight_of);
  return choice.best(words_of({"title"}, sentences), kNewBit, count);
}

TEST(SentenceChoiceTest, TakesTheSentenceThatWeighsMost) {
  const std::vector<Terms> sentences = {{"aa", "x"}, {"x"}, {"bbb", "x"}, {"cc"}};
  EXPECT_THAT(best(sentences, {"aa", "bbb", "cc"}, {}, 1), ElementsAre(3));
  EXPECT_THAT(best(sentences, {"aa", "bbb", "cc"}, {}, 3), ElementsAre(1, 3, 4));
  EXPECT_THAT(best(sentences, {"aa", "bbb", "cc"}, {}, 0), IsEmpty());
  EXPECT_THAT(best(sentences, {"unicorn"}, {}, 2), IsEmpty());
}

TEST(SentenceChoiceTest, AFurtherOneSaysSomethingNew) {
  // The third says more than the second, but what the first says.
  const std::vector<Terms> sentences = {{"aaaa", "bb"}, {"c"}, {"aaaa"}};
  EXPECT_THAT(best(sentences, {"aaaa", "bb", "c"}, {}, 2), ElementsAre(1, 2));
  EXPECT_THAT(best({{"aaaa", "bb"}, {"aaaa"}}, {"aaaa", "bb"}, {}, 2), ElementsAre(1));
}

TEST(SentenceChoiceTest, MoreOfTheSameBreaksTies) {
  EXPECT_THAT(best({{"aa"}, {"aa", "x", "aa"}}, {"aa"}, {}, 1), ElementsAre(2));
}

TEST(SentenceChoiceTest, ANameCountsSideBySideAlone) {
  const std::vector<Terms> sentences = {{"learn", "x", "reinforc"}, {"reinforc", "learn"}};
  EXPECT_THAT(best(sentences, {}, {{"reinforc", "learn"}}, 2), ElementsAre(2));
  EXPECT_THAT(best(sentences, {"learn"}, {{"reinforc", "learn"}}, 1), ElementsAre(2));
  EXPECT_THAT(best({{"x"}, {"rl"}}, {}, {{"rl"}}, 1), ElementsAre(2));
}

TEST(SentenceChoiceTest, LooksIntoTheFieldsAskedFor) {
  SentenceChoice choice({"aa"}, {}, weight_of);
  const WordSequence words = words_of({"aa"}, {{"x"}});
  EXPECT_THAT(choice.best(words, kNewBit, 2), IsEmpty());
  EXPECT_THAT(choice.best(words, field_bit(Field::kTitle), 2), ElementsAre(0));
  EXPECT_FALSE(choice.stands_in(words, kNewBit));
  EXPECT_TRUE(choice.stands_in(words, kAllFields));
}

TEST(SentenceChoiceTest, AsksForAWeightOnceAndOnlyOfWhatIsThere) {
  Terms asked;
  SentenceChoice choice({"aa", "bb"}, {}, [&](const std::string& term) {
    asked.push_back(term);
    return 1.0;
  });
  const WordSequence words = words_of({}, {{"aa"}, {"x", "aa"}});
  choice.best(words, kNewBit, 2);
  choice.best(words, kNewBit, 2);
  EXPECT_THAT(asked, ElementsAre("aa"));
}

}  // namespace
}  // namespace papersearch
