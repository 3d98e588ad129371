// SPDX-License-Identifier: GPL-2.0-or-later
// Indexes of the real archive, and its digests read a second time, by lines alone.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "papersearch/searcher.h"
#include "support/temp_dir.h"

namespace papersearch::testing {

// The index of some folders of the archive.
class ArchiveIndex {
 public:
  // Runs papersearch-index; the archive must be there.
  explicit ArchiveIndex(const std::vector<std::string>& folders);

  int status() const { return status_; }
  const nlohmann::json& summary() const { return summary_; }
  Searcher& searcher() { return *searcher_; }
  std::string path() const { return folder_ / "index"; }
  // The paper; one without a title when the index does not hold it.
  Paper find(const std::string& id);
  IndexStatistics statistics();

 private:
  TempDir folder_;
  int status_ = -1;
  nlohmann::json summary_;
  std::optional<Searcher> searcher_;
};

// Each is built when it is first asked for.
ArchiveIndex& digests_index();
ArchiveIndex& feed_index();
ArchiveIndex& both_index();

// Skips the test when there is no archive.
class ArchiveTest : public ::testing::Test {
 protected:
  void SetUp() override;
};

// The lines of a table of this folder, comments left out.
std::vector<std::string> lines_of(const std::string& name);

// An entry of a digest as its lines have it.
struct RawEntry {
  std::string file;
  std::string date;  // of the file's path
  std::string id;
  std::string title;
  std::string votes;               // behind "Vote: "; empty when there is no such line
  std::string authors;             // behind "Authors: "
  std::vector<std::string> lines;  // all others
};

// All entries of digests_ko, by file.
const std::vector<RawEntry>& raw_entries();

// The words of a text with how often each occurs: letters and digits of ASCII, and all that
// is not ASCII. Asterisks and backticks, the marks of emphasis and code, part no words.
std::map<std::string, int> words_of(const std::string& text);

}  // namespace papersearch::testing
