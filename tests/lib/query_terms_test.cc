// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_terms.h"

#include <gtest/gtest.h>

#include "query_parser.h"
#include "small_index.h"

namespace papersearch {
namespace {

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

Result<void> check(const std::string& query) {
  Analyzer analyzer;
  return check_terms(testing::require(parse_query(query)), analyzer);
}

TEST(QueryTermsTest, TakesWhatPeopleAsk) {
  EXPECT_TRUE(check(""));
  EXPECT_TRUE(check("강화학습 reasoning \"reward model\" title:gpt-4o"));
  // A page of Korean, pasted.
  EXPECT_TRUE(check(repeat("강화학습으로 모델을 만든다. ", 90)));
  EXPECT_TRUE(check(repeat("word ", 1000)));
}

// What is written as one word is counted by what it stands for.
TEST(QueryTermsTest, CountsThePartsOfAWord) {
  for (const std::string& query : {repeat("ab/", 1025), repeat("뷁", 1100),
                                   repeat("机", 1100), "\"" + repeat("a ", 1025) + "\""}) {
    const Result<void> checked = check(query);
    ASSERT_FALSE(checked) << query.substr(0, 20);
    EXPECT_EQ(checked.error().code(), ErrorCode::kQuerySyntax);
    EXPECT_EQ(checked.error().range(), (ByteRange{0, query.size()}));
  }
}

TEST(QueryTermsTest, PointsAtTheWordThatIsOneTooMany) {
  const std::string query = "first (title:second " + repeat("ab/", 1020) + " x) last";
  const Result<void> checked = check(query);
  EXPECT_TRUE(checked);
  const Result<void> more = check(
      repeat("abc/", 1000) +
      " de/fg/hi/jk (kl/mn/op/qr/st/uv/wx/yz/ab/cd/ef/gh/ij/kl/mn/op/qr/st/uv/wx/yz/ab)");
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().range()->begin, 4000U + 2 + 11 + 1);
}

}  // namespace
}  // namespace papersearch
