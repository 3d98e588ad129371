// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "bad_input.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(BadInputTest, NoSuchPath) {
  const std::string none = folder_ / "none.md";
  expect_complaint(run_index(db(), {"--json", archive(), none}), none, nullptr,
                   "No such file or directory");
}

TEST_F(BadInputTest, NamedFileWithoutPapers) {
  const std::string file = folder_.write("notes.txt", "hello\n");
  expect_complaint(run_index(db(), {"--json", archive(), file}), file, nullptr,
                   "holds no paper");
}

TEST_F(BadInputTest, SymbolicLinkLoop) {
  const std::string file = archive() + "/5.md";
  fs::create_symlink("5.md", file);
  expect_complaint(run_index(db(), {"--json", archive()}), file, nullptr,
                   "Too many levels of symbolic links");
}

TEST_F(BadInputTest, LinkBackToAFolderAround) {
  const std::string link = archive() + "/5";
  fs::create_directory_symlink(folder_.path(), link);
  // Through the link the archive is met again.
  expect_complaint(run_index(db(), {"--json", archive()}), link + "/archive", nullptr,
                   "a link back to a folder");
}

TEST_F(BadInputTest, DanglingLink) {
  const std::string file = archive() + "/5.md";
  fs::create_symlink("nowhere", file);
  expect_complaint(run_index(db(), {"--json", archive()}), file, nullptr,
                   "No such file or directory");
}

TEST_F(BadInputTest, Fifo) {
  const std::string file = archive() + "/5.md";
  ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
  expect_complaint(run_index(db(), {"--json", archive()}), file, nullptr,
                   "no regular file");
}

TEST_F(BadInputTest, Device) {
  const std::string file = archive() + "/5.json";
  fs::create_symlink("/dev/zero", file);
  expect_complaint(run_index(db(), {"--json", archive()}), file, nullptr,
                   "no regular file");
}

TEST_F(BadInputTest, FolderNamedLikeAFileIsSearched) {
  folder_.write("archive/5.md/6.md", kSix);
  const ProcessResult result = run_index(db(), {"--json", archive()});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(held(db(), {"2504.00006"}), ElementsAre("2504.00006"));
}

// Root may read everything: such a test then runs the program as nobody.
class UnreadableTest : public BadInputTest {
 protected:
  void SetUp() override {
    if (::geteuid() != 0) return;
    prefix_ = {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    if (!fs::exists(prefix_[0]))
      GTEST_SKIP() << "root, and no setpriv to become somebody else";
    fs::permissions(folder_.path(), fs::perms::all);
    std::vector<std::string> argv = prefix_;
    argv.insert(argv.end(), {papersearch_index_program(), "--version"});
    if (run(argv).status != 0) GTEST_SKIP() << "nobody may not run the built program";
  }

  ProcessResult run_unprivileged() const {
    std::vector<std::string> argv = prefix_;
    argv.insert(argv.end(),
                {papersearch_index_program(), "--db", db(), "--json", archive()});
    return run(argv);
  }

  std::vector<std::string> prefix_;
};

TEST_F(UnreadableTest, File) {
  const std::string file = folder_.write("archive/5.md", kFive);
  fs::permissions(file, fs::perms::none);
  expect_complaint(run_unprivileged(), file, nullptr,
                   "cannot be opened: Permission denied");
}

TEST_F(UnreadableTest, Folder) {
  folder_.write("archive/5/5.md", kFive);
  fs::permissions(folder_ / "archive/5", fs::perms::owner_exec);
  expect_complaint(run_unprivileged(), archive() + "/5", nullptr, "Permission denied");
}

TEST_F(UnreadableTest, FolderThatMayOnlyBeListed) {
  const std::string file = folder_.write("archive/5/5.md", kFive);
  fs::permissions(folder_ / "archive/5", fs::perms::others_read | fs::perms::owner_read);
  expect_complaint(run_unprivileged(), file, nullptr, "Permission denied");
}

TEST_F(UnreadableTest, IndexFolder) {
  fs::permissions(folder_.path(),
                  fs::perms::owner_all | fs::perms::others_exec | fs::perms::others_read);
  const ProcessResult result = run_unprivileged();
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.err, HasSubstr(db() + ": cannot make folder: Permission denied"));
}

// Nothing of a digest, or of a file's name, can run on the terminal that shows a complaint.
TEST_F(BadInputTest, ControlAndBidiCharactersStayOut) {
  const std::vector<std::string> unsafe = {
      "\x1b",   "\x07",   "\x7f",   "\r",     "\xC2\x9B",         "\xC2\x85",
      "\u202E", "\u2066", "\u200F", "\u061C", "\xF3\xA0\x80\x81", "\uFEFF"};
  std::string all;
  for (const std::string& text : unsafe) all += text + "[31m";
  folder_.write("archive/5" + all + ".md", "### [Five](https://example.org/" + all + ")\n" +
                                               heading("Five", "2504.00005") +
                                               "Vote: " + all);
  folder_.write("archive/6.json", R"({"id": "\u001b[31m\u202e\u009b"})");
  const ProcessResult result = run_index(db(), {"--json", archive()});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.err, HasSubstr("[31m"));
  EXPECT_EQ(summary_of(result)["skipped"].size(), 3);
  for (const std::string& text : unsafe) {
    EXPECT_THAT(result.err, Not(HasSubstr(text)));
    EXPECT_THAT(result.out, Not(HasSubstr(text)));
  }
  EXPECT_THAT(held(db(), kGood), ElementsAreArray(kGood));
}

}  // namespace
}  // namespace papersearch::testing
