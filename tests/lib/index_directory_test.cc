// SPDX-License-Identifier: GPL-2.0-or-later
#include "index_directory.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <set>

#include "row_name.h"
#include "small_index.h"
#include "unprivileged.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;
using testing::require;
using testing::TempDir;

std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> out;
  for (const auto& entry : fs::directory_iterator(folder))
    out.insert(entry.path().filename());
  return out;
}

std::string content(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Makes the next generation, with a file in it, the current one.
void publish(IndexDirectory& directory) {
  const std::string next = require(directory.prepare_next());
  fs::create_directory(next);
  std::ofstream(next + "/table") << "x";
  require(directory.publish_next());
}

TEST(IndexDirectoryTest, MakesItsFolderAndHasNoIndexAtFirst) {
  const TempDir folder;
  const IndexDirectory directory = require(IndexDirectory::lock(folder / "a/b/index"));
  EXPECT_EQ(directory.current(), std::nullopt);
  EXPECT_EQ(names_in(directory.path()), std::set<std::string>{"lock"});
  const Result<std::string> current = current_generation(directory.path());
  ASSERT_FALSE(current);
  EXPECT_EQ(current.error().code(), ErrorCode::kIndexMissing);
}

// The stub names the newest; it and the one before stay, for readers that just opened it.
TEST(IndexDirectoryTest, PublishesGenerationsAndKeepsTwo) {
  const TempDir folder;
  IndexDirectory directory = require(IndexDirectory::lock(folder / "index"));
  publish(directory);
  EXPECT_EQ(names_in(directory.path()),
            (std::set<std::string>{"XAPIANDB", "generation.1", "lock"}));
  EXPECT_EQ(content(directory.path() + "/XAPIANDB"), "auto generation.1\n");
  publish(directory);
  publish(directory);
  EXPECT_EQ(names_in(directory.path()),
            (std::set<std::string>{"XAPIANDB", "generation.2", "generation.3", "lock"}));
  EXPECT_EQ(require(current_generation(directory.path())), "generation.3");
  EXPECT_EQ(directory.current(), directory.path() + "/generation.3");
}

TEST(IndexDirectoryTest, GoesOnAfterAnEarlierWriter) {
  const TempDir folder;
  {
    IndexDirectory first = require(IndexDirectory::lock(folder / "index"));
    publish(first);
  }
  IndexDirectory second = require(IndexDirectory::lock(folder / "index"));
  EXPECT_EQ(second.current(), second.path() + "/generation.1");
  EXPECT_EQ(require(second.prepare_next()), second.path() + "/generation.2");
}

// What a killed writer left behind is in nobody's way.
TEST(IndexDirectoryTest, RemovesWhatAKilledWriterLeft) {
  const TempDir folder;
  {
    IndexDirectory first = require(IndexDirectory::lock(folder / "index"));
    publish(first);
    const std::string next = require(first.prepare_next());
    fs::create_directory(next);
    folder.write("index/generation.2/half", "x");
    folder.write("index/XAPIANDB.new", "auto gen");
  }
  IndexDirectory second = require(IndexDirectory::lock(folder / "index"));
  EXPECT_EQ(require(current_generation(second.path())), "generation.1");
  EXPECT_FALSE(fs::exists(require(second.prepare_next())));
  publish(second);
  EXPECT_EQ(require(current_generation(second.path())), "generation.2");
  EXPECT_FALSE(fs::exists(second.path() + "/XAPIANDB.new"));
}

// A writer that only updates the current generation makes room too.
TEST(IndexDirectoryTest, TheNextWriterRemovesOldGenerations) {
  const TempDir folder;
  {
    IndexDirectory first = require(IndexDirectory::lock(folder / "index"));
    publish(first);
    publish(first);
    folder.write("index/generation.3/half", "x");
    folder.write("index/XAPIANDB.new", "auto gen");
  }
  require(IndexDirectory::lock(folder / "index"));
  EXPECT_EQ(names_in(folder / "index"),
            (std::set<std::string>{"XAPIANDB", "generation.2", "lock"}));
}

TEST(IndexDirectoryTest, LookingChangesNothingAndNeedsNoLock) {
  const TempDir folder;
  EXPECT_EQ(require(IndexDirectory::look(folder / "none")).current(), std::nullopt);
  EXPECT_FALSE(fs::exists(folder / "none"));
  IndexDirectory held = require(IndexDirectory::lock(folder / "index"));
  publish(held);
  folder.write("index/generation.2/half", "x");
  EXPECT_EQ(require(IndexDirectory::look(held.path())).current(), held.current());
  EXPECT_TRUE(fs::exists(held.path() + "/generation.2/half"));
  folder.write("photos/cat.jpg", "x");
  EXPECT_FALSE(IndexDirectory::look(folder / "photos"));
}

TEST(IndexDirectoryTest, AbandonsWhatItPrepared) {
  const TempDir folder;
  IndexDirectory directory = require(IndexDirectory::lock(folder / "index"));
  publish(directory);
  const std::string next = require(directory.prepare_next());
  fs::create_directory(next);
  directory.abandon_next();
  EXPECT_FALSE(fs::exists(next));
  EXPECT_EQ(require(current_generation(directory.path())), "generation.1");
}

TEST(IndexDirectoryTest, KeepsOthersOutOfTheSameProcess) {
  const TempDir folder;
  const IndexDirectory directory = require(IndexDirectory::lock(folder / "index"));
  const Result<IndexDirectory> other = IndexDirectory::lock(folder / "index");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code(), ErrorCode::kIndexLocked);
  EXPECT_NE(other.error().message().find("process " + std::to_string(::getpid())),
            std::string::npos)
      << other.error().message();
}

