// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_breaker.h"

#include <gtest/gtest.h>

#include "analyzer.h"
#include "random_text.h"

namespace papersearch {
namespace {

using Policy = WordBreaker::Policy;

std::vector<std::string> described(const std::vector<Token>& tokens) {
  std::vector<std::string> out;
  for (const Token& token : tokens) {
    out.push_back(token.term + " " + std::to_string(token.position) + " " +
                  std::to_string(token.group) + " " + std::to_string(token.source.begin) +
                  "-" + std::to_string(token.source.end));
  }
  return out;
}

// Protects the short cut past ICU: it must not change a single token.
void expect_same_tokens(std::string_view text) {
  Analyzer fast;
  Analyzer thorough(Policy::kIcuEverywhere);
  std::vector<Token> tokens;
  fast.analyze(text, tokens);
  const std::vector<std::string> given = described(tokens);
  thorough.analyze(text, tokens);
  EXPECT_EQ(given, described(tokens)) << text;
}

class SameTokens : public ::testing::TestWithParam<const char*> {};

TEST_P(SameTokens, WithAndWithoutIcu) { expect_same_tokens(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    WordBreaker, SameTokens,
    ::testing::Values("GPT-4o와 Qwen2.5-72B, C++ and C#",
                      "it's the '90s: 1,000.5 points (3.5x)",
                      "e.g. U.S. vs. a.b.c, 5's and x's", "text_to_speech/text‑to‑speech",
                      "强化学習とは 강화학습 ด้วยการเรียนรู้",
                      "π₀ αβ-divergence of Ш-operators", "“따옴표” 안의 말…그리고·점",
                      "🙂emoji👩‍🚀 mixed가나다", "", "   ", "...!?"));

TEST(WordBreaker, GivesTheSameTokensForAnyText) {
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) expect_same_tokens(testing::random_text(random, true));
}

TEST(WordBreaker, TakesWordsOfHanApart) {
  WordBreaker breaker(Policy::kIcuWhereItMatters);
  std::vector<WordBreaker::Span> spans;
  breaker.spans(u"強化学習の研究 model", spans);
  EXPECT_GT(spans.size(), 3U);
  EXPECT_EQ(spans.back().end, 13U);
}

}  // namespace
}  // namespace papersearch
