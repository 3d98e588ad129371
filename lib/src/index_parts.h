// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "kept_reads.h"
#include "packed_record.h"
#include "term_query.h"

namespace papersearch {

// What a search reads; of an index of one database, both are that. Documents have the same
// numbers in both.
struct IndexParts {
  // Which words there are and in how many papers, values, metadata: never far away.
  const Xapian::Database& local;
  // Weights and texts: shards, perhaps of other machines, as one.
  const Xapian::Database& papers;
  const RecordReader& records;  // of both
  // Of `papers`; `local` has it in a value.
  WordOrder order = WordOrder::kInValue;
  KeptReads* kept = nullptr;  // of `local`; none: all is read anew

  bool is_sharded() const { return order == WordOrder::kInPositions; }
  // Of `papers`.
  KeptReads* kept_of_papers() const { return is_sharded() ? nullptr : kept; }
};

}  // namespace papersearch
