// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/error.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>

namespace papersearch {
namespace {

constexpr ErrorCode kCodes[] = {
    ErrorCode::kInvalidArgument, ErrorCode::kQuerySyntax, ErrorCode::kNotFound,
    ErrorCode::kIndexMissing,    ErrorCode::kIndexLocked, ErrorCode::kIndexCorrupt,
    ErrorCode::kIndexVersion,    ErrorCode::kNoSpace,     ErrorCode::kIo,
    ErrorCode::kCancelled,       ErrorCode::kInternal,    ErrorCode::kUnavailable,
};

// Names of codes stand in JSON: each its own, lower case, and never to change.
TEST(ErrorTest, CodesHaveStableNames) {
  std::set<std::string> names;
  for (const ErrorCode code : kCodes) {
    const std::string name = error_code_name(code);
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string::npos)
        << name;
  }
  EXPECT_STREQ(error_code_name(ErrorCode::kQuerySyntax), "query-syntax");
  EXPECT_STREQ(error_code_name(ErrorCode::kIndexMissing), "index-missing");
  EXPECT_STREQ(error_code_name(ErrorCode::kIndexLocked), "index-locked");
}

TEST(ErrorTest, KeepsItsRange) {
  const Error with(ErrorCode::kQuerySyntax, "bad", {3, 5});
  ASSERT_TRUE(with.range().has_value());
  EXPECT_EQ(*with.range(), (ByteRange{3, 5}));
  EXPECT_NE(*with.range(), (ByteRange{3, 6}));
  EXPECT_FALSE(Error(ErrorCode::kIo, "bad").range().has_value());
}

// Messages quote paths, dates and queries: none of them writes to the terminal by itself.
TEST(ErrorTest, HasAMessageOfOneLine) {
  EXPECT_EQ(Error(ErrorCode::kIo, "a\nb\x1B[31m\xFF").message(), "a b[31m\xEF\xBF\xBD");
  EXPECT_EQ(Error(ErrorCode::kQuerySyntax,
                  "\xE2\x80\xAE"
                  "a",
                  {0, 1})
                .message(),
            "a");
}

TEST(ResultTest, HoldsAValueOrAnError) {
  Result<std::string> good = std::string("value");
  ASSERT_TRUE(good);
  EXPECT_EQ(*good, "value");
  EXPECT_EQ(good->size(), 5U);
  Result<std::string> bad = Error(ErrorCode::kIo, "broken");
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().code(), ErrorCode::kIo);
  EXPECT_EQ(bad.error().message(), "broken");
}

TEST(ResultTest, MovesAValueThatCannotBeCopied) {
  Result<std::unique_ptr<int>> made = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = *std::move(made);
  EXPECT_EQ(*taken, 7);
}

TEST(ResultTest, OfNothingIsGoodUnlessItFailed) {
  EXPECT_TRUE(Result<void>());
  const Result<void> bad = Error(ErrorCode::kNoSpace, "full");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code(), ErrorCode::kNoSpace);
}

// A value that is itself true or false is not taken for the outcome.
TEST(ResultTest, OfFalseIsNoFailure) {
  const Result<bool> result = false;
  EXPECT_TRUE(result.has_value());
  EXPECT_FALSE(*result);
}

}  // namespace
}  // namespace papersearch
