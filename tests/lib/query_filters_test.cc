// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_filters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <ostream>

#include "row_name.h"
#include "small_index.h"

namespace papersearch {
namespace {

Paper dated(std::string id, std::string date, std::optional<std::int64_t> votes,
            std::vector<std::string> authors) {
  Paper paper = testing::make_paper(std::move(id), "Title");
  paper.date = std::move(date);
  paper.votes = votes;
  paper.authors = std::move(authors);
  return paper;
}

const std::vector<Paper>& papers() {
  static const std::vector<Paper> all = {
      dated("2504.00001", "2025-04-01", 0, {"Yoav Artzi", "Wei Li"}),
      dated("2504.00002", "2025-04-30", 9, {"György Buzsáki", "Kyunghyun Cho"}),
      dated("2504.00003", "2025-05-01", 10, {"Li Wei", "Jean-Pierre Serre"}),
      dated("2504.00004", "2024-12-31", 1'000'000, {"Geoffrey E. Hinton", "Wei Zhang"}),
      dated("2504.00005", "", std::nullopt, {"김철수", "Yoav Goldberg", "Dana Artzi"}),
  };
  return all;
}

std::vector<Paper> by_date() {
  std::vector<Paper> out = papers();
  std::stable_sort(out.begin(), out.end(),
                   [](const Paper& a, const Paper& b) { return a.date < b.date; });
  return out;
}

// The last digits of the ids that pass: "12" for papers 1 and 2.
std::string passing(const Xapian::Query& query) {
  const std::vector<Paper> numbered = by_date();
  const Xapian::WritableDatabase database = testing::in_memory(numbered);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  const Xapian::MSet mset = enquire.get_mset(0, 100);
  std::string out;
  for (auto it = mset.begin(); it != mset.end(); ++it) out += numbered[*it - 1].id.back();
  std::sort(out.begin(), out.end());
  return out;
}

struct Filter {
  const char* name;
  std::function<Xapian::Query()> query;
  const char* passing;
};
void PrintTo(const Filter& filter, std::ostream* out) { *out << filter.name; }

class QueryFilterTest : public ::testing::TestWithParam<Filter> {};

TEST_P(QueryFilterTest, LetsPassWhatItSays) {
  EXPECT_EQ(passing(GetParam().query()), GetParam().passing);
}

// Both ends are included, and a paper without a date passes none.
INSTANTIATE_TEST_SUITE_P(
    Dates, QueryFilterTest,
    ::testing::Values(
        Filter{"Month", [] { return date_query("2025-04", "2025-04"); }, "12"},
        Filter{"Year", [] { return date_query("2025", "2025"); }, "123"},
        Filter{"Day", [] { return date_query("2025-04-30", "2025-04-30"); }, "2"},
        Filter{"Since", [] { return date_query("2025-04-30", ""); }, "23"},
        Filter{"UntilAMonth", [] { return date_query("", "2025-04"); }, "124"},
        Filter{"UntilADay", [] { return date_query("", "2025-04-29"); }, "14"},
        Filter{"Span", [] { return date_query("2024-12", "2025-04-01"); }, "14"},
        Filter{"Always", [] { return date_query("", ""); }, "1234"},
        Filter{"Never", [] { return date_query("2026", ""); }, ""}),
    testing::row_name<Filter>);

// Unknown votes are not zero votes.
INSTANTIATE_TEST_SUITE_P(
    Votes, QueryFilterTest,
    ::testing::Values(
        Filter{"AtLeast", [] { return votes_filter(9, -1).query(); }, "234"},
        Filter{"AtLeastZero", [] { return votes_filter(0, -1).query(); }, "1234"},
        Filter{"Exactly", [] { return votes_filter(9, 9).query(); }, "2"},
        Filter{"Zero", [] { return votes_filter(0, 0).query(); }, "1"},
        Filter{"Span", [] { return votes_filter(1, 10).query(); }, "23"},
        Filter{"Huge",
               [] {
                 return votes_filter(std::numeric_limits<std::int64_t>::max(), -1).query();
               },
               ""}),
    testing::row_name<Filter>);

TEST(VotesFilterTest, LetsPassTheSameWhereVotesAreKept) {
  KeptReads kept(testing::in_memory(by_date()));
  EXPECT_EQ(kept.votes(), nullptr);
  constexpr std::int64_t kHuge = std::numeric_limits<std::int64_t>::max();
  for (const std::int64_t least :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{9}, kHuge}) {
    for (const std::int64_t most :
         {std::int64_t{-1}, std::int64_t{0}, std::int64_t{9}, kHuge}) {
      EXPECT_EQ(passing(votes_filter(least, most, &kept).query()),
                passing(votes_filter(least, most).query()))
          << least << " to " << most;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Authors, QueryFilterTest,
    ::testing::Values(
        Filter{"Whole", [] { return author_query("Yoav Artzi"); }, "1"},
        Filter{"Family", [] { return author_query("artzi"); }, "15"},
        Filter{"FamilyFirst", [] { return author_query("Artzi, Yoav"); }, "1"},
        Filter{"NoAccents", [] { return author_query("Gyorgy Buzsaki"); }, "2"},
        Filter{"Accents", [] { return author_query("GYÖRGY"); }, "2"},
        Filter{"MiddleNameLeftOut", [] { return author_query("Geoffrey Hinton"); }, "4"},
        Filter{"MiddleName", [] { return author_query("Geoffrey E Hinton"); }, "4"},
        Filter{"Hyphen", [] { return author_query("Jean-Pierre Serre"); }, "3"},
        Filter{"HyphenAsSpace", [] { return author_query("Jean Pierre"); }, "3"},
        Filter{"Korean", [] { return author_query("김철수"); }, "5"},
        Filter{"EitherOrder", [] { return author_query("Wei Li"); }, "13"},
        // First name of one author, family name of another.
        Filter{"AcrossAuthors", [] { return author_query("Kyunghyun Buzsaki"); }, ""},
        Filter{"AcrossNeighbours", [] { return author_query("Dana Goldberg"); }, ""},
        Filter{"SameWordTwice", [] { return author_query("Wei Wei"); }, ""},
        Filter{"HalfAWord", [] { return author_query("Art"); }, ""},
        Filter{"Beginning", [] { return author_query("Art*"); }, "15"},
        Filter{"BeginningWithoutAccents", [] { return author_query("gyor*"); }, "2"},
        Filter{"BeginningOfAGivenName", [] { return author_query("yo*"); }, "15"},
        Filter{"BeginningOfOneLetter", [] { return author_query("K*"); }, "2"},
        Filter{"BeginningInKorean", [] { return author_query("김*"); }, "5"},
        Filter{"BeginningThatIsWhole", [] { return author_query("Artzi*"); }, "15"},
        Filter{"BeginningOfTheLastWord", [] { return author_query("Yoav A*"); }, "1"},
        Filter{"BeginningBehindAHyphen", [] { return author_query("Jean-Pie*"); }, "3"},
        Filter{"BeginningsOfTwoAuthors", [] { return author_query("Dana G*"); }, ""},
        Filter{"BeginningOfNoName", [] { return author_query("rtzi*"); }, ""},
        Filter{"BeginningOfNobody", [] { return author_query("X*"); }, ""},
        Filter{"AsteriskAlone", [] { return author_query("*"); }, ""},
        Filter{"Nothing", [] { return author_query(" .,- "); }, ""}),
    testing::row_name<Filter>);

TEST(OptionFiltersTest, AreAllToPass) {
  SearchOptions options;
  EXPECT_TRUE(option_filters(options).empty());
  options.since = "2025";
  EXPECT_EQ(passing(option_filters(options).query()), "123");
  options.until = "2025-04";
  EXPECT_EQ(passing(option_filters(options).query()), "12");
  options.min_votes = 1;
  EXPECT_EQ(passing(option_filters(options).query()), "2");
  options.authors = {"Cho", "Buzsáki"};
  EXPECT_EQ(passing(option_filters(options).query()), "2");
  options.authors = {"Cho", "Artzi"};
  EXPECT_EQ(passing(option_filters(options).query()), "");
}

TEST(SectionFieldsTest, KnowsFieldsAndSectionNames) {
  EXPECT_EQ(
      section_fields({"title", "What’s new", "PERFORMANCE HIGHLIGHTS", "other"}),
      (std::vector<Field>{Field::kTitle, Field::kNew, Field::kPerformance, Field::kOther}));
  EXPECT_TRUE(section_fields({}).empty());
}

struct BadOption {
  const char* name;
  std::function<void(SearchOptions&)> set;
  const char* named;  // stands in the message
};
void PrintTo(const BadOption& option, std::ostream* out) { *out << option.name; }

class BadOptionTest : public ::testing::TestWithParam<BadOption> {};

TEST_P(BadOptionTest, IsRefusedByName) {
  SearchOptions options;
  GetParam().set(options);
  const Result<void> checked = check_options(options);
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code(), ErrorCode::kInvalidArgument);
  EXPECT_NE(checked.error().message().find(GetParam().named), std::string::npos)
      << checked.error().message();
}

INSTANTIATE_TEST_SUITE_P(
    Options, BadOptionTest,
    ::testing::Values(
        BadOption{"Limit", [](SearchOptions& o) { o.limit = 10'001; }, "limit"},
        BadOption{"Offset", [](SearchOptions& o) { o.offset = 1'000'001; }, "offset"},
        BadOption{"WeightAboveOne", [](SearchOptions& o) { o.votes_weight = 1.01; },
                  "votes weight"},
        BadOption{"WeightBelowZero", [](SearchOptions& o) { o.votes_weight = -0.01; },
                  "votes weight"},
        BadOption{"WeightNotANumber",
                  [](SearchOptions& o) {
                    o.votes_weight = std::numeric_limits<double>::quiet_NaN();
                  },
                  "votes weight"},
        BadOption{"SnippetOfNothing", [](SearchOptions& o) { o.snippet_length = 0; },
                  "snippet length"},
        BadOption{"SnippetTooLong", [](SearchOptions& o) { o.snippet_length = 10'001; },
                  "snippet length"},
        BadOption{"Since", [](SearchOptions& o) { o.since = "spring"; }, "spring"},
        BadOption{"Until", [](SearchOptions& o) { o.until = "2025-02-30"; }, "2025-02-30"},
        BadOption{"SinceAfterUntil",
                  [](SearchOptions& o) {
                    o.since = "2025-05";
                    o.until = "2025-04";
                  },
                  "2025-05"},
        BadOption{"Votes", [](SearchOptions& o) { o.min_votes = -1; }, "votes"},
        BadOption{"Section",
                  [](SearchOptions& o) {
                    o.sections = {"title", "appendix"};
                  },
                  "appendix"},
        BadOption{"SectionAuthor", [](SearchOptions& o) { o.sections = {"author"}; },
                  "author"}),
    testing::row_name<BadOption>);

TEST(CheckOptionsTest, TakesTheEndsOfEachRange) {
  SearchOptions options;
  EXPECT_TRUE(check_options(options));
  options.limit = 0;
  options.votes_weight = 0;
  options.snippet_length = 1;
  options.snippets = 0;
  options.since = "2025-04-23";
  options.until = "2025";
  options.min_votes = 0;
  EXPECT_TRUE(check_options(options));
  options.limit = 10'000;
  options.offset = 1'000'000;
  options.votes_weight = 1;
  options.snippet_length = 10'000;
  options.sections = {"title", "new", "technical", "performance", "abstract", "other"};
  EXPECT_TRUE(check_options(options));
}

}  // namespace
}  // namespace papersearch
