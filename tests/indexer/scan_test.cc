// SPDX-License-Identifier: GPL-2.0-or-later
// Which files are found, and how they are read whatever they hold.
#include "scan.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "lib/row_name.h"
#include "sample_sources.h"
#include "support/temp_dir.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;
using testing::complaints_of;
using testing::digest;
using ::testing::ElementsAre;
using testing::feed_entry;
using ::testing::HasSubstr;
using testing::heading;
using ::testing::IsEmpty;
using testing::places_of;
using ::testing::SizeIs;
using testing::TempDir;

struct DateCase {
  const char* name;
  const char* path;
  const char* date;
};
void PrintTo(const DateCase& row, std::ostream* out) { *out << row.path; }

class DateOfPathTest : public ::testing::TestWithParam<DateCase> {};

TEST_P(DateOfPathTest, IsThatOfADigest) {
  EXPECT_EQ(date_of_path(GetParam().path), GetParam().date);
}

INSTANTIATE_TEST_SUITE_P(
    All, DateOfPathTest,
    ::testing::Values(
        DateCase{"Folders", "/a/digests/2025/04/23.md", "2025-04-23"},
        DateCase{"FoldersOnly", "2025/04/23.json", "2025-04-23"},
        DateCase{"Name", "feed/2025-04-23.jsonl", "2025-04-23"},
        DateCase{"NameGoesBefore", "daily_papers_2025-04-23.md", "2025-04-23"},
        DateCase{"NoExtension", "a/2025-04-23", "2025-04-23"},
        DateCase{"DotInAFolder", "a.b/2025-04-23", "2025-04-23"},
        DateCase{"NoDay", "2025/02/30.md", ""}, DateCase{"Mixed", "2025-04/23.md", ""},
        DateCase{"NameGoesOn", "2025-04-23-draft.md", ""}, DateCase{"Short", "23.md", ""},
        DateCase{"Empty", "", ""}, DateCase{"StandardInput", "-", ""}),
    testing::row_name<DateCase>);

// Paths below the folder, of the files that were found.
std::vector<std::string> names_of(const ScanResult& found, const TempDir& folder) {
  std::vector<std::string> out;
  for (const SourceFile& file : found.files) {
    out.push_back(fs::path(file.path).lexically_relative(folder.path()).string());
  }
  return out;
}

TEST(ScanTest, FindsFilesByTheirExtensionInOrder) {
  const TempDir folder;
  for (const char* name :
       {"b.json", "a/2.md", "a/1.markdown", "c.jsonl", "d.ndjson", "e.txt", "README",
        ".hidden.md", ".git/x.md", "f.MD.bak", "md"}) {
    folder.write(name, "x");
  }
  const ScanResult found = scan({folder.path().string()});
  EXPECT_THAT(names_of(found, folder),
              ElementsAre("a/1.markdown", "a/2.md", "b.json", "c.jsonl", "d.ndjson"));
  EXPECT_THAT(found.complaints, IsEmpty());
}

TEST(ScanTest, TakesAnyFileThatIsNamed) {
  const TempDir folder;
  const ScanResult found = scan({folder.write("e.txt", "x"), "-"});
  ASSERT_THAT(found.files, SizeIs(2));
  EXPECT_TRUE(found.files[0].named);
  EXPECT_EQ(found.files[1].path, "-");
}

TEST(ScanTest, GivesAFileOnceHoweverItIsReached) {
  const TempDir folder;
  const std::string file = folder.write("a/1.md", "x");
  fs::create_symlink(file, folder / "link.md");
  fs::create_hard_link(file, folder / "hard.md");
  fs::create_directory_symlink(folder / "a", folder / "b");
  const std::string path = folder.path().string();
  EXPECT_THAT(scan({file, path, path + "/a/../a/1.md", path, "-", "-"}).files, SizeIs(2));
}

TEST(ScanTest, FollowsLinksButNotInCircles) {
  const TempDir folder;
  const TempDir elsewhere;
  elsewhere.write("1.md", "x");
  folder.write("a/2.md", "x");
  fs::create_directory_symlink(elsewhere.path(), folder / "there");
  fs::create_directory_symlink(folder.path(), folder / "a/up");
  fs::create_symlink("itself.md", folder / "itself.md");
  const ScanResult found = scan({folder.path().string()});
  EXPECT_THAT(names_of(found, folder), ElementsAre("a/2.md", "there/1.md"));
  ASSERT_THAT(found.complaints, SizeIs(2));
  EXPECT_EQ(found.complaints[0].file, folder / "a/up");
  EXPECT_THAT(found.complaints[0].reason,
              HasSubstr("a link back to a folder it stands in"));
  EXPECT_EQ(found.complaints[1].file, folder / "itself.md");
}

// Each of these folders links to all others: there are more paths than could be walked.
TEST(ScanTest, IsNotLostInAMazeOfLinks) {
  const TempDir folder;
  constexpr int kFolders = 30;
  const auto name = [](int i) { return "d" + std::to_string(i); };
  for (int i = 0; i < kFolders; ++i) folder.write(name(i) + "/" + name(i) + ".md", "x");
  for (int i = 0; i < kFolders; ++i) {
    for (int j = 0; j < kFolders; ++j) {
      if (i != j)
        fs::create_directory_symlink(folder / name(j), folder / (name(i) + "/" + name(j)));
    }
  }
  EXPECT_THAT(scan({folder.path().string()}).files, SizeIs(kFolders));
}

