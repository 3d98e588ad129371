// SPDX-License-Identifier: GPL-2.0-or-later
// One generation of an index: a Xapian database that papersearch-index wrote.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "papersearch/error.h"
#include "shard_list.h"

namespace papersearch {

struct OpenGeneration {
  Xapian::Database local;  // all of it where there are no shards
  std::vector<ShardPlace> shards;
};

// Opens the generation `name` of the index in `path` for reading, but for its shards. Fails
// with kIndexCorrupt when it is no database of ours, kIndexVersion when another version
// wrote it, kIo.
Result<OpenGeneration> open_generation(const std::string& path, const std::string& name);

}  // namespace papersearch
