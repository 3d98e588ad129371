// SPDX-License-Identifier: GPL-2.0-or-later
#include "snippet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>

#include "document_builder.h"
#include "random_text.h"
#include "row_name.h"

namespace papersearch {
namespace {

std::set<std::string> terms_of(std::string_view words) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(words, tokens);
  std::set<std::string> out;
  for (const Token& token : tokens) out.insert(token.term);
  return out;
}

// What matches the terms of some words, each of the same weight, and some prefixes.
class Words {
 public:
  explicit Words(std::string_view words, std::vector<std::string> prefixes = {})
      : terms_(terms_of(words)), prefixes_(std::move(prefixes)) {}
  Highlighter highlighter() const { return {terms_, prefixes_}; }

  // The snippets of `paper` as it is indexed.
  std::vector<Snippet> snippets(const Paper& paper, const SnippetOptions& options) const {
    static Analyzer analyzer;
    static DocumentBuilder builder;
    WordSequence words;
    words.read(builder.build(paper).get_value(kWordsSlot));
    SentenceChoice choice({terms_.begin(), terms_.end()}, {},
                          [](const std::string&) { return 1.0; });
    return make_snippets(paper, words, choice, highlighter(), options, analyzer);
  }

 private:
  std::set<std::string> terms_;
  std::vector<std::string> prefixes_;
};

// The text with its highlights in brackets.
std::string marked(std::string text, const std::vector<ByteRange>& highlights) {
  for (auto range = highlights.rbegin(); range != highlights.rend(); ++range) {
    text.insert(range->end, "]");
    text.insert(range->begin, "[");
  }
  return text;
}

std::vector<std::string> snippets(const Paper& paper, std::string_view words,
                                  const SnippetOptions& options = {}) {
  std::vector<std::string> out;
  for (const Snippet& snippet : Words(words).snippets(paper, options)) {
    out.push_back(snippet.section + ": " + marked(snippet.text, snippet.highlights));
  }
  return out;
}

Paper paper_of(std::vector<Section> sections) {
  Paper paper;
  paper.sections = std::move(sections);
  return paper;
}

std::size_t code_points(std::string_view text) {
  return testing::code_point_boundaries(text).size() - 1;
}

struct Marked {
  const char* name;
  const char* text;
  const char* words;
  const char* marked;
};
void PrintTo(const Marked& row, std::ostream* out) {
  *out << row.text << " / " << row.words;
}

class HighlightTest : public ::testing::TestWithParam<Marked> {};

// Whole words of the original, without their endings, whatever was normalised away.
TEST_P(HighlightTest, MarksWholeWordsOfTheOriginal) {
  const Words words(GetParam().words);
  Analyzer analyzer;
  const std::string text = GetParam().text;
  EXPECT_EQ(marked(text, highlight(text, words.highlighter(), analyzer)),
            GetParam().marked);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, HighlightTest,
    ::testing::Values(
        Marked{"Stem", "Learning to learn", "learned", "[Learning] to [learn]"},
        Marked{"Particle", "강화학습을 쓴다", "강화학습", "[강화학습]을 쓴다"},
        Marked{"CompoundForWords", "강화학습을 쓴다", "강화 학습", "[강화학습]을 쓴다"},
        Marked{"WordsForCompound", "강화 학습을 쓴다", "강화학습", "[강화] [학습]을 쓴다"},
        Marked{"PartOfACompound", "강화학습을 쓴다", "학습", "강화[학습]을 쓴다"},
        Marked{"LatinBeforeParticle", "TTRL는 LLM의", "ttrl", "[TTRL]는 LLM의"},
        Marked{"Accent", "naïve György", "gyorgy", "naïve [György]"},
        Marked{"Decomposed", "nai\xCC\x88ve x", "naive", "[nai\xCC\x88ve] x"},
        Marked{"FullWidth", "Ｑｗｅｎ２．５는", "qwen2.5", "[Ｑｗｅｎ２．５]는"},
        Marked{"Ligature", "ﬁne-tuning", "fine-tuning", "[ﬁne-tuning]"},
        Marked{"Punctuated", "GPT-4o, gpt 4o", "GPT4o", "[GPT-4o], [gpt] [4o]"},
        Marked{"Plural", "LLMs and LLM", "LLM", "[LLMs] and [LLM]"},
        Marked{"NotInsideAWord", "화학과 강화학습", "화학", "[화학]과 강화학습"},
        Marked{"Nothing", "강화학습", "비전", "강화학습"},
        Marked{"EmptyText", "", "비전", ""}, Marked{"NoWords", "강화학습", "", "강화학습"}),
    testing::row_name<Marked>);

TEST(HighlightTest, MarksWordsThatBeginSo) {
  const Words words("", {"quant"});
  Analyzer analyzer;
  const std::string text = "Quantization of quantized aquantum";
  EXPECT_EQ(marked(text, highlight(text, words.highlighter(), analyzer)),
            "[Quantization] of [quantized] aquantum");
}

// Whatever the text: in order, apart, and never through a character.
TEST(HighlightTest, IsSoundForRandomTexts) {
  std::mt19937 random(20250423);
  Analyzer analyzer;
  const Words words("강화학습 LLM gpt-4o qwen2.5 naive gyorgy 모델 10,000 1 2 x2 机器学习",
                    {"f", "강"});
  std::size_t found = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = testing::random_text(random, round % 2 == 0);
    const auto boundaries = testing::code_point_boundaries(text);
    std::size_t end = 0;
    for (const ByteRange range : highlight(text, words.highlighter(), analyzer)) {
      ++found;
      ASSERT_LT(range.begin, range.end) << text;
      ASSERT_TRUE(range.begin > end || end == 0) << text;
      ASSERT_TRUE(boundaries.contains(range.begin) && boundaries.contains(range.end))
          << text;
      end = range.end;
    }
  }
  EXPECT_GT(found, 1000U);
}

