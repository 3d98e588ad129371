// SPDX-License-Identifier: GPL-2.0-or-later
// Eight threads and eight processes search without pause while a writer updates and
// rebuilds the index as fast as it can: no error reaches them, and each answer is one
// committed state.
//
//     PAPERSEARCH_CONCURRENT_SECONDS=60 concurrent_test   for a minute, not 3 seconds
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "papersearch/index_writer.h"
#include "papersearch/searcher.h"
#include "support/temp_dir.h"

namespace papersearch::testing {
namespace {

constexpr int kThreads = 8;
constexpr int kProcesses = 8;
constexpr int kReaders = kThreads + kProcesses;
constexpr int kPapers = 60;
// A paper gets a new version in every twentieth state.
constexpr int kCycle = 20;
// Rounds of questions that one Searcher is asked.
constexpr int kRounds = 16;
// However slow the machine is; and each reader is waited for.
constexpr int kFewestStates = 4;

template <class T>
T require(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message());
  return *std::move(result);
}

// What readers and writer tell each other, in memory that the processes share.
struct Shared {
  // Numbers of states: before a commit begins, and after it is done.
  std::atomic<int> begun = 0;
  std::atomic<int> committed = 0;
  std::atomic<bool> stop = false;
  std::array<std::atomic<long>, kReaders> answers = {};
  std::atomic<bool> has_failed = false;
  std::array<char, 1000> failure = {};  // the first one

  bool all_have_answers() const {
    return std::all_of(answers.begin(), answers.end(),
                       [](const std::atomic<long>& of_one) { return of_one > 0; });
  }

  void fail(const char* what) {
    if (!has_failed.exchange(true)) std::strncpy(failure.data(), what, failure.size() - 1);
    stop = true;
  }
};

Shared* make_shared_memory() {
  void* memory = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::runtime_error("mmap failed");
  return new (memory) Shared;
}

// The states, told apart by the versions of their papers: title, votes and text say them.
// Even states are written anew; odd ones are updates, in which one paper is missing.
std::string id_of(int i) { return "2504." + std::to_string(100000 + i).substr(1); }

int version_in(int state, int i) {
  return std::max(0, state - ((state - i) % kCycle + kCycle) % kCycle);
}

bool is_missing_in(int state, int i) { return state % 2 == 1 && state % kPapers == i; }

std::string title_of(int i, int version) {
  return "Paper " + std::to_string(i) + ", version " + std::to_string(version);
}

Paper paper_of(int i, int version) {
  Paper paper;
  paper.id = id_of(i);
  paper.title = title_of(i, version);
  paper.votes = version;
  paper.sections = {{"What's New", "강화 학습(Reinforcement Learning; RL) of version " +
                                       std::to_string(version)}};
  return paper;
}

void commit_state(const std::string& path, int state) {
  IndexWriterOptions options;
  options.rebuild = state % 2 == 0;
  IndexWriter writer = require(IndexWriter::open(path, options));
  for (int i = 1; i <= kPapers; ++i) {
    if (is_missing_in(state, i)) continue;
    const Result<void> added = writer.add(paper_of(i, version_in(state, i)));
    if (!added) throw std::runtime_error(added.error().message());
  }
  const IndexReport report = require(writer.commit());
  const IndexChange expected =
      options.rebuild ? IndexChange::kNewGeneration : IndexChange::kUpdate;
  if (report.change != expected) throw std::runtime_error("not the kind of commit meant");
}

// The state that all papers of the answer are of, and no other.
int state_of(const SearchResult& result) {
  std::map<std::string, int> versions;  // by id
  int state = 0;
  for (const Hit& hit : result.hits) {
    const int version = static_cast<int>(hit.paper.votes.value_or(-1));
    versions[hit.paper.id] = version;
    state = std::max(state, version);
  }
  std::size_t papers = 0;
  for (int i = 1; i <= kPapers; ++i) {
    if (is_missing_in(state, i)) continue;
    ++papers;
    const auto at = versions.find(id_of(i));
    if (at == versions.end() || at->second != version_in(state, i))
      throw std::runtime_error("paper " + id_of(i) + " is not that of state " +
                               std::to_string(state));
  }
  if (papers != versions.size() || papers != result.total)
    throw std::runtime_error("more papers than state " + std::to_string(state) + " has");
  for (const Hit& hit : result.hits) {
    const int i = std::stoi(hit.paper.id.substr(5));
    if (hit.paper.title != title_of(i, versions[hit.paper.id]))
      throw std::runtime_error("a title of another version: " + hit.paper.title);
  }
  return state;
}

class Reader {
 public:
  Reader(const std::string& path, Shared& shared, int number)
      : path_(path), shared_(shared), number_(number) {}

