// SPDX-License-Identifier: GPL-2.0-or-later
// Where the shards of a generation are: a stub file of Xapian inside of its folder, for
// people to edit.
//
//     generation.7/
//       XAPIANDB    "auto shard.0", "remote host:port" …, one a line
//       local/      a Xapian database: what is looked at where the search runs
//       shard.0/ …  Xapian databases: document number d lies in shard (d - 1) mod their
//       number
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "papersearch/error.h"

namespace papersearch {

struct ShardPlace {
  std::string path;  // a folder; of one on another machine:
  std::string host;
  unsigned port = 0;

  bool is_remote() const { return path.empty(); }
  // "host:port", or the path.
  std::string name() const;
};

inline constexpr std::size_t kMostShards = 256;

// In the folder of a generation.
std::string local_path(const std::string& generation);
std::string shard_path(const std::string& generation, std::size_t number);

// None where the generation is one database. Fails with kIndexCorrupt, naming the line, and
// kIo.
Result<std::vector<ShardPlace>> read_shard_list(const std::string& generation);

// All of them in the folder itself. Fails with kNoSpace or kIo.
Result<void> write_shard_list(const std::string& generation, std::size_t shards);

// What kShardKey of a shard says in an index whose kStateKey says `state`.
std::string shard_mark(const std::string& state, std::size_t number, std::size_t shards);

}  // namespace papersearch
