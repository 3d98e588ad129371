// SPDX-License-Identifier: GPL-2.0-or-later
// What read_json() complains about, and that it costs nothing else.
#include <gmock/gmock.h>

#include <ostream>
#include <string>
#include <vector>

#include "lib/row_name.h"
#include "sample_sources.h"
#include "source.h"

namespace papersearch {
namespace {

using testing::complaints_of;
using ::testing::ElementsAre;
using testing::feed_entry;
using ::testing::HasSubstr;
using testing::places_of;
using ::testing::SizeIs;

const std::string kOne = feed_entry("2504.00001");
const std::string kTwo = feed_entry("2504.00002");

struct RefusedCase {
  const char* name;
  std::string value;  // on line 3, between two good entries
  std::string complaint;
};
void PrintTo(const RefusedCase& row, std::ostream* out) { *out << row.value.substr(0, 80); }

class RefusedJsonTest : public ::testing::TestWithParam<RefusedCase> {};

void expect_refused(const std::string& text, const std::string& complaint) {
  const Content content = read_json(text, "");
  EXPECT_THAT(complaints_of(content), ElementsAre(HasSubstr("3: " + complaint)));
  EXPECT_THAT(places_of(content), ElementsAre("2: 2504.00001", "4: 2504.00002"));
}

std::string in_a_list(const std::string& value) {
  return "[\n" + kOne + ",\n" + value + ",\n" + kTwo + "\n]\n";
}

std::string one_a_line(const std::string& value) {
  return "\n" + kOne + "\n" + value + "\n" + kTwo + "\n";
}

TEST_P(RefusedJsonTest, CostsOnlyItselfInAList) {
  expect_refused(in_a_list(GetParam().value), GetParam().complaint);
}

TEST_P(RefusedJsonTest, CostsOnlyItselfOneALine) {
  expect_refused(one_a_line(GetParam().value), GetParam().complaint);
}

// No value of the parameter: those are made whenever the program starts.
TEST(LongJsonTest, CostsOnlyItself) {
  const std::string value =
      feed_entry("2504.00005", ", \"summary\": \"" + std::string(2 << 20, 'a') + "\"");
  expect_refused(in_a_list(value), "the entry is longer than 1 MiB");
  expect_refused(one_a_line(value), "the entry is longer than 1 MiB");
}

std::string paper_with(const std::string& more) {
  return feed_entry("2504.00005", ", " + more);
}
std::string export_with(const std::string& more) {
  return R"({"id": "2504.00005", "title": "T", )" + more + "}";
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, RefusedJsonTest,
    ::testing::Values(
        RefusedCase{"Number", "12", "an entry that is no object"},
        RefusedCase{"Text", "\"2504.00005\"", "an entry that is no object"},
        RefusedCase{"Null", "null", "an entry that is no object"},
        RefusedCase{"List", "[{\"id\": \"2504.00005\"}]", "an entry that is no object"},
        RefusedCase{"EmptyObject", "{}", "an entry without \"id\""},
        RefusedCase{"PaperNoObject", R"({"paper": "2504.00005"})",
                    "\"paper\" is no object"},
        RefusedCase{"PaperNull", R"({"paper": null})", "\"paper\" is no object"},
        RefusedCase{"NoId", R"({"paper": {"title": "T"}})", "an entry without \"id\""},
        RefusedCase{"IdNumber", R"({"paper": {"id": 2504.00005}})", "\"id\" is no text"},
        RefusedCase{"IdNoId", R"({"id": "hello", "title": "T"})",
                    "\"hello\" is no arXiv id, and no id of your own"},
        RefusedCase{"TitleNumber", R"({"id": "2504.00005", "title": 5})",
                    "\"title\" is no text"},
        RefusedCase{"SummaryList", paper_with(R"("summary": [])"),
                    "\"summary\" is no text"},
        RefusedCase{"AuthorsText", paper_with(R"("authors": "A B")"),
                    "\"authors\" is no list"},
        RefusedCase{"AuthorNumber", paper_with(R"("authors": [1])"),
                    "an author without a name"},
        RefusedCase{"AuthorNameNumber", paper_with(R"("authors": [{"name": 1}])"),
                    "\"name\" is no"},
        RefusedCase{"VotesText", paper_with(R"("upvotes": "5")"),
                    "\"upvotes\" is no number"},
        RefusedCase{"VotesFraction", paper_with(R"("upvotes": 5.5)"),
                    "\"upvotes\" is no number"},
        RefusedCase{"VotesNegative", paper_with(R"("upvotes": -5)"),
                    "\"upvotes\" is below zero"},
        RefusedCase{"VotesTooMany", paper_with(R"("upvotes": 18446744073709551615)"),
                    "\"upvotes\" is too"},
        RefusedCase{"VotesFarTooMany", export_with("\"votes\": " + std::string(40, '9')),
                    "\"votes\" is no"},
        RefusedCase{"SectionsObject", export_with(R"("sections": {})"),
                    "\"sections\" is no list"},
        RefusedCase{"SectionText", export_with(R"("sections": ["a"])"),
                    "a section that is no object"},
        RefusedCase{"SectionTextNumber", export_with(R"("sections": [{"text": 1}])"),
                    "\"text\" is no text"}),
    testing::row_name<RefusedCase>);

INSTANTIATE_TEST_SUITE_P(
    Syntax, RefusedJsonTest,
    ::testing::Values(
        RefusedCase{"Word", "hello", "an entry that is no object"},
        RefusedCase{"NoColon", R"({"id" "2504.00005"})", "no valid JSON"},
        RefusedCase{"CommaAtTheEnd", R"({"id": "2504.00005",})", "no valid JSON"},
        RefusedCase{"SingleQuotes", "{'id': '2504.00005'}", "no valid JSON"},
        RefusedCase{"QuoteNotClosed", R"({"id": "2504.00005, "title": 5})",
                    "no valid JSON"},
        RefusedCase{"WrongBracket", R"({"id": "2504.00005"])", "no valid JSON"},
        RefusedCase{"Escape", R"({"id": "2504.00005", "title": "\x"})", "no valid JSON"},
        RefusedCase{"HalfASurrogate", R"({"id": "2504.00005", "title": "\ud83d"})",
                    "no valid JSON"},
        RefusedCase{"ControlCharacter", "{\"id\": \"2504.00005\", \"title\": \"a\tb\"}",
                    "no valid JSON"},
        RefusedCase{"InvalidUtf8", feed_entry("2504.00005", ", \"summary\": \"a\xFF\""),
                    "not valid UTF-8"},
        RefusedCase{"Overlong", feed_entry("2504.00005", ", \"summary\": \"\xC0\xAF\""),
                    "not valid UTF-8"},
        RefusedCase{"NumberTooLarge", export_with("\"x\": 1e999"),
                    "a number that is too large"},
        RefusedCase{"NumberOfTenThousandDigits",
                    export_with("\"x\": " + std::string(10000, '1')),
                    "a number that is too large"},
        RefusedCase{"Deep",
                    "{\"a\": " + std::string(100000, '[') + std::string(100000, ']') + "}",
                    "nested too deeply"}),
    testing::row_name<RefusedCase>);

