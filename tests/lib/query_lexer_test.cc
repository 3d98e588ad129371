// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_lexer.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

#include "random_text.h"
#include "row_name.h"

namespace papersearch {
namespace {

// "+LLM title:x" reads "plus word(LLM) field(title) word(x)".
std::string tokens(std::string_view text) {
  std::string out;
  for (const QueryToken& token : lex_query(text)) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case TokenType::kWord:
        out += "word(" + token.text + ")";
        break;
      case TokenType::kPrefix:
        out += "prefix(" + token.text + ")";
        break;
      case TokenType::kPhrase:
        out += "phrase(" + token.text + ")";
        break;
      case TokenType::kField:
        out += "field(" + token.text + ")";
        break;
      case TokenType::kOpen:
        out += "open";
        break;
      case TokenType::kClose:
        out += "close";
        break;
      case TokenType::kPlus:
        out += "plus";
        break;
      case TokenType::kMinus:
        out += "minus";
        break;
      case TokenType::kAnd:
        out += "and";
        break;
      case TokenType::kOr:
        out += "or";
        break;
      case TokenType::kNot:
        out += "not";
        break;
    }
  }
  return out;
}

struct Query {
  const char* name;
  std::string_view text;
  const char* tokens;
};
void PrintTo(const Query& query, std::ostream* out) { *out << query.text; }

class QueryLexerTest : public ::testing::TestWithParam<Query> {};

TEST_P(QueryLexerTest, CutsIntoTokens) {
  EXPECT_EQ(tokens(GetParam().text), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    Syntax, QueryLexerTest,
    ::testing::Values(
        Query{"Empty", "", ""}, Query{"Spaces", " \t\n　\xC2\xA0 ", ""},
        Query{"Words", "강화 학습\tGPT-4o", "word(강화) word(학습) word(GPT-4o)"},
        Query{"IdeographicSpace", "강화　학습", "word(강화) word(학습)"},
        Query{"ControlsAreSpace",
              "a\x01"
              "b\x1B"
              "c",
              "word(a) word(b) word(c)"},
        // Normalisation takes them out of words; they come with text from the web.
        Query{"InvisibleIsNoSpace",
              "강\xE2\x80\x8B화 co\xC2\xAD"
              "train",
              "word(강\xE2\x80\x8B화) word(co\xC2\xAD"
              "train)"},
        Query{"Phrase", "\"reward model\" x", "phrase(reward model) word(x)"},
        Query{"CurlyPhrase", "“reward model”", "phrase(reward model)"},
        Query{"UnclosedPhrase", "\"reward model", "phrase(reward model)"},
        Query{"LoneQuote", "\"", "phrase()"},
        Query{"QuoteInAWord", "say\"hi\"", "word(say) phrase(hi)"},
        Query{"Parentheses", "(a)(b", "open word(a) close open word(b)"},
        Query{"Signs", "+a -b", "plus word(a) minus word(b)"},
        Query{"SignsBeforePhraseAndGroup", "-\"a b\" +(c)",
              "minus phrase(a b) plus open word(c) close"},
        Query{"HyphensInWords", "text-to-speech C++", "word(text-to-speech) word(C++)"},
        Query{"LoneSigns", "- + a -", "word(-) word(+) word(a) word(-)"},
        Query{"DoubleSigns", "--b ++", "word(--b) word(++)"},
        Query{"SignBeforeClose", "(a -)", "open word(a) word(-) close"},
        Query{"Operators", "a AND b OR NOT c", "word(a) and word(b) or not word(c)"},
        Query{"LowerCaseOperatorsAreWords", "a and b or not c",
              "word(a) word(and) word(b) word(or) word(not) word(c)"},
        Query{"OperatorsInsideWords", "ANDROID XOR", "word(ANDROID) word(XOR)"},
        Query{"Prefix", "quantiz* 강*", "prefix(quantiz) prefix(강)"},
        Query{"OneLetterIsNoPrefix", "A* *", "word(A*) word(*)"},
        Query{"StarInside", "a*b", "word(a*b)"},
        Query{"Field", "title:mamba", "field(title) word(mamba)"},
        Query{"FieldAndPhrase", "author:\"Yoav Artzi\"",
              "field(author) phrase(Yoav Artzi)"},
        Query{"FieldAndGroup", "title:(a b)", "field(title) open word(a) word(b) close"},
        Query{"FieldOfAField", "new:title:x", "field(new) field(title) word(x)"},
        Query{"FieldWithoutValue", "title: x", "word(title:) word(x)"},
        Query{"FieldAtTheEnd", "title:", "word(title:)"},
        Query{"FieldBeforeClose", "(title:)", "open word(title:) close"},
        Query{"UnknownField", "colour:red", "word(colour:red)"},
        Query{"FieldsAreLowerCase", "Title:x", "word(Title:x)"},
        Query{"Url", "https://arxiv.org/abs/2504.16084",
              "word(https://arxiv.org/abs/2504.16084)"},
        Query{"NulByte", std::string_view("a\0b", 3), "word(a) word(b)"}),
    testing::row_name<Query>);

// Errors and carets point at ranges: each token's range lies in the text, behind the one
// before, on code point boundaries; what is between is white space.
TEST(QueryLexerTest, RangesAreSoundForRandomQueries) {
  std::mt19937 random(20250423);
  const std::string syntax[] = {"\"",     "“",       "”",         "(",    ")",
                                "+",      "-",       "AND ",      " OR ", "NOT ",
                                "title:", "author:", "date:2025", "*",    " "};
  for (int round = 0; round < 3000; ++round) {
    std::string text = testing::random_text(random, round % 2 == 0);
    for (auto n = random() % 10; n > 0; --n) {
      const auto boundaries = testing::code_point_boundaries(text);
      text.insert(*std::next(boundaries.begin(),
                             static_cast<std::ptrdiff_t>(random() % boundaries.size())),
                  syntax[random() % std::size(syntax)]);
    }
    const auto boundaries = testing::code_point_boundaries(text);
    std::size_t end = 0;
    for (const QueryToken& token : lex_query(text)) {
      ASSERT_LT(token.range.begin, token.range.end) << text;
      ASSERT_GE(token.range.begin, end) << text;
      ASSERT_TRUE(boundaries.contains(token.range.begin)) << text;
      ASSERT_TRUE(boundaries.contains(token.range.end)) << text;
      end = token.range.end;
    }
    ASSERT_LE(end, text.size());
  }
}

TEST(QueryLexerTest, RangesCoverWhatWasWritten) {
  const std::string_view text = "  +title:\"a b\" quantiz* x";
  std::vector<std::string> written;
  for (const QueryToken& token : lex_query(text)) {
    written.emplace_back(
        text.substr(token.range.begin, token.range.end - token.range.begin));
  }
  EXPECT_EQ(written, (std::vector<std::string>{"+", "title:", "\"a b\"", "quantiz*", "x"}));
}

}  // namespace
}  // namespace papersearch
