// SPDX-License-Identifier: GPL-2.0-or-later
// Papers on their way from the one thread that may read them to those that write them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <vector>

#include "papersearch/paper.h"

namespace papersearch {

class PaperFeed {
 public:
  using Batch = std::vector<Paper>;

  // For the thread that reads. One more thread may ask, until it leaves.
  void admit();
  // Gives what is asked for until all have left, or until `go_on`, asked before each
  // batch, gives false: then it ends, and gives false too. Throws what the two throw.
  bool serve(const std::function<Batch(std::size_t begin, std::size_t end)>& read,
             const std::function<bool()>& go_on);

  // For the threads that write: the papers from `begin` to `end`, which are read while the
  // thread goes on with what it has. None of them when the feed has ended.
  std::future<Batch> ask(std::size_t begin, std::size_t end);
  // To be called once by each thread that was admitted; nobody waits for it any more.
  void leave();
  // Nobody gets anything any more.
  void end();

 private:
  struct Request {
    std::size_t begin;
    std::size_t end;
    std::promise<Batch> answer;
  };

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Request> requests_;
  std::size_t writers_ = 0;
  bool ended_ = false;
};

}  // namespace papersearch