TEST(JsonLineTest, OfABadByteIsItsOwn) {
  const Content content =
      read_json("[\n{\n\"id\": \"2504.00005\",\n\"title\": \"a\xFF\"}\n]", "");
  EXPECT_THAT(complaints_of(content), ElementsAre(HasSubstr("4: not valid UTF-8")));
}

TEST(JsonLineTest, OfASyntaxErrorIsItsOwn) {
  const Content content =
      read_json("[\n{\n\"id\": \"2504.00005\",\n\"title\" \"a\"}\n]", "");
  EXPECT_THAT(complaints_of(content), ElementsAre("4: no valid JSON"));
}

struct EndCase {
  const char* name;
  std::string text;
  std::vector<std::string> places;
  std::vector<std::string> complaints;
};
void PrintTo(const EndCase& row, std::ostream* out) { *out << row.text; }

class JsonEndTest : public ::testing::TestWithParam<EndCase> {};

TEST_P(JsonEndTest, KeepsWhatIsWhole) {
  const Content content = read_json(GetParam().text, "");
  EXPECT_EQ(places_of(content), GetParam().places);
  EXPECT_EQ(complaints_of(content), GetParam().complaints);
}

INSTANTIATE_TEST_SUITE_P(
    All, JsonEndTest,
    ::testing::Values(
        EndCase{"InAnEntry",
                "[\n" + kOne + ",\n{\"paper\": {\"id\":",
                {"2: 2504.00001"},
                {"3: the JSON ends early"}},
        EndCase{"InAString",
                "[\n" + kOne + ",\n{\"paper\": {\"id\": \"25",
                {"2: 2504.00001"},
                {"3: the JSON ends early"}},
        EndCase{"InAnEscape",
                "[\n" + kOne + ",\n{\"paper\": {\"id\": \"25\\",
                {"2: 2504.00001"},
                {"3: the JSON ends early"}},
        EndCase{"BehindAComma",
                "[\n" + kOne + ",\n",
                {"2: 2504.00001"},
                {"2: the JSON ends early"}},
        EndCase{
            "BehindAnEntry", "[\n" + kOne, {"2: 2504.00001"}, {"2: the JSON ends early"}},
        EndCase{"AtOnce", "[", {}, {"1: the JSON ends early"}},
        EndCase{"BracketsOnly", std::string(100000, '['), {}, {"1: nested too deeply"}},
        EndCase{"LastLine",
                kOne + "\n{\"id\": \"2504.0",
                {"1: 2504.00001"},
                {"2: the JSON ends early"}},
        EndCase{"FirstLine",
                "{\"id\": \"2504.0\n" + kOne + "\n" + kTwo,
                {"2: 2504.00001", "3: 2504.00002"},
                {"1: the JSON ends early"}},
        EndCase{"LineBetween",
                kOne + "\n{\"paper\": {\"id\":\n\n" + kTwo,
                {"1: 2504.00001", "4: 2504.00002"},
                {"2: the JSON ends early"}},
        EndCase{"LineBetweenInAList",
                "[\n" + kOne + ",\n{\"paper\": {\"id\":\n" + kTwo + "\n]",
                {"2: 2504.00001", "4: 2504.00002"},
                {"3: the JSON ends early"}},
        EndCase{
            "OnlyObject", "{\n \"id\": \"2504.00001\",\n", {}, {"1: the JSON ends early"}},
        EndCase{"TextBehindTheList",
                "[" + kOne + "]\n" + kTwo,
                {"1: 2504.00001"},
                {"2: more text behind the list"}}),
    testing::row_name<EndCase>);

TEST(JsonComplaintTest, IsOnlyCountedBeyondAHundred) {
  std::string numbers = "[0";
  for (int i = 1; i < 250; ++i) numbers += "," + std::to_string(i);
  const Content content = read_json(numbers + "," + kOne + "]", "");
  EXPECT_THAT(content.complaints, SizeIs(kMaxComplaints));
  EXPECT_EQ(content.unlisted, 250 - kMaxComplaints);
  EXPECT_THAT(places_of(content), ElementsAre("1: 2504.00001"));
}

}  // namespace
}  // namespace papersearch
