// SPDX-License-Identifier: GPL-2.0-or-later
// Memory that is not to be had is a status, not a crash, and nothing leaks away with it.
#include <cstdlib>
#include <functional>
#include <new>

#include "c_index.h"

namespace {

// How many allocations of this thread succeed until one does not; -1: all do.
thread_local long allocations_left = -1;

void* allocate(std::size_t size) {
  if (allocations_left == 0) throw std::bad_alloc();
  if (allocations_left > 0) --allocations_left;
  void* out = std::malloc(size == 0 ? 1 : size);
  if (out == nullptr) throw std::bad_alloc();
  return out;
}

}  // namespace

// The library's too, for it shares these with the program.
void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace papersearch::testing {
namespace {

using MemoryCTest = CApiTest;

// Makes the call with its first allocation failing, its second, and so on until it has
// all that it wants; gives how often it failed.
long failures_of(const std::function<papersearch_status()>& call) {
  for (long failed = 0; failed < 100'000; ++failed) {
    allocations_left = failed;
    const papersearch_status status = call();
    allocations_left = -1;
    if (status == PAPERSEARCH_OK) return failed;
    EXPECT_EQ(status, PAPERSEARCH_NO_MEMORY) << papersearch_error_message();
    EXPECT_STREQ(papersearch_error_message(), "out of memory");
  }
  return -1;
}

TEST_F(MemoryCTest, CallsThatMakeSomethingSayThatThereIsNone) {
  const std::string text(100, 'x');
  const PaperHandle paper = made<PaperHandle>(papersearch_paper_new);
  EXPECT_GT(failures_of([&] {
              papersearch_options* options = nullptr;
              const papersearch_status status = papersearch_options_new(&options);
              EXPECT_EQ(options == nullptr, status != PAPERSEARCH_OK);
              papersearch_options_free(options);
              return status;
            }),
            0);
  EXPECT_GT(failures_of([&] {
              return papersearch_paper_add_section(paper.get(), text.c_str(), text.c_str());
            }),
            0);
  EXPECT_EQ(papersearch_paper_section_count(paper.get()), 1U);
}

// An error whose message finds no room is the want of memory.
TEST_F(MemoryCTest, SoDoesAnErrorThatFindsNoRoom) {
  allocations_left = 0;
  const papersearch_status status = papersearch_options_set_sort(nullptr, 99);
  allocations_left = -1;
  EXPECT_EQ(status, PAPERSEARCH_NO_MEMORY);
  EXPECT_EQ(papersearch_error_range(nullptr), 0);
}

// Xapian's tables are not what they were when memory ran out in them: each try has a
// searcher of its own, and frees it.
TEST_F(MemoryCTest, SearcherSaysSoWhereverItRunsOut) {
  const auto open_and_search = [] {
    papersearch_searcher* searcher = nullptr;
    papersearch_result* result = nullptr;
    papersearch_status status = papersearch_searcher_open(db(), &searcher);
    if (status == PAPERSEARCH_OK)
      status = papersearch_searcher_search(searcher, "ttrl", nullptr, &result);
    papersearch_result_free(result);
    papersearch_searcher_free(searcher);
    return status;
  };
  EXPECT_GT(failures_of(open_and_search), 100);
}

TEST_F(MemoryCTest, FindSaysSoWhereverItRunsOut) {
  const auto open_and_find = [] {
    papersearch_searcher* searcher = nullptr;
    papersearch_paper* paper = nullptr;
    papersearch_status status = papersearch_searcher_open(db(), &searcher);
    if (status == PAPERSEARCH_OK)
      status = papersearch_searcher_find(searcher, "2504.16084", &paper);
    papersearch_paper_free(paper);
    papersearch_searcher_free(searcher);
    return status;
  };
  EXPECT_GT(failures_of(open_and_find), 30);
}

}  // namespace
}  // namespace papersearch::testing
