// SPDX-License-Identifier: GPL-2.0-or-later
#include "workers.h"

#include <system_error>
#include <utility>

namespace papersearch {

Workers::Workers(std::size_t threads) {
  threads_.reserve(threads);
  try {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this, i] { work(i); });
  } catch (const std::system_error&) {
    if (threads_.empty()) throw;  // fewer will do
  }
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    waiting_.clear();
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Workers::add(Job job) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || waiting_.size() < threads_.size(); });
  if (failure_) std::rethrow_exception(failure_);
  waiting_.push_back(std::move(job));
  changed_.notify_all();
}

void Workers::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || (waiting_.empty() && running_ == 0); });
  if (failure_) std::rethrow_exception(failure_);
}

void Workers::work(std::size_t thread) {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return ended_ || !waiting_.empty(); });
    if (ended_ || failure_) return;
    Job job = std::exchange(waiting_.front(), nullptr);
    waiting_.pop_front();
    ++running_;
    changed_.notify_all();  // there is room for another
    lock.unlock();
    std::exception_ptr failure;
    try {
      job(thread);
    } catch (...) {
      failure = std::current_exception();
    }
    job = nullptr;  // what it held is given back at its end
    lock.lock();
    --running_;
    if (failure) waiting_.clear();
    if (failure && !failure_) failure_ = failure;
    changed_.notify_all();
  }
}

}  // namespace papersearch