TEST(SnippetTest, ChoosesTheSentenceThatHoldsMost) {
  const Paper paper =
      paper_of({{"What's New", "모델은 크다. 강화학습으로 모델을 만든다. 끝이다."}});
  EXPECT_EQ(snippets(paper, "강화학습 모델", {1, 240, {}}),
            std::vector<std::string>{"What's New: [강화학습]으로 [모델]을 만든다."});
}

TEST(SnippetTest, ASecondSaysSomethingNew) {
  const Paper paper =
      paper_of({{"A", "환각을 줄인다. 환각을 또 줄인다."}, {"B", "검색을 쓴다."}});
  EXPECT_EQ(snippets(paper, "환각 검색"),
            (std::vector<std::string>{"A: [환각]을 줄인다.", "B: [검색]을 쓴다."}));
}

TEST(SnippetTest, StandInTheOrderOfTheSections) {
  const Paper paper = paper_of({{"A", "환각이다."}, {"B", "검색과 모델이다."}});
  const std::vector<std::string> found = snippets(paper, "환각 모델 검색");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].substr(0, 2), "A:");
  EXPECT_EQ(found[1].substr(0, 2), "B:");
}

TEST(SnippetTest, SameSentenceOnlyOnce) {
  const Paper paper = paper_of({{"A", "환각을 줄인다."}, {"B", "환각을 줄인다."}});
  EXPECT_EQ(snippets(paper, "환각").size(), 1U);
}

TEST(SnippetTest, BeginsWithTheFirstSectionWhereNothingMatches) {
  const Paper paper = paper_of({{"A", "첫 문장이다. 둘째 문장이다."}, {"B", "셋째."}});
  EXPECT_EQ(snippets(paper, "환각"), std::vector<std::string>{"A: 첫 문장이다."});
}

TEST(SnippetTest, LooksOnlyIntoTheFieldsAskedFor) {
  const Paper paper = paper_of({{"What's New", "환각이다."}, {"Abstract", "환각 아님."}});
  EXPECT_EQ(snippets(paper, "환각", {2, 240, {Field::kAbstract}}),
            std::vector<std::string>{"Abstract: [환각] 아님."});
  EXPECT_TRUE(snippets(paper, "환각", {2, 240, {Field::kTitle}}).empty());
}

TEST(SnippetTest, NoneOfNothing) {
  EXPECT_TRUE(snippets(paper_of({{"A", "환각이다."}}), "환각", {0, 240, {}}).empty());
  EXPECT_TRUE(snippets(paper_of({}), "환각").empty());
  EXPECT_TRUE(snippets(paper_of({{"A", ""}, {"B", " \n "}}), "환각").empty());
}

TEST(SnippetTest, EachLineIsASentence) {
  const Paper paper = paper_of({{"", "첫 줄\n환각 줄\n셋째 줄"}});
  EXPECT_EQ(snippets(paper, "환각"), std::vector<std::string>{": [환각] 줄"});
}