TEST(IndexDirectoryTest, GivesTheLockBack) {
  const TempDir folder;
  { const IndexDirectory directory = require(IndexDirectory::lock(folder / "index")); }
  IndexDirectory first = require(IndexDirectory::lock(folder / "index"));
  IndexDirectory moved = std::move(first);
  EXPECT_FALSE(IndexDirectory::lock(folder / "index"));
  publish(moved);
}

// Another process: named by its id, and gone with it, however it ended.
TEST(IndexDirectoryTest, NamesTheOtherProcessAndOutlivesIt) {
  const TempDir folder;
  const std::string path = folder / "index";
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const Result<IndexDirectory> held = IndexDirectory::lock(path);
    const char answer = held ? '1' : '0';
    if (::write(ready[1], &answer, 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  char answer = 0;
  ASSERT_EQ(::read(ready[0], &answer, 1), 1);
  EXPECT_EQ(answer, '1');
  const Result<IndexDirectory> other = IndexDirectory::lock(path);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ready[0]);
  ::close(ready[1]);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code(), ErrorCode::kIndexLocked);
  EXPECT_NE(other.error().message().find("process " + std::to_string(child)),
            std::string::npos)
      << other.error().message();
  EXPECT_TRUE(IndexDirectory::lock(path));
}

// A folder of somebody's photographs is not taken for an index and cleaned up.
TEST(IndexDirectoryTest, RefusesAFolderOfSomethingElse) {
  const TempDir folder;
  folder.write("photos/cat.jpg", "x");
  const Result<IndexDirectory> directory = IndexDirectory::lock(folder / "photos");
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error().code(), ErrorCode::kInvalidArgument);
  EXPECT_NE(directory.error().message().find("cat.jpg"), std::string::npos);
  EXPECT_EQ(names_in(folder / "photos"), std::set<std::string>{"cat.jpg"});
}

TEST(IndexDirectoryTest, RefusesAFile) {
  const TempDir folder;
  const Result<IndexDirectory> directory = IndexDirectory::lock(folder.write("file", "x"));
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error().code(), ErrorCode::kIo);
}

