// SPDX-License-Identifier: GPL-2.0-or-later
// What a writer was given comes back whole, whether it lies in memory or in the file.
#include "entry_store.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "support/temp_dir.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

PaperEntry entry(const std::string& source, const std::string& id,
                 const std::string& text) {
  PaperEntry out;
  out.source = source;
  out.paper.id = id;
  out.paper.title = "A title";
  out.paper.votes = 7;
  out.paper.sections.push_back({"Abstract", text});
  return out;
}

std::vector<std::string> texts(const EntryStore& store, const std::string& id) {
  std::vector<std::string> out;
  for (const PaperEntry& found : store.find(id))
    out.push_back(found.source + ": " + found.paper.sections.at(0).text);
  return out;
}

class EntryStoreTest : public ::testing::TestWithParam<std::size_t> {};

TEST_P(EntryStoreTest, GivesTheEntriesOfAPaperInTheirOrder) {
  testing::TempDir folder;
  EntryStore store(folder.path().string(), GetParam());
  store.add(entry("a", "2504.00001", "one"));
  store.add(entry("b", "2504.00002", "두 번째"));
  store.add(entry("b", "2504.00001", std::string(5'000, 'x')));
  ASSERT_TRUE(store.state());
  EXPECT_EQ(store.papers(), 2u);
  EXPECT_THAT(texts(store, "2504.00001"),
              ElementsAre("a: one", "b: " + std::string(5'000, 'x')));
  EXPECT_THAT(texts(store, "2504.00002"), ElementsAre("b: 두 번째"));
  EXPECT_THAT(texts(store, "2504.00003"), IsEmpty());
  const EntryStore moved = std::move(store);
  EXPECT_THAT(texts(moved, "2504.00002"), ElementsAre("b: 두 번째"));
  EXPECT_TRUE(fs::is_empty(folder.path())) << "the file has a name";
}

INSTANTIATE_TEST_SUITE_P(Memory, EntryStoreTest, ::testing::Values(0, 100, 1 << 20));

TEST(EntryStore, SaysThatItCannotWrite) {
  testing::TempDir folder;
  EntryStore store(folder / "missing", 0);
  store.add(entry("a", "2504.00001", "one"));
  ASSERT_FALSE(store.state());
  EXPECT_EQ(store.state().error().code(), ErrorCode::kIo);
  EXPECT_THAT(store.state().error().message(), ::testing::HasSubstr("/missing"));
}

}  // namespace
}  // namespace papersearch
