// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_parser.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

#include "random_text.h"
#include "row_name.h"

namespace papersearch {
namespace {

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

struct Query {
  const char* name;
  std::string text;
  std::string tree;  // as QueryNode::description() writes it
};
void PrintTo(const Query& query, std::ostream* out) { *out << query.text; }

class QueryParserTest : public ::testing::TestWithParam<Query> {};

TEST_P(QueryParserTest, UnderstandsTheQuery) {
  const Result<QueryNode> query = parse_query(GetParam().text);
  ASSERT_TRUE(query) << query.error().message();
  EXPECT_EQ(query->description(), GetParam().tree);
}

INSTANTIATE_TEST_SUITE_P(
    Grammar, QueryParserTest,
    ::testing::Values(
        Query{"Empty", "", "(seq)"}, Query{"Spaces", " \n ", "(seq)"},
        Query{"Words", "강화학습 reasoning", "(seq 강화학습 reasoning)"},
        Query{"Phrase", "\"reward model\" x", "(seq \"reward model\" x)"},
        Query{"MustAndMustNot", "+LLM -survey x", "(seq +LLM -survey x)"},
        Query{"Not", "a NOT b", "(seq a -b)"}, Query{"NotNot", "NOT NOT a", "(seq a)"},
        Query{"NotMinus", "NOT -a", "(seq a)"},
        Query{"MinusPhrase", "-\"a b\"", "(seq -\"a b\")"},
        Query{"And", "a AND b AND c", "(seq (and a b c))"},
        Query{"Or", "a OR b OR c", "(seq (or a b c))"},
        Query{"AndBeforeOr", "a AND b OR c AND d", "(seq (or (and a b) (and c d)))"},
        Query{"AndNot", "(vision OR image) AND NOT 3d",
              "(seq (and (or vision image) -3d))"},
        Query{"SequenceOfChains", "a OR b c AND d", "(seq (or a b) (and c d))"},
        Query{"Group", "a (b c)", "(seq a (seq b c))"},
        Query{"GroupOfOne", "((a))", "(seq a)"},
        Query{"GroupOfOneFilter", "(date:2025) (+a)", "(seq +date:2025..2025 +a)"},
        Query{"GroupOfOneNegation", "(-a) b", "(seq (seq -a) b)"},
        Query{"NotGroup", "a -(b c)", "(seq a -(seq b c))"},
        Query{"MustGroup", "+(b c)", "(seq +(seq b c))"},
        Query{"Prefix", "quantiz* -gpt*", "(seq quantiz* -gpt*)"},
        Query{"Field", "title:mamba", "(seq +title:mamba)"},
        Query{"FieldPhrase", "title:\"a b\"", "(seq +title:\"a b\")"},
        Query{"FieldPrefix", "new:quant*", "(seq +new:quant*)"},
        Query{"FieldGroup", "title:(a \"b c\" d*)",
              "(seq +(seq title:a title:\"b c\" title:d*))"},
        Query{"FieldNot", "-title:mamba", "(seq -title:mamba)"},
        Query{"FieldMinus", "title:-mamba x", "(seq -title:mamba x)"},
        Query{"FieldPlus", "title:+mamba x", "(seq +title:mamba x)"},
        Query{"FieldInAGroupOfAnother", "title:(a new:b)", "(seq +(seq title:a +new:b))"},
        Query{"AllFields", "title:a new:b technical:c performance:d abstract:e other:f",
              "(seq +title:a +new:b +technical:c +performance:d +abstract:e +other:f)"},
        Query{"Author", "author:Artzi", "(seq +author:\"Artzi\")"},
        Query{"AuthorPhrase", "author:\"Yoav Artzi\"", "(seq +author:\"Yoav Artzi\")"},
        Query{"AuthorGroup", "author:(Artzi OR Hinton)",
              "(seq +(or author:\"Artzi\" author:\"Hinton\"))"},
        Query{"AuthorBeginning", "author:art*", "(seq +author:\"art*\")"},
        Query{"AuthorBeginningOfOneLetter", "author:A*", "(seq +author:\"A*\")"},
        Query{"AuthorBeginningInQuotes", "author:\"Yoav A*\"", "(seq +author:\"Yoav A*\")"},
        Query{"AuthorBeginnings", "author:(art* -hin*)",
              "(seq +(seq author:\"art*\" -author:\"hin*\"))"},
        Query{"NotAuthor", "-author:Artzi", "(seq -author:\"Artzi\")"},
        Query{"AuthorMinus", "author:-Artzi", "(seq -author:\"Artzi\")"},
        Query{"Id", "id:arXiv:2504.16084v2", "(seq +id:2504.16084)"},
        Query{"Month", "date:2025-04", "(seq +date:2025-04..2025-04)"},
        Query{"Dates", "date:2025-01..2025-03", "(seq +date:2025-01..2025-03)"},
        Query{"DatesFrom", "date:2025..", "(seq +date:2025..)"},
        Query{"DatesUntil", "date:..2025-04-23", "(seq +date:..2025-04-23)"},
        Query{"Votes", "votes:20..", "(seq +votes:20..)"},
        Query{"VotesExactly", "votes:0", "(seq +votes:0..0)"},
        Query{"VotesSpan", "votes:5..10", "(seq +votes:5..10)"},
        Query{"VotesUntil", "votes:..9", "(seq +votes:0..9)"}),
    testing::row_name<Query>);

// What is clearly meant is understood.
INSTANTIATE_TEST_SUITE_P(
    Forgiving, QueryParserTest,
    ::testing::Values(
        Query{"UnclosedQuote", "a \"b c", "(seq a \"b c\")"},
        Query{"UnclosedGroup", "a (b (c", "(seq a (seq b c))"},
        Query{"TooManyClosed", "a) b)) c", "(seq a b c)"},
        Query{"EmptyGroup", "a () b", "(seq a b)"}, Query{"LoneAnd", "AND", "(seq AND)"},
        Query{"LoneOr", "OR", "(seq OR)"}, Query{"LoneNot", "NOT", "(seq NOT)"},
        Query{"LoneMinus", "-", "(seq -)"}, Query{"LonePlus", "+ a", "(seq + a)"},
        Query{"AndAtTheStart", "AND a", "(seq AND a)"},
        Query{"OrAtTheEnd", "a OR", "(seq a OR)"},
        Query{"AndInAGroup", "(AND)", "(seq AND)"},
        Query{"TwoOperators", "a AND OR b", "(seq a (or AND b))"},
        Query{"FieldWithoutValue", "title: a", "(seq title: a)"},
        Query{"EmptyPhrase", "\"\" a", "(seq \"\" a)"},
        Query{"UnknownField", "colour:red", "(seq colour:red)"},
        Query{"SearchAlgorithm", "A* search", "(seq A* search)"}),
    testing::row_name<Query>);

struct BadQuery {
  const char* name;
  std::string text;
  ByteRange range;
};
void PrintTo(const BadQuery& query, std::ostream* out) { *out << query.name; }

class BadQueryTest : public ::testing::TestWithParam<BadQuery> {};

// What cannot be understood is an error that points at the place.
void expect_refused(const std::string& text, const ByteRange& range) {
  const Result<QueryNode> query = parse_query(text);
  ASSERT_FALSE(query) << query->description();
  EXPECT_EQ(query.error().code(), ErrorCode::kQuerySyntax);
  EXPECT_FALSE(query.error().message().empty());
  ASSERT_TRUE(query.error().range().has_value());
  EXPECT_EQ(query.error().range()->begin, range.begin) << query.error().message();
  EXPECT_EQ(query.error().range()->end, range.end) << query.error().message();
}

TEST_P(BadQueryTest, PointsAtWhatIsWrong) {
  expect_refused(GetParam().text, GetParam().range);
}

// No values of the parameter: those are made whenever the program starts.
TEST(LongQueryTest, PointsAtWhatIsTooMuch) {
  expect_refused(repeat("a", 1 << 20), {kMaxQueryBytes, 1 << 20});
  expect_refused(repeat("ab ", 100'000), {kMaxQueryBytes, 300'000});
}

INSTANTIATE_TEST_SUITE_P(
    Values, BadQueryTest,
    ::testing::Values(BadQuery{"DateWord", "date:spring", {5, 11}},
                      BadQuery{"DateBehindKorean", "강화 date:2025-13", {12, 19}},
                      BadQuery{"DateBackwards", "date:2025-03..2025-01", {5, 21}},
                      BadQuery{"DateDots", "x date:..", {7, 9}},
                      BadQuery{"DateThreeEnds", "date:1..2..3", {5, 12}},
                      BadQuery{"DateAsterisk", "date:2025*", {5, 10}},
                      BadQuery{"VotesAsterisk", "x votes:20*", {8, 11}},
                      BadQuery{"IdAsterisk", "id:2504.16084*", {3, 14}},
                      BadQuery{"DateGroup", "date:(2025)", {5, 6}},
                      BadQuery{"DatePhrase", "date:\"spring time\"", {5, 18}},
                      BadQuery{"VotesWord", "votes:many", {6, 10}},
                      BadQuery{"VotesDots", "votes:..", {6, 8}},
                      BadQuery{"VotesBackwards", "votes:10..5", {6, 11}},
                      BadQuery{"VotesHuge", "votes:99999999999999999999", {6, 26}},
                      BadQuery{"VotesHalf", "votes:1.5", {6, 9}},
                      BadQuery{"IdWord", "id:attention", {3, 12}},
                      BadQuery{"InAGroup", "(a (b date:x))", {11, 12}},
                      BadQuery{"FirstOfTwo", "date:x votes:y", {5, 6}}),
    testing::row_name<BadQuery>);

INSTANTIATE_TEST_SUITE_P(
    Limits, BadQueryTest,
    ::testing::Values(
        BadQuery{"OneWordTooMany", repeat("a ", 1025), {2048, 2049}},
        BadQuery{"OneWordTooManyInGroups", repeat("(a) ", 1025), {4097, 4098}},
        BadQuery{"OnePhraseTooMany", repeat("\"a b\" ", 65), {384, 389}},
        BadQuery{"OnePrefixTooMany", repeat("abc* ", 65), {320, 324}},
        BadQuery{"OneAuthorTooMany", repeat("author:a ", 65), {583, 584}},
        BadQuery{"NestedTenThousandDeep", repeat("(", 10'000), {100, 101}},
        BadQuery{
            "NestedAndClosed", repeat("(", 5'000) + "a" + repeat(")", 5'000), {100, 101}},
        BadQuery{"FieldsTenThousandDeep", repeat("new:", 2'000) + "a", {400, 404}},
        BadQuery{"NotsTenThousandDeep", repeat("NOT ", 2'000) + "a", {400, 403}},
        BadQuery{"AuthorsNested", repeat("author:(", 1'000) + "a", {400, 407}}),
    testing::row_name<BadQuery>);

TEST(QueryParserTest, TakesAsMuchAsIsAllowed) {
  EXPECT_TRUE(parse_query(repeat("a ", 1024)));
  EXPECT_TRUE(parse_query(repeat("\"a b\" abc* ", 32)));
  EXPECT_TRUE(parse_query(repeat("(", 100) + "a" + repeat(")", 100)));
  EXPECT_TRUE(parse_query(repeat("x", static_cast<int>(kMaxQueryBytes))));
  EXPECT_TRUE(parse_query(repeat(")", static_cast<int>(kMaxQueryBytes))));
}

void expect_ranges_inside(const QueryNode& node, std::size_t size) {
  ASSERT_LE(node.range.begin, node.range.end);
  ASSERT_LE(node.range.end, size);
  for (const QueryNode& child : node.children) expect_ranges_inside(child, size);
}

// Whatever is typed: a tree whose ranges lie in the text, or an error that points into it.
TEST(QueryParserTest, SurvivesRandomQueries) {
  std::mt19937 random(20250423);
  const std::string syntax[] = {"\"",    "“",      "”",      "(",       ")",
                                "((",    "))",     " +",     " -",      " AND ",
                                " OR ",  " NOT ",  "title:", "author:", "author:(",
                                "date:", "votes:", "id:",    "2025",    "..",
                                "*",     " ",      "a",      "강화 "};
  int understood = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto n = random() % 30; n > 0; --n) text += syntax[random() % std::size(syntax)];
    if (round % 4 == 0) text += testing::random_text(random, true);
    const Result<QueryNode> query = parse_query(text);
    if (query) {
      ++understood;
      expect_ranges_inside(*query, text.size());
      EXPECT_FALSE(query->description().empty());
    } else {
      ASSERT_EQ(query.error().code(), ErrorCode::kQuerySyntax) << text;
      ASSERT_TRUE(query.error().range().has_value()) << text;
      ASSERT_LT(query.error().range()->begin, query.error().range()->end) << text;
      ASSERT_LE(query.error().range()->end, text.size()) << text;
    }
  }
  EXPECT_GT(understood, 1'000);
}

}  // namespace
}  // namespace papersearch
