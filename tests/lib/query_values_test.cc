// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_values.h"

#include <gtest/gtest.h>

#include <ostream>

#include "query_parser.h"
#include "row_name.h"
#include "schema.h"

namespace papersearch {
namespace {

struct Value {
  const char* name;
  const char* field;
  const char* value;
  const char* node;  // its description; nullptr: an error
};
void PrintTo(const Value& value, std::ostream* out) {
  *out << value.field << ':' << value.value;
}

class QueryValueTest : public ::testing::TestWithParam<Value> {};

TEST_P(QueryValueTest, IsReadOrRefused) {
  const Result<QueryNode> node = value_node(GetParam().field, GetParam().value, {2, 9});
  if (GetParam().node != nullptr) {
    ASSERT_TRUE(node) << node.error().message();
    EXPECT_EQ(node->description(), GetParam().node);
    return;
  }
  ASSERT_FALSE(node) << node->description();
  EXPECT_EQ(node.error().code(), ErrorCode::kQuerySyntax);
  EXPECT_EQ(node.error().range(), (ByteRange{2, 9}));
  // The message quotes the value: a person sees what was wrong.
  EXPECT_NE(node.error().message().find(GetParam().value), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Dates, QueryValueTest,
    ::testing::Values(Value{"Year", "date", "2025", "date:2025..2025"},
                      Value{"Month", "date", "2025-04", "date:2025-04..2025-04"},
                      Value{"Day", "date", "2025-04-23", "date:2025-04-23..2025-04-23"},
                      Value{"Mixed", "date", "2024..2025-04-23", "date:2024..2025-04-23"},
                      Value{"SameMonth", "date", "2025-04-23..2025-04",
                            "date:2025-04-23..2025-04"},
                      Value{"Open", "date", "2025-04..", "date:2025-04.."},
                      Value{"OpenBefore", "date", "..2025", "date:..2025"},
                      Value{"NoDay", "date", "2025-02-30", nullptr},
                      Value{"NoMonth", "date", "2025-13", nullptr},
                      Value{"ShortYear", "date", "25", nullptr},
                      Value{"Backwards", "date", "2025..2024", nullptr},
                      Value{"BackwardsInAMonth", "date", "2025-04-23..2025-04-22", nullptr},
                      Value{"OneDot", "date", "2024.2025", nullptr},
                      Value{"Nothing", "date", "..", nullptr}),
    testing::row_name<Value>);

INSTANTIATE_TEST_SUITE_P(
    Votes, QueryValueTest,
    ::testing::Values(Value{"Zero", "votes", "0", "votes:0..0"},
                      Value{"AtLeast", "votes", "20..", "votes:20.."},
                      Value{"AtMost", "votes", "..20", "votes:0..20"},
                      Value{"Negative", "votes", "-5", nullptr},
                      Value{"Sign", "votes", "+5", nullptr},
                      Value{"Unit", "votes", "20x", nullptr},
                      Value{"Space", "votes", "2 0", nullptr},
                      Value{"TooLarge", "votes", "9223372036854775808", nullptr},
                      Value{"Largest", "votes", "9223372036854775807",
                            "votes:9223372036854775807..9223372036854775807"}),
    testing::row_name<Value>);

INSTANTIATE_TEST_SUITE_P(
    Others, QueryValueTest,
    ::testing::Values(Value{"Id", "id", "2504.16084v3", "id:2504.16084"},
                      Value{"IdAddress", "id", "https://arxiv.org/abs/2504.16084",
                            "id:2504.16084"},
                      Value{"OwnId", "id", "report-7", "id:report-7"},
                      Value{"NoId", "id", "mamba", nullptr}),
    testing::row_name<Value>);

TEST(QueryFieldTest, NamesAreThoseOfTheLanguage) {
  for (const char* name : {"title", "new", "technical", "performance", "abstract", "other",
                           "author", "id", "date", "votes"}) {
    EXPECT_TRUE(is_query_field(name)) << name;
  }
  for (const char* name : {"", "Title", "titles", "https", "section"}) {
    EXPECT_FALSE(is_query_field(name)) << name;
  }
  EXPECT_EQ(text_field_named("new"), Field::kNew);
  EXPECT_EQ(text_field_named("author"), std::nullopt);
  EXPECT_EQ(text_field_named("date"), std::nullopt);
}

TEST(DatePrefixTest, IsAYearMonthOrDayThatExists) {
  for (const char* good : {"2025", "2025-04", "2025-04-30", "2024-02-29"})
    EXPECT_TRUE(is_date_prefix(good)) << good;
  for (const char* bad : {"", "202", "20250", "2025-", "2025-4", "2025-00", "2025-04-31",
                          "2025-04-23T", "abcd"}) {
    EXPECT_FALSE(is_date_prefix(bad)) << bad;
  }
}

}  // namespace
}  // namespace papersearch
