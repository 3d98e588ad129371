// SPDX-License-Identifier: GPL-2.0-or-later
// The end of a program that a damaged index crashes. Xapian believes what stands in its
// tables, which carry no checksums: changed bytes can make it read outside of its blocks,
// or go round for ever. No exception tells of that, only a signal.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace papersearch {

// What is said and done then.
struct CrashPlan {
  std::string crashed;      // what to write of a crash, and
  std::string out_of_time;  // of a computation that does not end
  int fd = 2;               // where to write it
  int status = 3;           // to end with
  // The program's arguments, the name first, to start it anew with; empty: not again.
  std::vector<std::string> next = {};
};

// While it lives, a crash of the process ends as the plan says. Costs a few system calls.
// One at a time, made before there are threads.
class CrashGuard {
 public:
  explicit CrashGuard(CrashPlan plan);
  ~CrashGuard();
  CrashGuard(const CrashGuard&) = delete;
  CrashGuard& operator=(const CrashGuard&) = delete;

 private:
  CrashPlan plan_;
  std::vector<char*> next_;  // as execv() takes them
};

// While it lives, the process may compute for so long; waiting does not count. One at a
// time, and within a CrashGuard, which ends the process.
class TimeLimit {
 public:
  explicit TimeLimit(std::chrono::seconds limit);
  ~TimeLimit();
  TimeLimit(const TimeLimit&) = delete;
  TimeLimit& operator=(const TimeLimit&) = delete;
};

}  // namespace papersearch
