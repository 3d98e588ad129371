// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "papersearch/searcher.h"
#include "support/temp_dir.h"

namespace papersearch::testing {

// For tests that search the Korean digests of the real archive. The index is made once for
// each suite of tests; where there is no archive every test is skipped.
class ArchiveTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite();
  static void TearDownTestSuite();
  void SetUp() override;

  static Searcher& searcher() { return *searcher_; }
  static SearchResult search(std::string_view query);

 private:
  static std::unique_ptr<TempDir> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

}  // namespace papersearch::testing
