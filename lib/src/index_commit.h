// SPDX-License-Identifier: GPL-2.0-or-later
// Writing what was planned, into a new generation or into the current one.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "committed_index.h"
#include "document_order.h"
#include "index_plan.h"
#include "papersearch/error.h"

namespace papersearch {

// False to end: see IndexWriter::commit().
using CommitProgress = std::function<bool(std::size_t done, std::size_t all)>;

struct IndexCommit {
  const CommittedIndex& before;
  const GivenSources& given;
  const IndexPlan& plan;
  bool latent;
  std::size_t shards;  // 1: one database
  const CommitProgress& progress;
};

// Writes the whole index into the folder `generation`, which is not there yet. Throws
// Xapian::Error; fails with kCancelled.
Result<void> write_generation(const std::string& generation, const IndexCommit& commit);

// The documents that an update writes or removes.
struct IndexUpdate {
  std::vector<Xapian::docid> removed;
  Numbering numbering;
  std::vector<std::string> added;     // ids, in the order of numbering.added
  std::vector<std::string> replaced;  // ids of those that keep their place

  std::size_t size() const {
    return removed.size() + numbering.moves.size() + added.size() + replaced.size();
  }
};
IndexUpdate plan_update(const CommittedIndex& before, const IndexPlan& plan);

// Changes the current generation in one transaction. Throws and fails as above, and then
// the generation is as it was.
Result<void> update_generation(const std::string& generation, const IndexUpdate& update,
                               const IndexCommit& commit);

}  // namespace papersearch
