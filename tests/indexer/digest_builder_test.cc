// SPDX-License-Identifier: GPL-2.0-or-later
#include "digest_builder.h"

#include <gmock/gmock.h>

#include <ostream>
#include <string>
#include <vector>

#include "lib/row_name.h"

namespace papersearch {
namespace {

struct AuthorsCase {
  const char* name;
  std::string list;
  std::vector<std::string> authors;
};
void PrintTo(const AuthorsCase& row, std::ostream* out) { *out << row.list; }

class AuthorsTest : public ::testing::TestWithParam<AuthorsCase> {};

TEST_P(AuthorsTest, AreReadAsNames) {
  EXPECT_EQ(parse_authors(GetParam().list), GetParam().authors);
}

INSTANTIATE_TEST_SUITE_P(
    Plain, AuthorsTest,
    ::testing::Values(
        AuthorsCase{"None", "", {}}, AuthorsCase{"Blank", " \t", {}},
        AuthorsCase{"One", "Yoav Artzi", {"Yoav Artzi"}},
        AuthorsCase{"Several",
                    "Yoav Artzi, Li Sheng,Ning Ding",
                    {"Yoav Artzi", "Li Sheng", "Ning Ding"}},
        AuthorsCase{"NoNameBetween", "Yoav Artzi, , Li Sheng,", {"Yoav Artzi", "Li Sheng"}},
        AuthorsCase{"LeftOut", "Yoav Artzi, +, Li Sheng, +", {"Yoav Artzi", "Li Sheng"}},
        AuthorsCase{"Apostrophe",
                    "Kevin O'Brien, Hal Daum\u00e9 III",
                    {"Kevin O'Brien", "Hal Daum\u00e9 III"}},
        AuthorsCase{"Korean", "김철수, 이영희", {"김철수", "이영희"}}),
    testing::row_name<AuthorsCase>);

INSTANTIATE_TEST_SUITE_P(
    Bracketed, AuthorsTest,
    ::testing::Values(
        AuthorsCase{"None", "[]", {}}, AuthorsCase{"One", "['Yoav Artzi']", {"Yoav Artzi"}},
        AuthorsCase{"Several", "['Yoav Artzi', 'Li Sheng']", {"Yoav Artzi", "Li Sheng"}},
        AuthorsCase{
            "DoubleQuotes", "[\"Yoav Artzi\", \"Li Sheng\"]", {"Yoav Artzi", "Li Sheng"}},
        AuthorsCase{
            "ApostropheInside", "['A B', \"Kevin O'Brien\"]", {"A B", "Kevin O'Brien"}},
        AuthorsCase{"ApostropheInSingle",
                    "['Kevin O'Brien', 'Li Sheng']",
                    {"Kevin O'Brien", "Li Sheng"}},
        AuthorsCase{"CommaInside", "['Sheng, Li', 'A B']", {"Sheng, Li", "A B"}},
        AuthorsCase{"Spaces", "[ ' Li Sheng ' , 'A B' ]", {"Li Sheng", "A B"}},
        AuthorsCase{"EmptyName", "['', 'A B']", {"A B"}},
        AuthorsCase{"NeverEnds", "['Li Sheng', 'A B", {"Li Sheng", "A B"}},
        AuthorsCase{"Korean", "['김철수', '이영희']", {"김철수", "이영희"}}),
    testing::row_name<AuthorsCase>);

// A list that is all spaces took time by the square of its length.
TEST(AuthorsTest, LongListsAreReadInLinearTime) {
  const std::string spaces(1 << 20, ' ');
  EXPECT_THAT(parse_authors("['Li Sheng" + spaces + "x']"), ::testing::SizeIs(1));
}

}  // namespace
}  // namespace papersearch
