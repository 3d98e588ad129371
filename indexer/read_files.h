// SPDX-License-Identifier: GPL-2.0-or-later
// Files between reading them and adding what they hold to an index.
#pragma once

#include <cstddef>
#include <deque>
#include <future>
#include <string>
#include <utility>

#include "source.h"

namespace papersearch {

// A file that was read.
struct ReadFile {
  std::string path;
  std::string name;     // source_name()
  std::string trouble;  // why it cannot be read; empty: none
  bool is_gone = false;
  std::string fingerprint;
  std::size_t bytes = 0;
  std::future<Content> content;  // not valid where the index knows the fingerprint
};

// Files that are parsed while the next are read, in their order.
class ReadFiles {
 public:
  void add(ReadFile file) {
    bytes_ += file.bytes;
    files_.push_back(std::move(file));
  }
  const ReadFile& last() const { return files_.back(); }
  bool is_empty() const { return files_.empty(); }
  // Whether the first is to be taken before another is read: nothing of it is parsed, or
  // what waits takes too much memory.
  bool must_go_on() const {
    return !is_empty() && (!files_.front().content.valid() || bytes_ > kMostBytes ||
                           files_.size() > kMostFiles);
  }
  ReadFile take() {
    ReadFile out = std::move(files_.front());
    files_.pop_front();
    bytes_ -= out.bytes;
    return out;
  }

 private:
  static constexpr std::size_t kMostBytes = 4 << 20;
  static constexpr std::size_t kMostFiles = 64;

  std::deque<ReadFile> files_;
  std::size_t bytes_ = 0;
};

}  // namespace papersearch
