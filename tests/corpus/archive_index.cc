// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/archive_index.h"

#include <stdexcept>

#include "support/process.h"

namespace papersearch::testing {

std::unique_ptr<TempDir> ArchiveTest::folder_;
std::unique_ptr<Searcher> ArchiveTest::searcher_;

void ArchiveTest::SetUpTestSuite() {
  const auto archive = archive_dir();
  if (!archive) return;
  folder_ = std::make_unique<TempDir>();
  const std::string path = *folder_ / "index";
  const ProcessResult made =
      run({papersearch_index_program(), "--quiet", "--db", path, *archive + "/digests_ko"});
  if (made.status != 0 && made.status != 1) throw std::runtime_error(made.err);
  Result<Searcher> searcher = Searcher::open(path);
  if (!searcher) throw std::runtime_error(searcher.error().message());
  searcher_ = std::make_unique<Searcher>(*std::move(searcher));
}

void ArchiveTest::TearDownTestSuite() {
  searcher_.reset();
  folder_.reset();
}

void ArchiveTest::SetUp() {
  if (searcher_ == nullptr)
    GTEST_SKIP() << "the archive is not there: " << source_dir() << "/../shared/corpus";
}

SearchResult ArchiveTest::search(std::string_view query) {
  Result<SearchResult> result = searcher_->search(query);
  if (!result) throw std::runtime_error(result.error().message());
  return *std::move(result);
}

}  // namespace papersearch::testing
