// SPDX-License-Identifier: GPL-2.0-or-later
#include "glossary_learner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "gloss.h"

namespace papersearch {
namespace {

using Papers = std::vector<std::string>;

std::string glosses_of(const std::string& text) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::vector<Gloss> glosses;
  find_glosses(text, tokens, glosses);
  return encode_glosses(glosses);
}

LearnedGlossary learn(const Papers& papers, std::uint32_t frequency = 10) {
  GlossaryLearner learner;
  for (const std::string& paper : papers) learner.add_paper(glosses_of(paper));
  return learner.learn([&](std::string_view) { return frequency; });
}

// The other names of `key`, "reinforcement learning 3".
Papers names(const LearnedGlossary& glossary, const std::string& key) {
  Papers out;
  const auto found = glossary.find(key);
  if (found == glossary.end()) return out;
  for (const LearnedName& name : found->second) {
    out.push_back(name.text + " " + std::to_string(name.support));
  }
  return out;
}

TEST(GlossaryLearnerTest, LearnsBothDirections) {
  const LearnedGlossary glossary =
      learn({"강화 학습(Reinforcement Learning)", "Reinforcement Learning(강화 학습)",
             "새로운 강화학습(reinforcement learning)"});
  EXPECT_EQ(names(glossary, "강화학습"), Papers{"reinforcement learning 3"});
  EXPECT_EQ(names(glossary, "reinforc learn"), Papers{"강화 학습 3"});
}

TEST(GlossaryLearnerTest, TiesAbbreviationsToBoth) {
  const LearnedGlossary glossary =
      learn({"강화 학습(Reinforcement Learning; RL)", "강화 학습(RL)",
             "We use Reinforcement Learning (RL)", "reinforcement learning (RL) again",
             "강화 학습(Reinforcement Learning)"});
  EXPECT_EQ(names(glossary, "강화학습"), (Papers{"RL 3", "reinforcement learning 3"}));
  EXPECT_EQ(names(glossary, "rl"), (Papers{"reinforcement learning 3", "강화 학습 3"}));
  EXPECT_EQ(names(glossary, "reinforc learn"), (Papers{"RL 3", "강화 학습 3"}));
}

TEST(GlossaryLearnerTest, SingularAndPluralAreOne) {
  const LearnedGlossary glossary =
      learn({"언어 모델(language model)", "언어 모델(language models)",
             "언어 모델(Language Models)"});
  EXPECT_EQ(names(glossary, "언어모델"), Papers{"language models 3"});
}

TEST(GlossaryLearnerTest, AnAbbreviationOfTwoThingsMeansNeither) {
  const LearnedGlossary glossary =
      learn({"automatic speech recognition (ASR)", "Automatic Speech Recognition (ASR)",
             "automatic speech recognition (ASR)", "attack success rate (ASR)",
             "Attack Success Rate (ASR)", "attack success rate (ASR)"});
  EXPECT_TRUE(glossary.empty());
}

TEST(GlossaryLearnerTest, AnAbbreviationThatIsRatherAWordMeansNothing) {
  const Papers papers(3, "the mean average precision (mAP)");
  EXPECT_EQ(names(learn(papers), "map"), Papers{"mean average precision 3"});
  EXPECT_TRUE(learn(papers, 1'000).empty());
  // A stop word never is one.
  EXPECT_TRUE(learn(Papers(3, "instruction tuning (IT)")).empty());
}

// 모델 and 생성 stand at the end of many names.
TEST(GlossaryLearnerTest, AWordThatIsGlossedWithManyThingsMeansNone) {
  Papers papers(3, "모델(autoregressive model)");
  for (const char* kind :
       {"diffusion", "reward", "world", "language", "teacher", "draft", "vision"}) {
    papers.push_back(std::string("모델(") + kind + " model)");
    papers.push_back(std::string("큰 모델(") + kind + " model)");
  }
  EXPECT_TRUE(names(learn(papers), "모델").empty());
}

// Each of them loses the name, whichever is looked at first, and however long the name is.
TEST(GlossaryLearnerTest, AVagueNameIsNoNameOfAnyOfItsThings) {
  for (const std::string vague : {"모델", "대규모 사전학습 생성 모델"}) {
    Papers papers;
    for (const char* kind :
         {"diffusion", "reward", "world", "language", "teacher", "draft", "vision"}) {
      for (int i = 0; i < 3; ++i) papers.push_back(vague + '(' + kind + " model)");
    }
    EXPECT_TRUE(learn(papers).empty()) << vague;
  }
}

TEST(GlossaryLearnerTest, OnePaperIsNoSupport) {
  EXPECT_TRUE(
      learn({"강화 학습(Reinforcement Learning; RL), 강화 학습(Reinforcement Learning)"})
          .empty());
}

TEST(GlossaryLearnerTest, TheOrderOfPapersDoesNotMatter) {
  Papers papers;
  for (int i = 0; i < 6; ++i) {
    papers.push_back(
        "논문 강화 학습(Reinforcement Learning; RL)과 언어 모델(language model)");
    papers.push_back("Reinforcement Learnings (RL), 보상 모델(reward models)");
    papers.push_back(
        "언어 모델(LM), language models (LM), 보강 학습(RL), 보상 모델(Reward Model)");
  }
  const LearnedGlossary expected = learn(papers);
  ASSERT_FALSE(expected.empty());
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(papers.begin(), papers.end(), random);
    EXPECT_EQ(learn(papers), expected);
  }
}

TEST(GlossaryLearnerTest, DamagedGlossesDoNoHarm) {
  GlossaryLearner learner;
  for (int i = 0; i < 20; ++i) {
    learner.add_paper("\t\t\n");
    learner.add_paper(" = \t  \tRL\n");
    learner.add_paper("a  b\t  \t\n");
    learner.add_paper("강화\t\t\n");
    learner.add_paper("\xFF\xFF\t\xFF \x80\t\xFF\n");
  }
  EXPECT_TRUE(learner.learn([](std::string_view) { return 1U; }).empty());
}

TEST(GlossaryLearnerTest, OfNothingIsNothing) { EXPECT_TRUE(learn({}).empty()); }

}  // namespace
}  // namespace papersearch
