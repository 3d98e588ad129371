// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_sequence.h"

#include <gtest/gtest.h>

#include <random>

namespace papersearch {
namespace {

constexpr FieldMask kTitleBit = field_bit(Field::kTitle);
constexpr FieldMask kNewBit = field_bit(Field::kNew);

// Words of the title, of What's New, and of What's New again.
std::string sequence() {
  WordSequenceWriter writer;
  writer.begin_run(Field::kTitle);
  writer.add("reward", 0);
  writer.add("model", 1);
  writer.begin_run(Field::kNew);
  writer.add("강화", 0);
  writer.add("학습", 1);
  writer.add("강화학습", 0);
  writer.add("model", 2);
  writer.begin_run(Field::kNew);
  writer.add("reward", 0);
  return writer.take();
}

WordSequence read(std::string_view value) {
  WordSequence out;
  out.read(value);
  return out;
}

FieldMask phrase(const std::vector<std::string>& terms, FieldMask wanted = kAllFields) {
  return read(sequence()).fields_with_phrase(word_codes(terms), wanted);
}

TEST(WordSequenceTest, FindsPhrasesByField) {
  EXPECT_EQ(phrase({"reward", "model"}), kTitleBit);
  EXPECT_EQ(phrase({"model"}), kTitleBit | kNewBit);
  EXPECT_EQ(phrase({"model"}, kNewBit), kNewBit);
  EXPECT_EQ(phrase({"model"}, field_bit(Field::kAbstract)), 0U);
  EXPECT_EQ(phrase({"unicorn"}), 0U);
}

// A whole shares the place of its first part, so that both stand beside what follows.
TEST(WordSequenceTest, WordsMayShareAPlace) {
  EXPECT_EQ(phrase({"강화", "학습", "model"}), kNewBit);
  EXPECT_EQ(phrase({"강화학습", "학습"}), kNewBit);
  EXPECT_EQ(phrase({"강화", "강화학습"}), 0U);
  EXPECT_EQ(phrase({"강화", "model"}), 0U);
}

TEST(WordSequenceTest, NoPhraseReachesOverTheEndOfARun) {
  EXPECT_EQ(phrase({"model", "강화"}), 0U);    // from field to field
  EXPECT_EQ(phrase({"model", "reward"}), 0U);  // from section to section
}

TEST(WordSequenceTest, APlaceLeftOutEndsTheRun) {
  WordSequenceWriter writer;
  writer.begin_run(Field::kTitle);
  writer.add("a", 0);
  writer.add("b", 2);
  writer.add("c", 3);
  const WordSequence words = read(writer.take());
  EXPECT_EQ(words.fields_with_phrase(word_codes({"a", "b"}), kAllFields), 0U);
  EXPECT_EQ(words.fields_with_phrase(word_codes({"b", "c"}), kAllFields), kTitleBit);
}

TEST(WordSequenceTest, MarksTheWordsOfAPhrase) {
  const WordSequence words = read(sequence());
  std::vector<bool> marks(words.words().size());
  words.mark_phrase(word_codes({"reward", "model"}), marks);
  words.mark_phrase(word_codes({"학습", "model"}), marks);
  words.mark_phrase(word_codes({"model", "강화"}), marks);
  // reward model / 강화 강화학습 학습 model / reward
  EXPECT_EQ(marks, (std::vector<bool>{true, true, false, false, true, true, false}));
}

// Sentences without a word count too, many of them as one mark.
TEST(WordSequenceTest, KnowsTheSentenceOfAWord) {
  WordSequenceWriter writer;
  std::vector<std::uint32_t> expected;
  const auto add = [&](std::uint32_t place, std::uint32_t sentence) {
    writer.add("word", place);
    expected.push_back(sentence);
  };
  const auto end = [&](int count) {
    for (int i = 0; i < count; ++i) writer.end_sentence();
  };
  writer.begin_run(Field::kTitle);
  add(0, 0);
  add(1, 0);
  writer.begin_run(Field::kNew);
  end(2);
  add(0, 2);
  end(1);
  add(1, 3);
  end(200'000);
  add(7, 200'003);  // after a gap
  const std::string value = writer.take();
  EXPECT_LT(value.size(), 60U);
  std::vector<std::uint32_t> sentences;
  const WordSequence words = read(value);
  for (const WordSequence::Word& word : words.words()) sentences.push_back(word.sentence);
  EXPECT_EQ(sentences, expected);
  // A mark is no place: the phrase goes on.
  EXPECT_EQ(words.fields_with_phrase(word_codes({"word", "word"}), kNewBit), kNewBit);
  writer.begin_run(Field::kTitle);
  writer.add("word", 0);
  EXPECT_EQ(read(writer.take()).words().at(0).sentence, 0U);  // of the next paper
}

TEST(WordSequenceTest, FindsWordsNearEachOther) {
  const WordSequence words = read(sequence());
  const auto near = [&](const std::vector<std::string>& terms, std::uint32_t window) {
    return words.fields_with_words_near(word_codes(terms), window, kAllFields);
  };
  EXPECT_EQ(near({"model", "reward"}, 2), kTitleBit);
  EXPECT_EQ(near({"model", "강화"}, 2), 0U);
  EXPECT_EQ(near({"model", "강화"}, 3), kNewBit);
}

TEST(WordSequenceTest, AWordAskedForTwiceStandsTwice) {
  WordSequenceWriter writer;
  writer.begin_run(Field::kTitle);
  writer.add("li", 0);
  writer.add("wei", 1);
  writer.add("li", 2);
  const WordSequence words = read(writer.take());
  const std::vector<WordCode> twice = word_codes({"li", "li"});
  EXPECT_EQ(words.fields_with_words_near(twice, 2, kAllFields), 0U);
  EXPECT_EQ(words.fields_with_words_near(twice, 3, kAllFields), kTitleBit);
}

TEST(WordSequenceTest, PlacesOfTwoRunsAreFarApart) {
  const std::vector<std::uint32_t> places = read(sequence()).places(word_code("reward"));
  ASSERT_EQ(places.size(), 2U);
  EXPECT_GE(places[1] - places[0], kRunGap);
  EXPECT_TRUE(read(sequence()).places(word_code("unicorn")).empty());
}

// However long a section is, its words take bounded room; the other fields keep theirs.
TEST(WordSequenceTest, AFieldHoldsSoManyPlaces) {
  WordSequenceWriter writer;
  writer.begin_run(Field::kNew);
  for (std::uint32_t i = 0; i < kMaxFieldPlaces + 5; ++i) writer.add("word", i);
  writer.begin_run(Field::kNew);
  writer.add("late", 0);
  writer.begin_run(Field::kAbstract);
  writer.add("abstract", 0);
  const WordSequence words = read(writer.take());
  EXPECT_EQ(words.places(word_code("word")).size(), kMaxFieldPlaces);
  EXPECT_TRUE(words.places(word_code("late")).empty());
  EXPECT_EQ(words.fields(), kNewBit | field_bit(Field::kAbstract));
}

TEST(WordSequenceTest, TheWriterIsEmptyAfterTake) {
  WordSequenceWriter writer;
  EXPECT_EQ(writer.take(), "");
  writer.begin_run(Field::kTitle);
  writer.add("a", 0);
  EXPECT_NE(writer.take(), "");
  EXPECT_EQ(writer.take(), "");
}

// Whatever the bytes are, reading them ends, inside of them.
TEST(WordSequenceTest, ReadsDamagedBytes) {
  const std::string good = sequence();
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_LE(read(good.substr(0, size)).words().size(), 7U);
  std::mt19937 random(1);
  for (int round = 0; round < 10'000; ++round) {
    std::string bytes = good;
    bytes[random() % bytes.size()] = static_cast<char>(random());
    const WordSequence words = read(bytes);
    EXPECT_LE(words.words().size(), good.size());
    words.fields_with_phrase(word_codes({"강화", "학습"}), kAllFields);
  }
  EXPECT_TRUE(read("\1\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F").words().empty());
}

}  // namespace
}  // namespace papersearch