TEST(IndexDirectoryTest, SaysWhenAFolderIsReadOnly) {
  const TempDir folder;
  fs::create_directory(folder / "index");
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(folder / "index", fs::perms(0555));
  const testing::Unprivileged user;
  if (!user.changed()) GTEST_SKIP() << "cannot give up the rights of root";
  const Result<IndexDirectory> directory = IndexDirectory::lock(folder / "index");
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error().code(), ErrorCode::kIo);
  EXPECT_NE(directory.error().message().find("Permission denied"), std::string::npos)
      << directory.error().message();
}

TEST(IndexDirectoryTest, SaysWhenAFolderCannotBeReached) {
  const TempDir folder;
  fs::create_directory(folder / "closed");
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(folder / "closed", fs::perms(0700));
  if (::geteuid() != 0) fs::permissions(folder / "closed", fs::perms(0));
  const testing::Unprivileged user;
  if (!user.changed()) GTEST_SKIP() << "cannot give up the rights of root";
  for (const Error& error : {IndexDirectory::lock(folder / "closed/index").error(),
                             current_generation(folder / "closed/index").error()}) {
    EXPECT_EQ(error.code(), ErrorCode::kIo);
    EXPECT_NE(error.message().find("Permission denied"), std::string::npos)
        << error.message();
  }
}

TEST(IndexDirectoryTest, SaysWhenAPathMakesNoSense) {
  for (const std::string& path :
       {std::string(10'000, 'x'), std::string("/dev/null/index"), std::string()}) {
    const Result<IndexDirectory> directory = IndexDirectory::lock(path);
    ASSERT_FALSE(directory) << path;
    EXPECT_EQ(directory.error().code(), ErrorCode::kIo) << directory.error().message();
  }
}

TEST(IndexDirectoryTest, SaysWhenLinksGoInACircle) {
  const TempDir folder;
  fs::create_symlink(folder / "index", folder / "index");
  const Result<IndexDirectory> directory = IndexDirectory::lock(folder / "index");
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error().code(), ErrorCode::kIo);
}

struct Stub {
  const char* name;
  const char* content;
};
void PrintTo(const Stub& stub, std::ostream* out) { *out << stub.content; }

class BadStubTest : public ::testing::TestWithParam<Stub> {};

// A reader says that the index is damaged, and reads nothing outside of the folder; a
// writer makes a new index in its place.
TEST_P(BadStubTest, IsDamageThatAWriterRepairs) {
  const TempDir folder;
  folder.write("index/XAPIANDB", GetParam().content);
  const Result<std::string> current = current_generation(folder / "index");
  ASSERT_FALSE(current) << *current;
  EXPECT_EQ(current.error().code(), ErrorCode::kIndexCorrupt);
  IndexDirectory directory = require(IndexDirectory::lock(folder / "index"));
  EXPECT_EQ(directory.current(), std::nullopt);
  publish(directory);
  EXPECT_TRUE(current_generation(folder / "index"));
}

INSTANTIATE_TEST_SUITE_P(
    Stubs, BadStubTest,
    ::testing::Values(
        Stub{"Empty", ""}, Stub{"Line", "\n"}, Stub{"TypeOnly", "auto\n"},
        Stub{"OtherType", "remote host:1\n"}, Stub{"OtherFolder", "auto /etc\n"},
        Stub{"Parent", "auto ../generation.1\n"},
        Stub{"Below", "auto generation.1/../..\n"}, Stub{"NoNumber", "auto generation.\n"},
        Stub{"Zero", "auto generation.0\n"}, Stub{"Sign", "auto generation.-1\n"},
        Stub{"Letters", "auto generation.1x\n"},
        Stub{"TooLarge", "auto generation.18446744073709551616\n"},
        Stub{"TheLastNumber", "auto generation.18446744073709551615\n"},
        Stub{"Binary", "\x01\x02\xFF"}),
    testing::row_name<Stub>);

}  // namespace
}  // namespace papersearch