// A snippet is one line, also of texts from other systems.
TEST(SnippetTest, EndsAtAnyLineEnd) {
  for (const std::string end : {"\n", "\r\n", "\r", "\n\t", "\f"}) {
    EXPECT_EQ(snippets(paper_of({{"", "첫 줄" + end + "환각 줄" + end + "끝"}}), "환각"),
              std::vector<std::string>{": [환각] 줄"});
  }
}

TEST(SnippetTest, CutsALongSentenceBetweenWords) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "앞말 ";
  text += "환각을 줄이는 ";
  for (int i = 0; i < 50; ++i) text += "뒷말 ";
  const std::vector<std::string> found =
      snippets(paper_of({{"", text + "끝."}}), "환각", {1, 30, {}});
  EXPECT_EQ(found, std::vector<std::string>{
                       ": …앞말 앞말 [환각]을 줄이는 뒷말 뒷말 뒷말 뒷말 뒷말…"});
}

TEST(SnippetTest, CutsAWordThatIsLongerThanTheSnippet) {
  const std::string word(1000, 'x');
  const std::vector<std::string> found = snippets(paper_of({{"", word}}), "", {1, 20, {}});
  EXPECT_EQ(found, std::vector<std::string>{": " + std::string(18, 'x') + "…"});
}

TEST(SnippetTest, ChoosesTheDensestPartOfALongSentence) {
  std::string text;
  for (int i = 0; i < 200; ++i)
    text += i == 20 || i == 100 || i == 102 ? "환각을 " : "앞말 ";
  const std::vector<std::string> found =
      snippets(paper_of({{"", text}}), "환각", {1, 30, {}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].find("[환각]을 앞말 [환각]을"), std::string::npos) << found[0];
}

// A quarter of a megabyte without a full stop, every third word of it a match.
TEST(SnippetTest, SurvivesAnEndlessSentence) {
  std::string text;
  for (int i = 0; text.size() < (1 << 18); ++i) text += i % 3 == 0 ? "환각을 " : "word ";
  for (const std::size_t length : {20U, 240U, 10'000U}) {
    const std::vector<std::string> found =
        snippets(paper_of({{"", text}}), "환각", {2, length, {}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].find(": [환각]을 word"), 0U) << found[0].substr(0, 100);
  }
}

// Of a section that is larger than any digest only the beginning is looked at.
TEST(SnippetTest, LooksAtTheBeginningOfAHugeSection) {
  std::string text = "첫 문장이다. 환각이다. ";
  while (text.size() < (1 << 20)) text += "뷁뷁뷁 ";
  EXPECT_EQ(snippets(paper_of({{"", text + "검색이다."}}), "환각"),
            std::vector<std::string>{": [환각]이다."});
  EXPECT_EQ(snippets(paper_of({{"", text + "검색이다."}}), "검색"),
            std::vector<std::string>{": 첫 문장이다."});
}

// Whatever the text and the length: a passage of it, not longer, with sound highlights.
TEST(SnippetTest, IsSoundForRandomTexts) {
  std::mt19937 random(20250423);
  const Words words("강화학습 LLM gpt-4o 모델", {"f"});
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 4; ++i) text += testing::random_text(random, false) + ". ";
    const SnippetOptions options{2, 1 + random() % 60, {}};
    for (const Snippet& snippet : words.snippets(paper_of({{"", text}}), options)) {
      ASSERT_LE(code_points(snippet.text), options.length) << text;
      std::string_view passage = snippet.text;
      constexpr std::string_view kEllipsis = "…";
      if (text.find(passage) == std::string::npos) {
        if (passage.starts_with(kEllipsis)) passage.remove_prefix(kEllipsis.size());
        if (text.find(passage) == std::string::npos)
          passage.remove_suffix(kEllipsis.size());
        ASSERT_NE(text.find(passage), std::string::npos) << snippet.text << "\n" << text;
      }
      const auto boundaries = testing::code_point_boundaries(snippet.text);
      std::size_t end = 0;
      for (const ByteRange range : snippet.highlights) {
        ASSERT_LT(range.begin, range.end);
        ASSERT_GE(range.begin, end);
        ASSERT_TRUE(boundaries.contains(range.begin) && boundaries.contains(range.end))
            << text;
        end = range.end;
      }
    }
  }
}

}  // namespace
}  // namespace papersearch
