// SPDX-License-Identifier: GPL-2.0-or-later
// A run that is killed at any moment, or whose calls fail, leaves the index as it was or
// as it is to be; the next run finishes the job.
#include <gmock/gmock.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "index_run.h"
#include "killed_run.h"
#include "lib/row_name.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AnyOf;
using ::testing::HasSubstr;

constexpr int kPapers = 40;

std::string id_of(int i) { return "2504." + std::to_string(100000 + i).substr(1); }

// A digest a paper; the votes tell one version of it from another.
std::string paper_text(int i, int votes) {
  return heading("Paper " + std::to_string(i), id_of(i)) +
         "\nVote: " + std::to_string(votes) + "\n\n- **What's New**: text " +
         std::to_string(i) + " 강화 학습(Reinforcement Learning; RL)\n";
}

// What a reader finds: the id and votes of every paper, or why there is no index.
std::string contents(const std::string& db) {
  Result<Searcher> searcher = Searcher::open(db);
  if (!searcher) return error_code_name(searcher.error().code());
  std::string out;
  for (int i = 1; i <= kPapers + 1; ++i) {
    const Result<Paper> paper = searcher->find(id_of(i));
    if (paper) {
      out += id_of(i) + ":" + std::to_string(paper->votes.value_or(-1)) + " ";
    } else if (paper.error().code() != ErrorCode::kNotFound) {
      return paper.error().message();
    }
  }
  const Result<SearchResult> hits = searcher->search("reinforcement learning");
  return hits ? out + std::to_string(hits->total) : hits.error().message();
}

// What is done to an archive between two runs.
struct Change {
  const char* name;
  // Papers of the archive before: none, and then it is the first index.
  bool has_index;
  std::function<void(const TempDir&)> make;
};
void PrintTo(const Change& change, std::ostream* out) { *out << change.name; }

void write_all(const TempDir& folder, int votes) {
  for (int i = 1; i <= kPapers; ++i)
    folder.write("archive/" + std::to_string(i) + ".md", paper_text(i, votes));
}

const Change kChanges[] = {
    {"FirstIndex", false, [](const TempDir&) {}},
    {"Update", true,
     [](const TempDir& folder) {
       folder.write("archive/3.md", paper_text(3, 77));
       folder.write("archive/41.md", paper_text(41, 5));
       fs::remove(folder / "archive/7.md");
     }},
    {"NewGeneration", true, [](const TempDir& folder) { write_all(folder, 9); }},
};

class KilledRunTest : public ::testing::TestWithParam<Change> {
 protected:
  void SetUp() override {
    write_all(folder_, 1);
    if (GetParam().has_index) {
      ASSERT_EQ(run_index(db(), {archive()}).status, 0);
      fs::copy(db(), folder_ / "before", fs::copy_options::recursive);
    }
    before_ = contents(db());
    GetParam().make(folder_);
    ASSERT_EQ(run_index(folder_ / "after", {archive()}).status, 0);
    after_ = contents(folder_ / "after");
    ASSERT_NE(before_, after_);
  }

  std::string db() const { return folder_ / "index"; }
  std::string archive() const { return folder_ / "archive"; }

  void restore() const {
    fs::remove_all(db());
    if (GetParam().has_index)
      fs::copy(folder_ / "before", db(), fs::copy_options::recursive);
  }

  void expect_whole(const std::string& when) const {
    EXPECT_THAT(contents(db()), AnyOf(before_, after_)) << when;
    const ProcessResult next = run_index(db(), {archive()});
    EXPECT_EQ(next.status, 0) << when << ": " << next.err;
    EXPECT_EQ(contents(db()), after_) << when;
    expect_tidy(db());
  }

  // Runs with a fault at the first call, the second and so on, until it never comes.
  void inject(const std::string& kind, const std::string& more,
              const std::function<void(const ProcessResult&)>& check) const {
    ProcessOptions options;
    options.environment["LD_PRELOAD"] = FAULT_SHIM;
    const std::string sign = folder_ / "sign";
    options.environment["PAPERSEARCH_FAULT_SIGN"] = sign;
    int n = 0;
    do {
      restore();
      fs::remove(sign);
      const std::string fault = kind + ":" + std::to_string(++n) + more;
      options.environment["PAPERSEARCH_FAULT"] = fault;
      const ProcessResult result = run_index(db(), {"--quiet", archive()}, options);
      SCOPED_TRACE("with the fault " + fault);
      if (fs::exists(sign)) {
        check(result);
      } else {
        EXPECT_EQ(result.status, 0) << result.err;
      }
      expect_whole("with the fault " + fault);
    } while (fs::exists(sign));
    EXPECT_GT(n, 10) << "calls that change a file";
  }

  TempDir folder_;
  std::string before_;
  std::string after_;
};

TEST_P(KilledRunTest, AtAnyMoment) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  ASSERT_EQ(run_index(folder_ / "timed", {archive()}).status, 0);
  const auto whole =
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
  constexpr int kMoments = 40;
  int killed = 0;
  for (int i = 0; i < kMoments; ++i, restore()) {
    const int status =
        killed_after({papersearch_index_program(), "--quiet", "--db", db(), archive()},
                     whole * i / kMoments, SIGKILL);
    EXPECT_THAT(status, AnyOf(0, 128 + SIGKILL));
    if (status != 0) ++killed;
    expect_whole("killed after " + std::to_string((whole * i / kMoments).count()) + " us");
  }
  EXPECT_GT(killed, 0);
}

TEST_P(KilledRunTest, AtEveryCallThatChangesAFile) {
  if (kIsSanitized) GTEST_SKIP() << "nothing can be preloaded beside a sanitizer";
  inject("kill", "", [](const ProcessResult& result) {
    EXPECT_EQ(result.status, 128 + SIGKILL) << result.err;
  });
}

// SIGTERM is answered: the run ends cleanly or has done its work.
TEST_P(KilledRunTest, StopsCleanlyWhenAsked) {
  constexpr int kMoments = 12;
  for (int i = 0; i < kMoments; ++i, restore()) {
    const int signal = i % 2 == 0 ? SIGTERM : SIGINT;
    const int status =
        killed_after({papersearch_index_program(), "--quiet", "--db", db(), archive()},
                     std::chrono::milliseconds(2 * i), signal);
    EXPECT_THAT(status, AnyOf(0, 128 + signal));
    expect_whole("stopped after " + std::to_string(2 * i) + " ms");
  }
}

// A disk that is full, or fails, at one call or from it on. A call that does not matter,
// such as the one for the process id in the lock, may fail.
TEST_P(KilledRunTest, AtEveryCallThatFails) {
  if (kIsSanitized) GTEST_SKIP() << "nothing can be preloaded beside a sanitizer";
  for (const int error : {ENOSPC, EIO}) {
    for (const char* more : {"", "+"}) {
      inject(std::to_string(error), more, [&](const ProcessResult& result) {
        EXPECT_THAT(result.status, AnyOf(0, 3)) << result.err;
        if (result.status == 0) {
          EXPECT_EQ(contents(db()), after_);
        } else {
          EXPECT_THAT(result.err, HasSubstr("papersearch-index: "));
        }
      });
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Runs, KilledRunTest, ::testing::ValuesIn(kChanges),
                         row_name<Change>);

}  // namespace
}  // namespace papersearch::testing
