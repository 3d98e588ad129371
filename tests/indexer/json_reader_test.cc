// SPDX-License-Identifier: GPL-2.0-or-later
// What read_json() makes of feeds and exports.
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
using ::testing::IsEmpty;
using testing::places_of;
using ::testing::SizeIs;

TEST(JsonFeedTest, GivesAllThatAPaperHas) {
  const Content content = read_json(R"([
 {
  "paper": {
   "id": "2504.16084",
   "title": "TTRL: Test-Time\nReinforcement Learning",
   "summary": "\nFirst line\nsecond \"line\" \u2265 \ud83d\ude00.\n",
   "authors": [{"name": "Yuxin Zuo", "hidden": false}, {"name": "Kaiyan Zhang"}, "Li Sheng"],
   "upvotes": 112,
   "publishedAt": "2025-04-22T17:59:56.000Z",
   "submittedOnDailyAt": "2025-04-23T00:00:00.000Z",
   "ai_keywords": ["a", "b"]
  },
  "publishedAt": "2025-04-22T13:59:56.000Z",
  "title": "another title"
 }
])",
                                    "2025-04-30");
  EXPECT_THAT(complaints_of(content), IsEmpty());
  ASSERT_THAT(content.entries, SizeIs(1));
  EXPECT_EQ(content.entries[0].line, 2);
  const Paper& paper = content.entries[0].paper;
  EXPECT_EQ(paper.id, "2504.16084");
  EXPECT_EQ(paper.title, "TTRL: Test-Time Reinforcement Learning");
  EXPECT_EQ(paper.date, "2025-04-23");
  EXPECT_EQ(paper.votes, 112);
  EXPECT_THAT(paper.authors, ElementsAre("Yuxin Zuo", "Kaiyan Zhang", "Li Sheng"));
  EXPECT_THAT(
      paper.sections,
      ElementsAre(Section{"Abstract", "First line second \"line\" \u2265 \U0001F600."}));
}

TEST(JsonFeedTest, LeavesUnknownWhatIsNotThere) {
  const Content content = read_json(
      "[" + feed_entry("2504.00001") + "," +
          feed_entry("2504.00002", R"(, "summary": null, "authors": null, "upvotes": null,
                                  "publishedAt": null, "submittedOnDailyAt": null)") +
          "," +
          feed_entry("2504.00003",
                     R"(, "summary": " \n ", "authors": [{"name": ""}, {}])") +
          "]",
      "");
  EXPECT_THAT(complaints_of(content), IsEmpty());
  ASSERT_THAT(content.entries, SizeIs(3));
  for (const Entry& e : content.entries) {
    EXPECT_EQ(e.paper.votes, std::nullopt);
    EXPECT_EQ(e.paper.date, "");
    EXPECT_THAT(e.paper.authors, IsEmpty());
    EXPECT_THAT(e.paper.sections, IsEmpty());
  }
}

TEST(JsonFeedTest, TakesTheDateOfTheListingThenOfTheFileThenOfThePaper) {
  const std::string published = R"(, "publishedAt": "2025-04-01T00:00:00Z")";
  const std::string listed = R"(, "submittedOnDailyAt": "2025-04-02T23:59:59Z")";
  const std::string wrong = R"(, "submittedOnDailyAt": "yesterday")";
  const auto date_of = [](const std::string& text, const char* date) {
    const Content content = read_json(text, date);
    return content.entries.empty() ? "none" : content.entries[0].paper.date;
  };
  EXPECT_EQ(date_of(feed_entry("2504.00001", published + listed), "2025-04-03"),
            "2025-04-02");
  EXPECT_EQ(date_of(feed_entry("2504.00001", published), "2025-04-03"), "2025-04-03");
  EXPECT_EQ(date_of(feed_entry("2504.00001", published), ""), "2025-04-01");
  EXPECT_EQ(date_of(feed_entry("2504.00001", published + wrong), ""), "2025-04-01");
}

TEST(JsonExportTest, GivesAllThatAPaperHas) {
  const Content content = read_json(
      R"({"id": "cs/0112017", "title": "A\nTitle", "url": "https://arxiv.org/abs/cs/0112017",)"
      R"( "date": "2025-04-23", "authors": ["A B", "C D"], "votes": 0, "sections": )"
      R"([{"name": "What's New", "text": "one\ntwo"}, {"name": "", "text": "three"}]})"
      "\n",
      "2025-04-30");
  EXPECT_THAT(complaints_of(content), IsEmpty());
  ASSERT_THAT(content.entries, SizeIs(1));
  const Paper& paper = content.entries[0].paper;
  EXPECT_EQ(paper.id, "cs/0112017");
  EXPECT_EQ(paper.title, "A\nTitle");
  EXPECT_EQ(paper.date, "2025-04-23");
  EXPECT_EQ(paper.votes, 0);
  EXPECT_THAT(paper.authors, ElementsAre("A B", "C D"));
  EXPECT_THAT(paper.sections,
              ElementsAre(Section{"What's New", "one\ntwo"}, Section{"", "three"}));
}

