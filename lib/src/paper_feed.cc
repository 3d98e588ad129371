// SPDX-License-Identifier: GPL-2.0-or-later
#include "paper_feed.h"

#include <utility>

namespace papersearch {

void PaperFeed::admit() {
  const std::lock_guard lock(mutex_);
  ++writers_;
}

bool PaperFeed::serve(const std::function<Batch(std::size_t, std::size_t)>& read,
                      const std::function<bool()>& go_on) {
  try {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return !requests_.empty() || writers_ == 0; });
      if (requests_.empty()) return true;
      Request request = std::move(requests_.front());
      requests_.pop_front();
      lock.unlock();
      const bool goes_on = go_on();
      request.answer.set_value(goes_on ? read(request.begin, request.end) : Batch());
      if (goes_on) continue;
      end();
      return false;
    }
  } catch (...) {
    end();
    throw;
  }
}

std::future<PaperFeed::Batch> PaperFeed::ask(std::size_t begin, std::size_t end) {
  Request request{begin, end, {}};
  std::future<Batch> out = request.answer.get_future();
  const std::lock_guard lock(mutex_);
  if (ended_) {
    request.answer.set_value({});
  } else {
    requests_.push_back(std::move(request));
    changed_.notify_one();
  }
  return out;
}

void PaperFeed::leave() {
  const std::lock_guard lock(mutex_);
  --writers_;
  changed_.notify_one();
}

void PaperFeed::end() {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  for (Request& request : requests_) request.answer.set_value({});
  requests_.clear();
}

}  // namespace papersearch
