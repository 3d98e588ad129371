// SPDX-License-Identifier: GPL-2.0-or-later
// A process that crashes, or computes without end, says what it was told to say and ends
// with the status it was told to end with.
#include "crash_guard.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/time.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>

#include "lib/row_name.h"

namespace papersearch {
namespace {

using ::testing::ExitedWithCode;

CrashPlan plan() { return {"it crashed\n", "it did not end\n"}; }

// Calls itself for as long as there is room.
int use_up_the_stack(std::size_t depth) {
  volatile char room[4096];
  room[depth % 4096] = 1;
  return depth == SIZE_MAX ? 0 : use_up_the_stack(depth + 1) + room[0];
}

struct Crash {
  const char* name;
  void (*happen)();
};
void PrintTo(const Crash& crash, std::ostream* out) { *out << crash.name; }

const Crash kCrashes[] = {
    {"ReadOutsideOfMemory", [] { std::raise(SIGSEGV); }},
    {"ReadBehindAFile", [] { std::raise(SIGBUS); }},
    {"DividedByZero", [] { std::raise(SIGFPE); }},
    {"DamagedHeap", [] { std::abort(); }},
    {"FullStack", [] { std::exit(use_up_the_stack(0)); }},
};

class CrashGuardTest : public ::testing::TestWithParam<Crash> {};

TEST_P(CrashGuardTest, SaysSo) {
  EXPECT_EXIT(
      {
        const CrashGuard guard(plan());
        GetParam().happen();
      },
      ExitedWithCode(3), "it crashed");
}

INSTANTIATE_TEST_SUITE_P(Crashes, CrashGuardTest, ::testing::ValuesIn(kCrashes),
                         testing::row_name<Crash>);

TEST(TimeLimitTest, EndsAnEndlessComputation) {
  EXPECT_EXIT(
      {
        const CrashGuard guard(plan());
        const TimeLimit limit(std::chrono::seconds(1));
        for (volatile unsigned n = 0;;) n = n + 1;
      },
      ExitedWithCode(3), "it did not end");
}

TEST(TimeLimitTest, IsOverWithItsScope) {
  EXPECT_EXIT(
      {
        const CrashGuard guard(plan());
        { const TimeLimit limit(std::chrono::seconds(1)); }
        const std::clock_t end = std::clock() + 3 * CLOCKS_PER_SEC / 2;
        while (std::clock() < end) continue;
        std::_Exit(7);
      },
      ExitedWithCode(7), "");
}

// This test run by the next one, in a program that a crash started.
TEST(NextProgramTest, FindsNeitherTimerNorBlockedSignals) {
  itimerval timer = {};
  ::getitimer(ITIMER_PROF, &timer);
  EXPECT_EQ(timer.it_value.tv_sec, 0);
  sigset_t blocked;
  ::sigprocmask(SIG_BLOCK, nullptr, &blocked);
  EXPECT_EQ(sigismember(&blocked, SIGSEGV), 0);
}

void crash_into_the_next_program() {
  CrashPlan again = plan();
  again.next = {"cli_test", "--gtest_brief=1", "--gtest_filter=NextProgramTest.Finds*"};
  const CrashGuard guard(again);
  const TimeLimit limit(std::chrono::seconds(1000));
  std::raise(SIGSEGV);
}

TEST(NextProgramTest, IsStartedByACrash) {
  EXPECT_EXIT(crash_into_the_next_program(), ExitedWithCode(0), "it crashed");
}

}  // namespace
}  // namespace papersearch