// Records of one's own come in by the export's form; the address at arXiv says nothing new.
TEST(JsonReaderTest, TakesIdsAndAddressesOfOnesOwn) {
  const Content content = read_json(
      R"({"id": "lab:note/7", "title": "T", "url": "https://example.org/7"})"
      "\n"
      R"({"id": "lab:note/8", "title": "T", "url": null})"
      "\n"
      R"({"id": "2504.00001", "title": "T", "url": "https://arxiv.org/abs/2504.00001"})",
      "");
  EXPECT_THAT(complaints_of(content), IsEmpty());
  ASSERT_EQ(content.entries.size(), 3U);
  EXPECT_EQ(content.entries[0].paper.id, "lab:note/7");
  EXPECT_EQ(content.entries[0].paper.url, "https://example.org/7");
  EXPECT_EQ(content.entries[1].paper.url, "");
  EXPECT_EQ(content.entries[2].paper.url, "");
}

struct FormCase {
  const char* name;
  std::string text;
  std::vector<std::string> places;
};
void PrintTo(const FormCase& row, std::ostream* out) { *out << row.text; }

class JsonFormTest : public ::testing::TestWithParam<FormCase> {};

TEST_P(JsonFormTest, IsUnderstoodAndLinesAreRight) {
  const Content content = read_json(GetParam().text, "");
  EXPECT_EQ(places_of(content), GetParam().places);
  EXPECT_THAT(complaints_of(content), IsEmpty());
}

const std::string kOne = feed_entry("2504.00001");
const std::string kTwo = feed_entry("2504.00002");
const std::string kPretty = "{\n  \"id\": \"2504.00003\",\n  \"title\":\n    \"T\"\n}";

INSTANTIATE_TEST_SUITE_P(
    All, JsonFormTest,
    ::testing::Values(
        FormCase{"Nothing", " \n", {}}, FormCase{"EmptyList", "\n[ ]\n", {}},
        FormCase{"List", "[" + kOne + "," + kTwo + "]", {"1: 2504.00001", "1: 2504.00002"}},
        FormCase{"ListOverLines",
                 "[\n" + kOne + ",\n\n" + kTwo + "\n]\n",
                 {"2: 2504.00001", "4: 2504.00002"}},
        FormCase{"OneALine", kOne + "\n" + kTwo + "\n", {"1: 2504.00001", "2: 2504.00002"}},
        FormCase{"OneALineWithEmptyLines",
                 "\n" + kOne + "\n\n\n" + kTwo,
                 {"2: 2504.00001", "5: 2504.00002"}},
        FormCase{"WindowsLines",
                 kOne + "\r\n" + kTwo + "\r\n",
                 {"1: 2504.00001", "2: 2504.00002"}},
        FormCase{"OnlyOne", kOne, {"1: 2504.00001"}},
        FormCase{"OnlyOnePretty", kPretty + "\n", {"1: 2504.00003"}},
        FormCase{"SeveralPretty",
                 "\n" + kPretty + "\n" + kPretty,
                 {"2: 2504.00003", "7: 2504.00003"}},
        FormCase{"ListOfPretty",
                 "[" + kPretty + ",\n" + kOne + "]",
                 {"1: 2504.00003", "6: 2504.00001"}},
        FormCase{"ObjectBelowItsKey",
                 "{\"paper\":\n{\"id\": \"2504.00001\", \"title\": \"T\"}}\n" + kTwo,
                 {"1: 2504.00001", "3: 2504.00002"}},
        FormCase{"SideBySide", kOne + kTwo, {"1: 2504.00001", "1: 2504.00002"}},
        FormCase{"BracketsAndQuotesInText",
                 "[" + feed_entry("2504.00001", R"(, "summary": "a ] } \" [ { \\")") + "," +
                     kTwo + "]",
                 {"1: 2504.00001", "1: 2504.00002"}},
        FormCase{"IdAsAddress",
                 R"({"id": "https://arxiv.org/abs/2504.00009v3", "title": "T"})",
                 {"1: 2504.00009"}},
        FormCase{"TheLastOfEqualKeysCounts",
                 R"({"id": "x", "title": "T", "id": "2504.00009", "id": "2504.00008"})",
                 {"1: 2504.00008"}}),
    testing::row_name<FormCase>);

}  // namespace
}  // namespace papersearch