TEST(ScanTest, RefusesWhatIsNoFile) {
  const TempDir folder;
  folder.write("1.md", "x");
  ASSERT_EQ(::mkfifo((folder / "fifo.md").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo((folder / "fifo").c_str(), 0600), 0);
  const ScanResult found = scan({folder.path().string(), "/dev/null", folder / "none"});
  EXPECT_THAT(names_of(found, folder), ElementsAre("1.md"));
  ASSERT_THAT(found.complaints, SizeIs(3));
  EXPECT_EQ(found.complaints[0].file, folder / "fifo.md");
  EXPECT_EQ(found.complaints[0].reason, "no regular file");
  EXPECT_EQ(found.complaints[1].file, "/dev/null");
  EXPECT_EQ(found.complaints[2].reason, "No such file or directory");
}

struct ReadCase {
  const char* name;
  const char* file;
  std::string text;
  std::vector<std::string> places;
  std::vector<std::string> complaints;
};
void PrintTo(const ReadCase& row, std::ostream* out) { *out << row.file; }

class ReadSourceTest : public ::testing::TestWithParam<ReadCase> {};

TEST_P(ReadSourceTest, KnowsTheFormat) {
  const TempDir folder;
  const Content content =
      read_source({folder.write(GetParam().file, GetParam().text), true});
  EXPECT_EQ(places_of(content), GetParam().places);
  EXPECT_EQ(complaints_of(content), GetParam().complaints);
}

const std::string kMark = "\xEF\xBB\xBF";

INSTANTIATE_TEST_SUITE_P(
    All, ReadSourceTest,
    ::testing::Values(
        ReadCase{"Markdown", "a.md", digest(""), {"3: 2504.00001"}, {}},
        ReadCase{"MarkdownUnnamed", "a", "\n" + digest(""), {"4: 2504.00001"}, {}},
        ReadCase{"MarkdownWithMark", "a.md", kMark + heading("T"), {"1: 2504.00001"}, {}},
        ReadCase{"Json", "a.json", feed_entry("2504.00001"), {"1: 2504.00001"}, {}},
        ReadCase{"JsonUnnamed",
                 "a.txt",
                 " \n[" + feed_entry("2504.00001") + "]",
                 {"2: 2504.00001"},
                 {}},
        ReadCase{"JsonWithMark",
                 "a.json",
                 kMark + "[" + feed_entry("2504.00001") + "]",
                 {"1: 2504.00001"},
                 {}},
        ReadCase{"MarkdownThatBeginsLikeJson",
                 "a.md",
                 "[x]\n\n" + heading("T"),
                 {"3: 2504.00001"},
                 {}},
        ReadCase{"Empty", "a.md", "", {}, {"0: an empty file"}},
        ReadCase{"EmptyJson", "a.json", " \r\n\t", {}, {"0: an empty file"}},
        ReadCase{"MarkOnly", "a.md", kMark, {}, {"0: an empty file"}},
        ReadCase{"Binary",
                 "a.md",
                 std::string("\x7f"
                             "ELF\0\0",
                             6),
                 {},
                 {"0: a binary file, no text"}},
        ReadCase{
            "Utf16", "a.md", std::string("#\0 \0", 4), {}, {"0: a binary file, no text"}},
        ReadCase{"OtherMarkdown",
                 "README.md",
                 "# About\n\ntext\n",
                 {},
                 {"0: holds no paper: no heading links to one"}},
        ReadCase{"PlainText",
                 "a.txt",
                 "hello\n",
                 {},
                 {"0: holds no paper: no heading links to one"}}),
    testing::row_name<ReadCase>);

TEST(ReadSourceTest, PassesOverOtherMarkdownInAFolder) {
  const TempDir folder;
  const Content content = read_source(
      {folder.write("LICENSE.md", "# Licence\n\n### Section 1\n\n### [Terms](a.html)\n"),
       false});
  EXPECT_FALSE(content.is_source);
  EXPECT_THAT(content.entries, IsEmpty());
  EXPECT_THAT(content.complaints, IsEmpty());
}

// A digest with nothing but bad headings is not passed over in silence.
TEST(ReadSourceTest, ComplainsAboutABadDigestInAFolder) {
  const TempDir folder;
  const Content content =
      read_source({folder.write("2025/04/23.md", "### A Title\n"), false});
  EXPECT_TRUE(content.is_source);
  EXPECT_THAT(complaints_of(content),
              ElementsAre("1: a heading without a link to a paper"));
}

TEST(ReadSourceTest, TakesTheDateFromThePath) {
  const TempDir folder;
  for (const std::string& text : {heading("T"), "[" + feed_entry("2504.00001") + "]"}) {
    const Content content = read_source({folder.write("2025/04/23", text), true});
    ASSERT_THAT(content.entries, SizeIs(1));
    EXPECT_EQ(content.entries[0].paper.date, "2025-04-23");
  }
}

TEST(ReadSourceTest, DoesNotWaitForAPipe) {
  const TempDir folder;
  ASSERT_EQ(::mkfifo((folder / "a.md").c_str(), 0600), 0);
  EXPECT_THAT(complaints_of(read_source({folder / "a.md", true})),
              ElementsAre("0: no regular file"));
}

TEST(ReadSourceTest, RefusesAFileThatDoesNotFitIntoMemory) {
  const TempDir folder;
  const std::string path = folder.write("a.md", digest(""));
  fs::resize_file(path, std::uintmax_t{1} << 40);  // a hole takes no room on the disk
  EXPECT_THAT(complaints_of(read_source({path, true})),
              ElementsAre("0: larger than 256 MiB"));
}

TEST(ReadSourceTest, TellsWhyAFileCannotBeOpened) {
  EXPECT_THAT(complaints_of(read_source({"/nonexistent/a.md", true})),
              ElementsAre("0: cannot be opened: No such file or directory"));
}

}  // namespace
}  // namespace papersearch
