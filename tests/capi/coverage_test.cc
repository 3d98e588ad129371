// SPDX-License-Identifier: GPL-2.0-or-later
// No function of the C interface goes untested.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "c_index.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;

std::string contents_of(const fs::path& folder) {
  std::string out;
  for (const auto& file : fs::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    out.append(std::istreambuf_iterator<char>(in), {});
  }
  return out;
}

std::set<std::string> matches(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::set<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
    out.insert((*at)[1]);
  return out;
}

TEST(CoverageCTest, EveryFunctionIsCalledByATest) {
  const std::string headers = contents_of(source_dir() + "/lib/include/papersearch/c");
  const std::set<std::string> functions =
      matches(headers, R"(PAPERSEARCH_EXPORT[^;(]*\b(papersearch_\w+)\()");
  ASSERT_GT(functions.size(), 100U);
  const std::string tests = contents_of(source_dir() + "/tests/capi");
  for (const std::string& function : functions)
    EXPECT_NE(tests.find(function), std::string::npos) << function;
}

}  // namespace
}  // namespace papersearch::testing
