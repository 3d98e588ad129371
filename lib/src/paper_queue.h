// SPDX-License-Identifier: GPL-2.0-or-later
// Papers on their way from the thread that reads them to one that writes them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

#include "papersearch/paper.h"

namespace papersearch {

class PaperQueue {
 public:
  using Batch = std::vector<Paper>;

  // Waits while kMost batches wait. A batch that nobody is to take any more is dropped.
  void push(Batch batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || batches_.size() < kMost; });
    if (ended_) return;
    batches_.push_back(std::move(batch));
    changed_.notify_all();
  }

  // Waits for a batch; empty after the last one.
  Batch pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || !batches_.empty(); });
    if (batches_.empty()) return {};
    Batch out = std::move(batches_.front());
    batches_.pop_front();
    changed_.notify_all();
    return out;
  }

  // No batch comes, or is taken, after those that wait.
  void end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

 private:
  static constexpr std::size_t kMost = 4;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> batches_;
  bool ended_ = false;
};

}  // namespace papersearch
