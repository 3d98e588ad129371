// SPDX-License-Identifier: GPL-2.0-or-later
// Parses files on all cores.
#pragma once

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "scan.h"
#include "source.h"

namespace papersearch {

// Its threads are begun when there is something to parse. Not for use by several threads.
class Parsers {
 public:
  Parsers() = default;
  // Waits for the texts that are being parsed; the others are dropped.
  ~Parsers();
  Parsers(const Parsers&) = delete;
  Parsers& operator=(const Parsers&) = delete;

  // What parse_source() gives, some time later.
  std::future<Content> parse(const SourceFile& file, std::string text);

 private:
  void begin_threads();
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::packaged_task<Content()>> waiting_;
  bool ended_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace papersearch
