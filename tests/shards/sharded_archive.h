// SPDX-License-Identifier: GPL-2.0-or-later
// The same papers in an index of one database, in one of four, and in one whose four lie
// behind servers.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "papersearch/error.h"
#include "papersearch/paper.h"
#include "papersearch/searcher.h"
#include "shard_servers.h"
#include "support/temp_dir.h"

namespace papersearch::testing {

inline constexpr std::size_t kShards = 4;

// Papers in Korean and English, made by chance, the same ones each time.
std::vector<Paper> random_papers(std::size_t count, unsigned seed = 1);

// Writes the papers into an index; false when that fails.
bool write_papers(const std::string& db, const std::vector<Paper>& papers,
                  std::size_t shards);

class ShardedArchive {
 public:
  explicit ShardedArchive(std::size_t papers = 400);

  const std::vector<Paper>& papers() const { return papers_; }
  std::string one() const { return folder_ / "one"; }
  std::string four() const { return folder_ / "four"; }
  std::string remote() const { return folder_ / "remote"; }
  // A folder of the tests' own.
  std::string path(const std::string& name) const { return folder_ / name; }
  ShardServers& servers() { return *servers_; }

  // The paper whose shard is this one.
  std::string paper_of_shard(std::size_t shard) const;

 private:
  TempDir folder_;
  std::vector<Paper> papers_;
  std::unique_ptr<ShardServers> servers_;
};

// Names `servers` as the shards of the index `db`, which has the local part of `of`.
void make_remote_index(const std::string& db, const std::string& of,
                       const ShardServers& servers);

}  // namespace papersearch::testing
