// SPDX-License-Identifier: GPL-2.0-or-later
#include "suggest.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <set>

#include "random_text.h"
#include "row_name.h"
#include "small_index.h"

namespace papersearch {
namespace {

Paper voted(std::string id, std::string title, std::string text, std::int64_t votes,
            std::vector<std::string> authors) {
  Paper paper = testing::make_paper(std::move(id), std::move(title), std::move(text));
  paper.votes = votes;
  paper.authors = std::move(authors);
  return paper;
}

const Xapian::WritableDatabase& database() {
  static const Xapian::WritableDatabase all = testing::on_disk({
      voted("2504.00001", "Reinforcement Learning from Human Feedback",
            "강화학습과 보상 모델. GPT-4o reinforces.", 10,
            {"Yoav Artzi", "György Buzsáki"}),
      voted("2504.00002", "Reinforced Reasoning",
            "강화학습으로 추론. Reinforcement learning.", 90, {"Yoav Goldberg"}),
      voted("2504.00003", "강화 학습 기반 에이전트", "강건한 reward model", 50,
            {"김강수", "Yoav Artzi"}),
  });
  return all;
}

// "term:강화학습=2 author:Yoav Artzi=2"
std::string suggestions(std::string_view text, std::size_t limit = 10) {
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> user;
  const Glossary glossary(database(), user);
  std::string out;
  for (const Suggestion& suggestion :
       suggest(database(), analyzer, glossary, text, limit)) {
    out += out.empty() ? "" : " | ";
    out += suggestion.kind == Suggestion::Kind::kTerm     ? "term "
           : suggestion.kind == Suggestion::Kind::kAuthor ? "author "
                                                          : "title ";
    out += suggestion.text + "=" + std::to_string(suggestion.documents);
  }
  return out;
}

struct Typed {
  const char* name;
  const char* text;
  const char* suggestions;
};
void PrintTo(const Typed& typed, std::ostream* out) { *out << typed.text; }

class SuggestTest : public ::testing::TestWithParam<Typed> {};

TEST_P(SuggestTest, CompletesWhatWasTyped) {
  EXPECT_EQ(suggestions(GetParam().text), GetParam().suggestions);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, SuggestTest,
    ::testing::Values(
        // Whole words, of each stem one, most frequent first; the most voted title first.
        Typed{"Latin", "reinf",
              "term reinforcement=2 | term reinforcement learning=2 | term 강화 학습=3 | "
              "term reinforcement learning from human feedback=1 | "
              "title Reinforced Reasoning=1 | title Reinforcement Learning from Human "
              "Feedback=1"},
        Typed{"Capitals", "REW",
              "term reward=1 | term 보상=1 | term reward model=1 | term 보상 모델=1"},
        Typed{"Korean", "강화",
              "term 강화학습=3 | term reinforcement learning=2 | title 강화 학습 기반 "
              "에이전트=1"},
        Typed{"SecondWord", "human feed",
              "term human feedback=1 | title Reinforcement Learning from Human Feedback=1"},
        Typed{"KeepsWhatStandsBefore", "\"Human  feed",
              "term \"Human  feedback=1 | title Reinforcement Learning from Human "
              "Feedback=1"},
        // The term of a title is reinforc, shorter than what is typed.
        Typed{"BeyondTheStem", "reinforcement learnin",
              "term reinforcement learning=2 | term 강화 학습=3 | "
              "term reinforcement learning from human feedback=1 | "
              "title Reinforcement Learning from Human Feedback=1"},
        Typed{"WholeTitle", "Reinforced Reasoning", "title Reinforced Reasoning=1"},
        Typed{"InsideOfAWord", "x-human/feed", "term x-human/feedback=1"},
        Typed{"BehindAHyphen", "gpt-4", "term gpt-4o=1"},
        Typed{"Author", "artz", "author Yoav Artzi=2"},
        Typed{"AuthorsByPapers", "yoav", "author Yoav Artzi=2 | author Yoav Goldberg=1"},
        Typed{"AuthorWithoutAccents", "gyorgy buz", "author György Buzsáki=1"},
        Typed{"AuthorInEitherOrder", "artzi yo", "author Yoav Artzi=2"},
        Typed{"FirstNameOfAnother", "goldberg gyo", ""},
        Typed{"NothingBeginsSo", "zzz", ""}, Typed{"Empty", "", ""},
        Typed{"Space", "  ", ""}, Typed{"Punctuation", "+-\"(", ""}),
    testing::row_name<Typed>);

// What is typed whole is no completion of itself.
TEST(SuggestTest, DoesNotSuggestTheWordItself) {
  EXPECT_EQ(suggestions("feedback").find("term feedback="), std::string::npos);
}

TEST(SuggestTest, NeverMoreThanAskedForAndNothingTwice) {
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> user;
  const Glossary glossary(database(), user);
  for (std::size_t limit = 0; limit < 8; ++limit) {
    for (const char* text : {"re", "강", "yoav", "y", "reinforced "}) {
      const std::vector<Suggestion> found =
          suggest(database(), analyzer, glossary, text, limit);
      EXPECT_LE(found.size(), limit);
      std::set<std::string> texts;
      for (const Suggestion& suggestion : found)
        EXPECT_TRUE(texts.insert(suggestion.text).second);
    }
  }
}

// Kinds stand in a fixed order and leave room for one another.
TEST(SuggestTest, TermsThenAuthorsThenTitles) {
  EXPECT_EQ(suggestions("re", 3),
            "term reinforcement=2 | term reasoning=1 | title Reinforced Reasoning=1");
}

TEST(SuggestTest, SurvivesRandomTexts) {
  Analyzer analyzer;
  const std::list<OwnedGlossaryTable> user;
  const Glossary glossary(database(), user);
  std::mt19937 random(20250423);
  for (int round = 0; round < 300; ++round) {
    std::string text = testing::random_text(random, true);
    if (round % 3 == 0) text += std::string(5'000, 'x');
    for (const Suggestion& suggestion : suggest(database(), analyzer, glossary, text, 5)) {
      EXPECT_FALSE(suggestion.text.empty());
      EXPECT_GT(suggestion.documents, 0U);
    }
  }
}

}  // namespace
}  // namespace papersearch
