// SPDX-License-Identifier: GPL-2.0-or-later
// Threads that do the jobs they are given.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace papersearch {

// Jobs are begun in the order they were added. Not for use by several threads.
class Workers {
 public:
  // Gets the number of the thread that does it, from 0: what is kept for each thread needs
  // no lock.
  using Job = std::function<void(std::size_t thread)>;

  explicit Workers(std::size_t threads);
  // Waits for the jobs that were begun; the others are dropped.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // As many as were asked for, or as the system lets begin; at least one.
  std::size_t size() const { return threads_.size(); }

  // Waits while as many jobs wait as there are threads, so that jobs may be large. Throws
  // what a job threw; no job is begun after that, and those that wait are dropped.
  void add(Job job);
  // Waits for all jobs. Throws as add() does.
  void finish();

 private:
  void work(std::size_t thread);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> waiting_;
  std::size_t running_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace papersearch
