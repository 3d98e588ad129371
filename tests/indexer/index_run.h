// SPDX-License-Identifier: GPL-2.0-or-later
// Runs papersearch-index and looks into the index that it made.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/searcher.h"
#include "sample_sources.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace papersearch::testing {

// Whether the programs are built with a sanitizer, beside which nothing can be preloaded.
inline constexpr bool kIsSanitized = PAPERSEARCH_IS_SANITIZED;

// papersearch-index --db DB ARGUMENTS...
inline ProcessResult run_index(const std::string& db,
                               const std::vector<std::string>& arguments,
                               const ProcessOptions& options = {}) {
  std::vector<std::string> argv = {papersearch_index_program(), "--db", db};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  return run(argv, options);
}

// What --json printed; a null value when that is no JSON.
inline nlohmann::json summary_of(const ProcessResult& result) {
  return nlohmann::json::parse(result.out, nullptr, false);
}

// The ids of `wanted` that the index holds.
inline std::vector<std::string> held(const std::string& db,
                                     const std::vector<std::string>& wanted) {
  std::vector<std::string> out;
  Result<Searcher> searcher = Searcher::open(db);
  if (!searcher) return out;
  for (const std::string& id : wanted) {
    if (searcher->find(id)) out.push_back(id);
  }
  return out;
}

// Papers in the index; 0 when it cannot be opened.
inline std::size_t papers_in(const std::string& db) {
  Result<Searcher> searcher = Searcher::open(db);
  if (!searcher) return 0;
  const Result<IndexStatistics> statistics = searcher->statistics();
  return statistics ? statistics->papers : 0;
}

// Files of an index and nothing else: no generation but the current one and the one before.
inline void expect_tidy(const std::string& db) {
  std::size_t generations = 0;
  for (const auto& entry : std::filesystem::directory_iterator(db)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("generation.", 0) == 0) {
      ++generations;
    } else {
      EXPECT_TRUE(name == "XAPIANDB" || name == "lock") << name;
    }
  }
  EXPECT_LE(generations, 2);
}

// A digest of `count` papers, each with `words` words, that begin with the id 2504.00001.
inline std::string long_digest(int count, int words) {
  std::string out = "## Daily Papers (2025-04-23)\n";
  for (int i = 1; i <= count; ++i) {
    const std::string number = std::to_string(100000 + i).substr(1);
    out += heading("Paper " + number, "2504." + number) + "\n- **What's New**:";
    for (int j = 0; j < words; ++j)
      out += " word" + std::to_string((i * 7919 + j * 104729) % 50000);
    out += "\n\n";
  }
  return out;
}

// A folder with an index, and a good and a bad digest to put into it.
class IndexProgramTest : public ::testing::Test {
 protected:
  std::string db() const { return folder_ / "index"; }
  std::string good(const std::string& name = "a.md") const {
    return folder_.write(name, heading("One") + heading("Two", "2504.00002"));
  }
  std::string bad(const std::string& name = "b.md") const {
    return folder_.write(name, "### No Link\n" + heading("Three", "2504.00003"));
  }

  TempDir folder_;
};

}  // namespace papersearch::testing
