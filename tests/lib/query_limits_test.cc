// SPDX-License-Identifier: GPL-2.0-or-later
// Hostile and random queries through the whole search: an answer or an error that helps,
// never a crash, never trouble inside.
#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <random>

#include "papersearch/text.h"
#include "random_text.h"
#include "row_name.h"
#include "sample_papers.h"
#include "small_index.h"

namespace papersearch {
namespace {

testing::SmallIndex& index() {
  static testing::SmallIndex all(testing::sample_papers());
  return all;
}

std::string repeat(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() + text.size() <= bytes) out += text;
  return out;
}

// Different words, each a letter pair and a number, up to so many bytes.
std::string different_words(std::string_view separator, std::size_t bytes) {
  std::string out;
  for (int i = 0; out.size() + 12 < bytes; ++i) {
    out += static_cast<char>('a' + i % 26);
    out += static_cast<char>('a' + i / 26 % 26);
    out += static_cast<char>('a' + i / 676 % 26);
    out += separator;
  }
  return out;
}

struct Hostile {
  const char* name;
  std::function<std::string()> query;
};
void PrintTo(const Hostile& hostile, std::ostream* out) { *out << hostile.name; }

class HostileQueryTest : public ::testing::TestWithParam<Hostile> {};

TEST_P(HostileQueryTest, IsAnsweredOrRefused) {
  SearchOptions options;
  options.facets = true;
  options.explain = true;
  const Result<SearchResult> result =
      index().searcher().search(GetParam().query(), options);
  if (!result) {
    EXPECT_EQ(result.error().code(), ErrorCode::kQuerySyntax) << result.error().message();
    EXPECT_TRUE(result.error().range().has_value());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Queries, HostileQueryTest,
    ::testing::Values(
        Hostile{"Megabyte", [] { return repeat("model ", 1 << 20); }},
        Hostile{"HundredThousandWords", [] { return repeat("a ", 200'000); }},
        Hostile{"ThousandWords", [] { return different_words(" ", 4'000); }},
        Hostile{"OneWordOfThousands", [] { return different_words("/", 16'000); }},
        Hostile{"OneChainOfThousands", [] { return different_words("-", 16'000); }},
        Hostile{"PhraseOfThousands",
                [] { return "\"" + different_words(" ", 16'000) + "\""; }},
        Hostile{"HangulOfThousands", [] { return repeat("뷁쀍궳강화학습", 16'000); }},
        Hostile{"ThousandPrefixes", [] { return different_words("* ", 5'000); }},
        Hostile{"ThousandNots", [] { return repeat("-model ", 7'000); }},
        Hostile{"ThousandFilters", [] { return repeat("date:2025 ", 10'000); }},
        Hostile{"ThousandAuthors", [] { return repeat("author:wei ", 11'000); }},
        Hostile{"ThousandFieldPhrases", [] { return repeat("new:\"a b\" ", 10'000); }},
        Hostile{"Nested", [] { return repeat("(", 16'000); }},
        Hostile{"NestedAroundWords",
                [] { return repeat("(a ", 12'000) + repeat(")", 4'000); }},
        Hostile{"NestedOrs",
                [] { return repeat("(a OR ", 12'000) + "b" + repeat(")", 2'000); }},
        Hostile{"OrOfThousands", [] { return different_words(" OR ", 16'000); }},
        Hostile{"HundredThousandDifferentWords",
                [] { return different_words(" ", 400'000); }},
        Hostile{"NestedFields", [] { return repeat("title:(", 16'000); }},
        Hostile{"Quotes", [] { return repeat("\"", 16'000); }},
        Hostile{"Operators", [] { return repeat("AND OR NOT ", 16'000); }},
        Hostile{"LongWord", [] { return std::string(16'000, 'x'); }},
        Hostile{"LongPrefix", [] { return std::string(16'000, 'x') + "*"; }},
        Hostile{"Marks", [] { return "a" + repeat("\xCC\x81", 16'000); }},
        Hostile{"NulBytes", [] { return std::string(100, '\0'); }},
        Hostile{"BadBytes", [] { return repeat("\xFF\xC0\x80 ", 16'000); }},
        Hostile{"EverythingByPrefix",
                [] { return std::string("mo* re* la* 강* AND NOT 학*"); }}),
    testing::row_name<Hostile>);

// As many words as a large archive has begin like this.
TEST(HostilePrefixTest, OfFiftyThousandWords) {
  std::vector<Paper> papers;
  std::string words;
  for (int i = 0; i < 50'000; ++i) {
    words += "ab" + std::string(1, static_cast<char>('a' + i % 26)) +
             std::to_string(i / 26) + " ";
    if (i % 1'000 != 999) continue;
    const auto number = 10'000 + papers.size();
    papers.push_back(testing::make_paper("2504." + std::to_string(number), "One", words));
    words.clear();
  }
  testing::SmallIndex many(papers);
  for (const char* query : {"ab*", "ab* abc* -abd*", "title:ab* OR abe*", "\"ab* abc\""}) {
    SearchOptions options;
    options.facets = true;
    options.explain = true;
    const Result<SearchResult> result = many.searcher().search(query, options);
    ASSERT_TRUE(result) << query << ": " << result.error().message();
  }
  EXPECT_EQ(many.search("ab*").total, papers.size());
  EXPECT_LE(testing::require(many.searcher().suggest("ab", 10)).size(), 10U);
}

TEST(RandomQueryTest, IsAnsweredOrRefused) {
  std::mt19937 random(20250423);
  const std::string pieces[] = {
      "\"",       "(",      ")",    " AND ",   " OR ",      " NOT ",     " -",
      " +",       "title:", "new:", "author:", "date:2025", "votes:5..", "model",
      "강화학습", "wei",    "*",    "gpt-4o",  " ",         "학습 ",     "reward "};
  int answered = 0;
  for (int round = 0; round < 1500; ++round) {
    std::string query;
    for (auto n = random() % 15; n > 0; --n) query += pieces[random() % std::size(pieces)];
    if (round % 5 == 0) query += testing::random_text(random, true);
    SearchOptions options;
    options.limit = random() % 5;
    options.offset = random() % 5;
    options.sort = static_cast<SortOrder>(random() % 3);
    options.votes_weight = static_cast<double>(random() % 11) / 10;
    options.snippet_length = 1 + random() % 100;
    options.facets = random() % 2 == 0;
    options.explain = random() % 2 == 0;
    if (random() % 4 == 0) options.sections = {"title", "new"};
    if (random() % 4 == 0) options.min_votes = random() % 50;
    const Result<SearchResult> result = index().searcher().search(query, options);
    if (!result) {
      ASSERT_EQ(result.error().code(), ErrorCode::kQuerySyntax)
          << query << ": " << result.error().message();
      continue;
    }
    ++answered;
    ASSERT_LE(result->hits.size(), options.limit);
    ASSERT_LE(result->hits.size(), result->total) << query;
    for (const Hit& hit : result->hits) {
      ASSERT_NEAR(hit.relevance + hit.popularity, hit.score, 1e-9) << query;
      for (const Snippet& snippet : hit.snippets)
        ASSERT_TRUE(is_valid_utf8(snippet.text)) << query;
    }
  }
  EXPECT_GT(answered, 700);
}

}  // namespace
}  // namespace papersearch
