// SPDX-License-Identifier: GPL-2.0-or-later
#include "crash_guard.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace papersearch {
namespace {

constexpr int kOutOfTime = SIGPROF;
constexpr std::array kSignals = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, kOutOfTime};

// What the handler needs, all of it made before: it may neither take memory nor lock.
struct LastWords {
  const CrashPlan* plan = nullptr;
  char* const* next = nullptr;
};
LastWords last_words;

// A handler of its own stack, for the program's may be what is used up.
alignas(16) std::array<char, 65536> handler_stack;
stack_t former_stack;

void set_timer(std::chrono::seconds limit) {
  const itimerval timer = {{0, 0}, {limit.count(), 0}};
  ::setitimer(ITIMER_PROF, &timer, nullptr);
}

void write_all(int fd, const std::string& text) {
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t n = ::write(fd, text.data() + done, text.size() - done);
    if (n <= 0) return;  // there is nobody to tell
    done += static_cast<std::size_t>(n);
  }
}

// Calls only what a handler may call.
extern "C" void end_by_plan(int signal) {
  const CrashPlan& plan = *last_words.plan;
  write_all(plan.fd, signal == kOutOfTime ? plan.out_of_time : plan.crashed);
  if (last_words.next != nullptr) {
    // A new program inherits both.
    set_timer(std::chrono::seconds(0));
    sigset_t all;
    ::sigfillset(&all);
    ::sigprocmask(SIG_UNBLOCK, &all, nullptr);
    ::execv("/proc/self/exe", last_words.next);
  }
  ::_exit(plan.status);
}

}  // namespace

CrashGuard::CrashGuard(CrashPlan plan) : plan_(std::move(plan)) {
  for (std::string& argument : plan_.next) next_.push_back(argument.data());
  next_.push_back(nullptr);
  last_words = {&plan_, plan_.next.empty() ? nullptr : next_.data()};

  stack_t stack = {};
  stack.ss_sp = handler_stack.data();
  stack.ss_size = handler_stack.size();
  ::sigaltstack(&stack, &former_stack);
  struct sigaction action = {};
  action.sa_handler = end_by_plan;
  action.sa_flags = SA_ONSTACK | static_cast<int>(SA_RESETHAND);
  ::sigfillset(&action.sa_mask);
  for (const int signal : kSignals) ::sigaction(signal, &action, nullptr);
}

CrashGuard::~CrashGuard() {
  for (const int signal : kSignals) ::signal(signal, SIG_DFL);
  ::sigaltstack(&former_stack, nullptr);
  last_words = {};
}

TimeLimit::TimeLimit(std::chrono::seconds limit) { set_timer(limit); }

TimeLimit::~TimeLimit() { set_timer(std::chrono::seconds(0)); }

}  // namespace papersearch
