// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include <ostream>
#include <string>
#include <vector>

#include "bad_input.h"
#include "lib/row_name.h"

namespace papersearch::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

// Stands for so many letters, which no other test of this program is to wait for.
const std::string kFiftyMegabytes = "<50 MB>";

struct FileCase {
  const char* name;
  const char* file;
  std::string content;
  int line;  // 0: the file as a whole
  std::string reason;
  std::vector<std::string> kept = {};  // of the other papers in the file
};
void PrintTo(const FileCase& row, std::ostream* out) { *out << row.file; }

class BadFileTest : public BadInputTest, public ::testing::WithParamInterface<FileCase> {};

TEST_P(BadFileTest, CostsOnlyItself) {
  const FileCase& row = GetParam();
  std::string content = row.content;
  if (const std::size_t at = content.find(kFiftyMegabytes); at != std::string::npos) {
    content.replace(at, kFiftyMegabytes.size(), std::string(50'000'000, 'a'));
  }
  const std::string file = folder_.write(std::string("archive/") + row.file, content);
  const ProcessResult result = run_index(db(), {"--json", archive()});
  expect_complaint(result, file, row.line == 0 ? json() : json(row.line), row.reason);
  EXPECT_THAT(held(db(), {"2504.00005", "2504.00006"}), ElementsAreArray(row.kept));
  EXPECT_EQ(papers_in(db()), kGood.size() + row.kept.size());
}

INSTANTIATE_TEST_SUITE_P(
    Markdown, BadFileTest,
    ::testing::Values(FileCase{"Empty", "5.md", "", 0, "an empty file"},
                      FileCase{"Binary", "5.md", std::string("\x89PNG\r\n\0\0", 8), 0,
                               "a binary file, no text"},
                      FileCase{"CutInACharacter",
                               "5.md",
                               kSix + kFive + "\n가\xEA\xB0",
                               4,
                               "not valid UTF-8",
                               {"2504.00006"}},
                      FileCase{"InvalidUtf8",
                               "5.md",
                               kFive + "\n- \xC0\xAF\n" + kSix,
                               3,
                               "not valid UTF-8",
                               {"2504.00006"}},
                      FileCase{"HeadingWithoutLink",
                               "5.md",
                               "### Five\n" + kSix,
                               1,
                               "a heading without a link to a paper",
                               {"2504.00006"}},
                      FileCase{"NoArxivLink",
                               "5.md",
                               kSix + "### [Five](https://example.org/abs/2504.00005)\n",
                               2,
                               "\"https://example.org/abs/2504.00005\" is no arXiv link",
                               {"2504.00006"}},
                      FileCase{"VotesThatAreNoNumber",
                               "5.md",
                               kFive + "\nVote: lots\n" + kSix,
                               3,
                               "\"lots\" is no number of votes",
                               {"2504.00006"}},
                      FileCase{"EmptyTitle",
                               "5.md",
                               kSix + heading(" ", "2504.00005"),
                               2,
                               "the title is empty",
                               {"2504.00006"}},
                      FileCase{"SamePaperTwice",
                               "5.md",
                               kFive + kSix + kFive,
                               3,
                               "2504.00005 stands in this file before, at line 1",
                               {"2504.00005", "2504.00006"}},
                      FileCase{"LineOf50Megabytes",
                               "5.md",
                               kFive + "\n" + kFiftyMegabytes + "\n" + kSix,
                               1,
                               "the entry is longer than 1 MiB",
                               {"2504.00006"}}),
    row_name<FileCase>);

INSTANTIATE_TEST_SUITE_P(
    Json, BadFileTest,
    ::testing::Values(
        FileCase{"Empty", "5.json", "\n", 0, "an empty file"},
        FileCase{"EndsEarly",
                 "5.json",
                 "[" + feed_entry("2504.00006") + ",\n{\"paper\": {\"id\": \"2504.0",
                 2,
                 "the JSON ends early",
                 {"2504.00006"}},
        FileCase{
            "CutInACharacter",
            "5.jsonl",
            feed_entry("2504.00006") + "\n{\"id\": \"2504.00005\", \"title\": \"가\xEA",
            2,
            "not valid UTF-8",
            {"2504.00006"}},
        FileCase{"WrongShape",
                 "5.json",
                 "[{\"papers\": []}, " + feed_entry("2504.00006") + "]",
                 1,
                 "an entry without \"id\"",
                 {"2504.00006"}},
        FileCase{"NoJson", "5.json", "hello\n", 1, "an entry that is no object"},
        FileCase{"NoDate", "5.json",
                 "{\"id\": \"2504.00005\", \"title\": \"T\", \"date\": \"yesterday\"}", 1,
                 "\"yesterday\" is no date"},
        FileCase{"SamePaperTwice",
                 "5.json",
                 "[" + feed_entry("2504.00006") + ",\n" + feed_entry("2504.00006v2") + "]",
                 2,
                 "2504.00006 stands in this file before, at line 1",
                 {"2504.00006"}},
        FileCase{"LineOf50Megabytes",
                 "5.jsonl",
                 feed_entry("2504.00005", ", \"summary\": \"" + kFiftyMegabytes + "\"") +
                     "\n" + feed_entry("2504.00006"),
                 1,
                 "the entry is longer than 1 MiB",
                 {"2504.00006"}}),
    row_name<FileCase>);

TEST_F(BadInputTest, ManyComplaintsAboutAFileAreCounted) {
  std::string text;
  for (int i = 0; i < 150; ++i) text += "### [Bad](https://example.org)\n";
  const std::string file = folder_.write("archive/5.md", text + kSix);
  const ProcessResult result = run_index(db(), {"--json", archive()});
  EXPECT_EQ(result.status, 1);
  const json skipped = summary_of(result)["skipped"];
  ASSERT_EQ(skipped.size(), 101);
  EXPECT_EQ(skipped[99]["line"], 100);
  EXPECT_EQ(skipped[100], (json{{"file", file},
                                {"line", nullptr},
                                {"reason", "50 more complaints about this file"}}));
  EXPECT_THAT(held(db(), {"2504.00006"}), ElementsAre("2504.00006"));
}

}  // namespace
}  // namespace papersearch::testing
