// SPDX-License-Identifier: GPL-2.0-or-later
#include "parsers.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace papersearch {
namespace {

constexpr std::size_t kMostThreads = 4;

}  // namespace

Parsers::~Parsers() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

std::future<Content> Parsers::parse(const SourceFile& file, std::string text) {
  if (threads_.empty()) begin_threads();
  std::packaged_task<Content()> task(
      [file, text = std::move(text)] { return parse_source(file, text); });
  std::future<Content> content = task.get_future();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(task));
  }
  changed_.notify_one();
  return content;
}

void Parsers::begin_threads() {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t count = std::min(cores, kMostThreads);
  threads_.reserve(count);
  try {
    for (std::size_t i = 0; i < count; ++i) threads_.emplace_back([this] { work(); });
  } catch (const std::system_error&) {
    if (threads_.empty()) throw;  // fewer will do
  }
}

void Parsers::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return ended_ || !waiting_.empty(); });
    if (ended_) return;
    std::packaged_task<Content()> task = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    task();
    lock.lock();
  }
}

}  // namespace papersearch