  void run() {
    try {
      while (!shared_.stop) use_one_searcher();
    } catch (const std::exception& error) {
      shared_.fail(error.what());
    }
  }

 private:
  void use_one_searcher() {
    int oldest = shared_.committed;
    Searcher searcher = require(Searcher::open(path_));
    for (int round = 0; round < kRounds && !shared_.stop; ++round) {
      for (const char* query : {"reinforcement learning", "버전 version", "votes:0.."}) {
        const int state = search(searcher, query);
        if (state < oldest) throw std::runtime_error("an older state than before");
        if (state > shared_.begun) throw std::runtime_error("a state of the future");
        oldest = state;
      }
      find(searcher, 1 + round % kPapers);
      require(searcher.similar(id_of(kPapers)));
      require(searcher.suggest("pap"));
      require(searcher.glossary("RL"));
      const std::size_t papers = require(searcher.statistics()).papers;
      if (papers != kPapers && papers != kPapers - 1)
        throw std::runtime_error("statistics of no state");
      if (round % 4 == 3) require(searcher.refresh());
      shared_.answers[number_] += 8;
    }
  }

  static int search(Searcher& searcher, const char* query) {
    SearchOptions options;
    options.limit = 2 * kPapers;
    return state_of(require(searcher.search(query, options)));
  }

  static void find(Searcher& searcher, int i) {
    const Result<Paper> paper = searcher.find(id_of(i));
    if (!paper && paper.error().code() == ErrorCode::kNotFound) return;  // in odd states
    const Paper found = require(paper);
    const Paper expected = paper_of(i, static_cast<int>(found.votes.value_or(-1)));
    if (found.title != expected.title || found.sections.size() != 1 ||
        found.sections[0].text != expected.sections[0].text)
      throw std::runtime_error("a paper of two versions: " + found.title);
  }

  const std::string& path_;
  Shared& shared_;
  std::size_t number_;
};

std::chrono::seconds duration() {
  const char* text = std::getenv("PAPERSEARCH_CONCURRENT_SECONDS");
  return std::chrono::seconds(text == nullptr ? 3 : std::max(1, std::atoi(text)));
}

void write_states(const std::string& path, Shared& shared) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + duration();
  try {
    int state = shared.committed;
    while (!shared.stop &&
           (Clock::now() < end || state < kFewestStates || !shared.all_have_answers())) {
      shared.begun = ++state;
      commit_state(path, state);
      shared.committed = state;
    }
  } catch (const std::exception& error) {
    shared.fail(error.what());
  }
  shared.stop = true;
}

// Before any thread is started.
std::vector<pid_t> start_processes(const std::string& path, Shared& shared) {
  std::vector<pid_t> out;
  for (int i = 0; i < kProcesses; ++i) {
    const pid_t pid = ::fork();
    if (pid == 0) {
      Reader(path, shared, kThreads + i).run();
      ::_exit(0);
    }
    out.push_back(pid);
  }
  return out;
}

TEST(ConcurrentTest, ReadersBesideAWriterGetCommittedStates) {
  const TempDir folder;
  const std::string path = folder / "index";
  Shared& shared = *make_shared_memory();
  commit_state(path, 0);
  const std::vector<pid_t> processes = start_processes(path, shared);
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&, i] { Reader(path, shared, i).run(); });
  write_states(path, shared);

  for (std::thread& thread : threads) thread.join();
  for (const pid_t pid : processes) {
    int status = -1;
    EXPECT_EQ(::waitpid(pid, &status, 0), pid);
    EXPECT_EQ(status, 0) << "a reading process ended by itself";
  }
  EXPECT_FALSE(shared.has_failed) << shared.failure.data();
  long answers = 0;
  for (const std::atomic<long>& of_one : shared.answers) answers += of_one;
  std::printf("%ld answers beside %d commits\n", answers, shared.committed.load());
}

}  // namespace
}  // namespace papersearch::testing
