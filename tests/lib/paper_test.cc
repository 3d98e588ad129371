// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/paper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <set>

#include "paper_print.h"
#include "row_name.h"

namespace papersearch {
namespace {

struct IdCase {
  const char* name;
  const char* text;
  const char* id;  // nullptr: none
};
void PrintTo(const IdCase& id, std::ostream* out) { *out << id.text; }

class ArxivIdTest : public ::testing::TestWithParam<IdCase> {};

// The id is the key of a paper: every spelling must give the same one, and nothing else
// may pass for one.
TEST_P(ArxivIdTest, IsReadFromAnySpelling) {
  const std::optional<std::string> id = parse_arxiv_id(GetParam().text);
  if (GetParam().id == nullptr) {
    EXPECT_EQ(id, std::nullopt);
    return;
  }
  ASSERT_TRUE(id.has_value());
  EXPECT_EQ(*id, GetParam().id);
  EXPECT_EQ(parse_arxiv_id(*id), id);
  EXPECT_EQ(parse_arxiv_id(paper_url(*id)), id);
}

INSTANTIATE_TEST_SUITE_P(
    Good, ArxivIdTest,
    ::testing::Values(
        IdCase{"Bare", "2504.16084", "2504.16084"},
        IdCase{"FourDigits", "0704.0001", "0704.0001"},
        IdCase{"Version", "2504.16084v12", "2504.16084"},
        IdCase{"Prefix", "arXiv:2504.16084v2", "2504.16084"},
        IdCase{"PrefixCapitals", "ARXIV:2504.16084", "2504.16084"},
        IdCase{"SpaceAround", " \t2504.16084 ", "2504.16084"},
        IdCase{"Abs", "https://arxiv.org/abs/2504.16084", "2504.16084"},
        IdCase{"AbsVersion", "https://arxiv.org/abs/2504.16084v1", "2504.16084"},
        IdCase{"Http", "http://arxiv.org/abs/2504.16084", "2504.16084"},
        IdCase{"Www", "https://www.arxiv.org/abs/2504.16084", "2504.16084"},
        IdCase{"Export", "https://export.arxiv.org/abs/2504.16084", "2504.16084"},
        IdCase{"NoScheme", "arxiv.org/abs/2504.16084", "2504.16084"},
        IdCase{"Pdf", "https://arxiv.org/pdf/2504.16084", "2504.16084"},
        IdCase{"PdfSuffix", "https://arxiv.org/pdf/2504.16084v2.pdf", "2504.16084"},
        IdCase{"Html", "https://arxiv.org/html/2504.16084v3/", "2504.16084"},
        IdCase{"Query", "https://arxiv.org/abs/2504.16084?context=cs.CL", "2504.16084"},
        IdCase{"Fragment", "https://arxiv.org/html/2504.16084#S1.p2", "2504.16084"},
        IdCase{"HostCapitals", "HTTPS://ArXiv.org/abs/2504.16084", "2504.16084"},
        IdCase{"HuggingFace", "https://huggingface.co/papers/2504.16084", "2504.16084"},
        IdCase{"Old", "cs/0112017", "cs/0112017"},
        IdCase{"OldHyphen", "hep-th/9901001v2", "hep-th/9901001"},
        IdCase{"OldClass", "https://arxiv.org/abs/math.GT/0309136v1", "math.GT/0309136"}),
    testing::row_name<IdCase>);

INSTANTIATE_TEST_SUITE_P(
    Bad, ArxivIdTest,
    ::testing::Values(
        IdCase{"Empty", "", nullptr}, IdCase{"Space", "  ", nullptr},
        IdCase{"TooFewDigits", "2504.123", nullptr},
        IdCase{"TooManyDigits", "2504.160845", nullptr},
        IdCase{"ShortMonth", "250.16084", nullptr}, IdCase{"NoDot", "250416084", nullptr},
        IdCase{"LettersBehind", "2504.16084x", nullptr},
        IdCase{"VersionWithoutNumber", "2504.16084v", nullptr},
        IdCase{"TwoIds", "2504.16084 2504.16085", nullptr},
        IdCase{"LineBehind", "2504.16084\n", nullptr},
        IdCase{"FullWidthDigits", "２５０４.１６０８４", nullptr},
        IdCase{"OtherHost", "https://example.org/abs/2504.16084", nullptr},
        IdCase{"HostInFront", "https://example.org/https://arxiv.org/abs/2504.16084",
               nullptr},
        IdCase{"HostThatBeginsSo", "https://arxiv.org.example.org/abs/2504.16084", nullptr},
        IdCase{"OtherPage", "https://arxiv.org/list/cs/2504", nullptr},
        IdCase{"NoIdInAddress", "https://arxiv.org/abs/", nullptr},
        IdCase{"MoreInAddress", "https://arxiv.org/abs/2504.16084/../1", nullptr},
        IdCase{"OldTooShort", "cs/011201", nullptr},
        IdCase{"OldNoArchive", "/0112017", nullptr}, IdCase{"Word", "attention", nullptr}),
    testing::row_name<IdCase>);

class PaperIdTest : public ::testing::TestWithParam<IdCase> {};

// What the index takes for a key: ids of arXiv in one spelling, one's own as they are, and
// nothing that was meant for something else.
TEST_P(PaperIdTest, IsOfArxivOrOnesOwn) {
  const std::optional<std::string> id = parse_paper_id(GetParam().text);
  EXPECT_EQ(id, GetParam().id == nullptr ? std::nullopt : std::optional(GetParam().id));
  if (id) {
    EXPECT_EQ(parse_paper_id(*id), id);
  }
}

const std::string kLongestId(kMaxPaperIdBytes, '7');
const std::string kTooLongId(kMaxPaperIdBytes + 1, '7');

INSTANTIATE_TEST_SUITE_P(
    Ids, PaperIdTest,
    ::testing::Values(
        IdCase{"Arxiv", "https://arxiv.org/abs/2504.16084v2", "2504.16084"},
        IdCase{"Number", "42", "42"}, IdCase{"Doi", "10.1000/182.a-b", "10.1000/182.a-b"},
        IdCase{"Colon", "lab:note_7", "lab:note_7"},
        IdCase{"Capitals", "RFC-2119", "RFC-2119"},
        IdCase{"SpaceAround", " note-1\t", "note-1"},
        IdCase{"Longest", kLongestId.c_str(), kLongestId.c_str()},
        IdCase{"TooLong", kTooLongId.c_str(), nullptr}, IdCase{"Empty", "", nullptr},
        IdCase{"Word", "attention", nullptr}, IdCase{"SignInFront", "-7", nullptr},
        IdCase{"SpaceInside", "note 1", nullptr}, IdCase{"Korean", "논문-1", nullptr},
        IdCase{"Control", "note\n1", nullptr},
        IdCase{"ArxivTooLong", "2504.160845", nullptr},
        IdCase{"ArxivLettersBehind", "2504.16084x", nullptr},
        IdCase{"ArxivPrefix", "arXiv:2504", nullptr},
        IdCase{"ArxivPage", "arxiv.org/list/cs/2504", nullptr},
        IdCase{"OtherAddress", "https://example.org/2504.16084", nullptr}),
    testing::row_name<IdCase>);

TEST(PaperUrlTest, IsThePapersOwnThatOfArxivOrNone) {
  Paper paper;
  paper.id = "2504.16084";
  EXPECT_EQ(paper_url(paper), "https://arxiv.org/abs/2504.16084");
  paper.id = "note-1";
  EXPECT_EQ(paper_url(paper), "");
  paper.url = "https://example.org/1";
  EXPECT_EQ(paper_url(paper), "https://example.org/1");
}

struct DateCase {
  const char* name;
  const char* text;
  bool good;
};
void PrintTo(const DateCase& date, std::ostream* out) { *out << date.text; }

class CalendarDateTest : public ::testing::TestWithParam<DateCase> {};

TEST_P(CalendarDateTest, IsADayThatExists) {
  EXPECT_EQ(is_calendar_date(GetParam().text), GetParam().good);
}

INSTANTIATE_TEST_SUITE_P(
    Dates, CalendarDateTest,
    ::testing::Values(
        DateCase{"Day", "2025-04-23", true}, DateCase{"LastOfApril", "2025-04-30", true},
        DateCase{"April31", "2025-04-31", false}, DateCase{"Leap", "2024-02-29", true},
        DateCase{"NoLeap", "2025-02-29", false}, DateCase{"Leap2000", "2000-02-29", true},
        DateCase{"NoLeap1900", "1900-02-29", false},
        DateCase{"Month0", "2025-00-10", false}, DateCase{"Month13", "2025-13-01", false},
        DateCase{"Day0", "2025-04-00", false}, DateCase{"OneDigit", "2025-4-23", false},
        DateCase{"Slashes", "2025/04/23", false}, DateCase{"Letters", "2025-ab-cd", false},
        DateCase{"Longer", "2025-04-23 ", false}, DateCase{"Empty", "", false},
        DateCase{"Sign", "+025-04-23", false}),
    testing::row_name<DateCase>);

Paper entry(const char* date, std::optional<std::int64_t> votes, const char* title) {
  Paper out;
  out.id = "2504.16084";
  out.title = title;
  out.date = date;
  out.votes = votes;
  return out;
}

TEST(MergePaperTest, TakesTheLargestKnownVotes) {
  Paper paper = entry("2025-04-23", std::nullopt, "A");
  merge_paper(paper, entry("2025-04-23", 5, "A"));
  EXPECT_EQ(paper.votes, 5);
  merge_paper(paper, entry("2025-04-23", 3, "A"));
  EXPECT_EQ(paper.votes, 5);
  merge_paper(paper, entry("2025-04-23", std::nullopt, "A"));
  EXPECT_EQ(paper.votes, 5);
}

TEST(MergePaperTest, TakesTheEarliestKnownDateAndItsTitle) {
  Paper paper = entry("", 1, "No date");
  merge_paper(paper, entry("2025-04-25", 1, "Later"));
  EXPECT_EQ(paper.date + paper.title, "2025-04-25Later");
  merge_paper(paper, entry("2025-04-23", 1, "First"));
  EXPECT_EQ(paper.date + paper.title, "2025-04-23First");
  merge_paper(paper, entry("", 1, "No date again"));
  EXPECT_EQ(paper.date + paper.title, "2025-04-23First");
}

TEST(MergePaperTest, TakesTheAddressOfTheFirstThatHasOne) {
  Paper paper = entry("2025-04-24", 1, "A");
  Paper earlier = entry("2025-04-23", 1, "A");
  earlier.url = "https://example.org/1";
  Paper later = entry("2025-04-25", 1, "A");
  later.url = "https://example.org/2";
  merge_paper(paper, later);
  EXPECT_EQ(paper.url, "https://example.org/2");
  merge_paper(paper, earlier);
  EXPECT_EQ(paper.url, "https://example.org/1");
  merge_paper(paper, later);
  EXPECT_EQ(paper.url, "https://example.org/1");
}

TEST(MergePaperTest, TakesTheLongestListOfAuthors) {
  Paper paper = entry("2025-04-23", 1, "A");
  paper.authors = {"One"};
  Paper longer = entry("2025-04-24", 1, "A");
  longer.authors = {"One", "Two"};
  merge_paper(paper, longer);
  EXPECT_EQ(paper.authors.size(), 2U);
  merge_paper(paper, entry("2025-04-22", 1, "A"));
  EXPECT_EQ(paper.authors.size(), 2U);
}

TEST(MergePaperTest, KeepsSectionsOfAllOnceAndTheAbstractLast) {
  Paper paper = entry("2025-04-23", 1, "A");
  paper.sections = {{"Abstract", "we"}, {"What's New", "새"}};
  Paper other = entry("2025-04-24", 1, "A");
  other.sections = {{"What's New", "새"}, {"What's New", "또"}, {"Limitations", "한계"}};
  merge_paper(paper, other);
  EXPECT_EQ(testing::print(paper),
            "2504.16084 2025-04-23 votes 1\nA\n[What's New] 새\n[What's New] 또\n"
            "[Limitations] 한계\n[Abstract] we\n");
}

TEST(MergePaperTest, SamePaperTwiceIsThePaper) {
  Paper paper = entry("2025-04-23", 7, "A");
  paper.authors = {"One"};
  paper.sections = {{"What's New", "새"}, {"", "글"}};
  Paper twice = paper;
  merge_paper(twice, paper);
  EXPECT_EQ(testing::print(twice), testing::print(paper));
}

// Two listings of different days make the same paper in either order.
TEST(MergePaperTest, OrderOfTwoDaysDoesNotMatter) {
  Paper digest = entry("2025-04-23", 5, "Digest title");
  digest.authors = {"One", "Two"};
  digest.sections = {{"What's New", "새"}, {"Technical Details", "기술"}};
  Paper feed = entry("2025-04-24", 9, "Feed title");
  feed.authors = {"One", "Two", "Three"};
  feed.sections = {{"Abstract", "we"}};
  Paper one = digest;
  merge_paper(one, feed);
  Paper other = feed;
  merge_paper(other, digest);
  EXPECT_EQ(testing::print(one), testing::print(other));
}

// However many entries and in whatever order: what counts is the same.
TEST(MergePaperTest, OrderOfManyDoesNotMatterToVotesDatesAndContent) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::vector<Paper> entries;
    for (int i = 0; i < 5; ++i) {
      const std::string date = random() % 4 == 0 ? "" : "2025-04-1" + std::to_string(i);
      Paper one = entry(date.c_str(), std::nullopt, ("Title " + std::to_string(i)).c_str());
      if (random() % 3 != 0) one.votes = random() % 50;
      one.sections = {{"", std::to_string(random() % 3)},
                      {"Abstract", std::to_string(random() % 2)}};
      entries.push_back(one);
    }
    std::set<std::string> outcomes;
    for (int order = 0; order < 6; ++order) {
      std::shuffle(entries.begin(), entries.end(), random);
      Paper paper = entries[0];
      for (const Paper& next : entries) merge_paper(paper, next);
      if (paper.date.empty()) paper.title.clear();
      std::sort(paper.sections.begin(), paper.sections.end(),
                [](const Section& a, const Section& b) {
                  return a.name + a.text < b.name + b.text;
                });
      outcomes.insert(testing::print(paper));
    }
    ASSERT_EQ(outcomes.size(), 1U);
  }
}

}  // namespace
}  // namespace papersearch
