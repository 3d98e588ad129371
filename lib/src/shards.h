// SPDX-License-Identifier: GPL-2.0-or-later
// The shards of an index as a search reads them, on this machine and on others.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "papersearch/error.h"
#include "papersearch/searcher.h"
#include "shard_list.h"

namespace papersearch {

// Not for use by several threads.
class Shards {
 public:
  Shards() = default;  // of an index of one database
  // `path` is the index, for messages; `local` its local part, which tells what state the
  // shards must be of.
  Shards(std::string path, std::vector<ShardPlace> places, const Xapian::Database& local,
         const SearcherOptions& options);

  bool none() const { return shards_.empty(); }

  // Opens those that are not open; to be called before papers() each time. One that does
  // not answer is left out. Fails with kIndexVersion when one is of another state. Throws
  // Xapian::Error when one of this machine is damaged.
  Result<void> connect();
  // As one. Of shards that are left out, nothing.
  const Xapian::Database& papers() const { return papers_; }
  // The names of those left out.
  std::vector<std::string> missing() const;
  // These fail with kUnavailable, the message naming a shard that is left out: when none
  // may be or all are; when that of this document is; when any is.
  Result<void> check_enough() const;
  Result<void> check_holds(Xapian::docid did) const;
  Result<void> check_complete() const;

  // Gives up the connections, one of which failed so. One that did not answer in time, or
  // fails again and again, is left alone for some seconds. Whether it was found.
  bool disconnect(const Xapian::NetworkError& error);

 private:
  using Clock = std::chrono::steady_clock;

  struct Shard {
    ShardPlace place;
    std::string mark;  // what its kShardKey is to say
    std::optional<Xapian::Database> database;
    std::string failure;  // of the last try
    Clock::time_point failed;
    Clock::time_point try_again;
  };

  void open(Shard& shard) const;
  Result<void> check_marks();
  Error silent(const Shard& shard) const;

  std::string path_;
  SearcherOptions options_;
  std::vector<Shard> shards_;
  Xapian::Database papers_;
  bool is_current_ = false;  // `papers_` is of what `shards_` are
};

}  // namespace papersearch
