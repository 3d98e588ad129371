// SPDX-License-Identifier: GPL-2.0-or-later
// A small index of papers made up for these tests, and the program run on it.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "papersearch/paper.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace papersearch::testing {

using Json = nlohmann::ordered_json;
using Arguments = std::vector<std::string>;

// Seven papers of several dates, votes and sections, in English and Korean.
std::vector<Paper> sample_papers();

// Writes an index of `papers` to the folder `path` through the library.
void write_index(const std::string& path, const std::vector<Paper>& papers);

// `text` without the sequences that set colours, styles and links.
std::string without_colors(const std::string& text);

// Runs `papersearch ARGUMENTS...` on an index of the sample papers.
class CliTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite();
  static void TearDownTestSuite();

  // With PAPERSEARCH_DB naming the sample index.
  static ProcessResult papersearch(const Arguments& arguments, ProcessOptions options = {});
  // The object that a call with --json printed.
  static Json json_of(const Arguments& arguments);
  // The ids of the hits that a search with --json found, in order.
  static std::vector<std::string> ids_of(const Arguments& arguments);

  static std::string db() { return *dir_ / "index"; }

 private:
  static TempDir* dir_;
};

}  // namespace papersearch::testing
