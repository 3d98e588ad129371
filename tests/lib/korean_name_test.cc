// SPDX-License-Identifier: GPL-2.0-or-later
#include "korean_name.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace papersearch {
namespace {

// The names in `contexts`, a paper each, as "강화 학습 3".
std::vector<std::string> names(const std::vector<std::string>& contexts,
                               std::size_t english_words = 2) {
  std::vector<KoreanContext> all;
  for (const std::string& context : contexts) {
    all.push_back({static_cast<std::uint32_t>(all.size() + 1), context, false});
  }
  std::vector<std::string> out;
  for (const KoreanName& name : korean_names(all, english_words)) {
    out.push_back(name.terms + " " + std::to_string(name.support));
  }
  std::sort(out.begin(), out.end());
  return out;
}
using Names = std::vector<std::string>;

TEST(KoreanNameTest, IsWhatPapersAgreeOn) {
  EXPECT_EQ(names({"강화 학습", "로봇 강화 학습", "강화 학습"}), Names{"강화 학습 3"});
}

TEST(KoreanNameTest, LeavesOutWordsOfTheSentence) {
  EXPECT_EQ(names({"논문 대형 언어 모델", "우리 대형 언어 모델", "대형 언어 모델",
                   "이어 나온 대형 언어 모델"},
                  3),
            Names{"대형 언어 모델 4"});
}

TEST(KoreanNameTest, MayBeMoreThanOne) {
  EXPECT_EQ(names({"대형 언어 모델", "대형 언어 모델", "대형 언어 모델", "대규모 언어 모델",
                   "대규모 언어 모델", "대규모 언어 모델"},
                  3),
            (Names{"대규모 언어 모델 3", "대형 언어 모델 3"}));
}

// Every paper has something before the end that belongs to the name.
TEST(KoreanNameTest, IsNotTheEndOfALongerOne) {
  EXPECT_EQ(names({"신경 복사 필드", "뉴럴 래디언스 필드", "방사 필드", "신경망 필드"}, 3),
            Names{});
}

// Of few terms, against many English words, it must stand alone more often.
TEST(KoreanNameTest, ShortOnesAreSuspect) {
  const Names contexts = {"적응", "저랭크 적응", "낮은 순위 적응", "낮은 차원 적응",
                          "저계수 적응"};
  EXPECT_EQ(names(contexts, 3), Names{});
  EXPECT_EQ(names(contexts, 1), Names{"적응 5"});
}

TEST(KoreanNameTest, NeedsSupport) {
  EXPECT_EQ(names({"강화 학습"}), Names{});
  // Of two papers, both.
  EXPECT_EQ(names({"강화 학습", "강화 학습"}), Names{"강화 학습 2"});
  EXPECT_EQ(names({"강화 학습", "강화 학습", "보강 방식", "증강 수업"}), Names{});
}

TEST(KoreanNameTest, QuotesTellWhereItBegins) {
  std::vector<KoreanContext> all;
  for (std::uint32_t paper = 1; paper <= 3; ++paper)
    all.push_back({paper, "깊은 강화 학습", true});
  const std::vector<KoreanName> found = korean_names(all, 2);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], (KoreanName{"깊은 강화 학습", 3}));
}

TEST(KoreanNameTest, CountsAPaperOnce) {
  const std::vector<KoreanContext> same = {
      {1, "강화 학습", false}, {1, "강화 학습", false}, {1, "깊은 강화 학습", false}};
  EXPECT_TRUE(korean_names(same, 2).empty());
}

TEST(KoreanNameTest, OfNothingIsNothing) { EXPECT_TRUE(korean_names({}, 0).empty()); }

}  // namespace
}  // namespace papersearch
