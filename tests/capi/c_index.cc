// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_index.h"

#include <stdexcept>

namespace papersearch::testing {

TempDir* CApiTest::dir_ = nullptr;
std::string CApiTest::db_;

void CApiTest::SetUpTestSuite() {
  dir_ = new TempDir;
  db_ = *dir_ / "index";
  const ProcessResult indexed =
      run({papersearch_index_program(), "--db", db_, source_dir() + "/data/digests",
           source_dir() + "/data/feed"});
  if (indexed.status != 0) throw std::runtime_error(indexed.err);
}

void CApiTest::TearDownTestSuite() {
  delete dir_;
  dir_ = nullptr;
}

}  // namespace papersearch::testing
