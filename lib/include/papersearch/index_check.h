// SPDX-License-Identifier: GPL-2.0-or-later
// Finding out whether an index is sound.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "papersearch/error.h"
#include "papersearch/export.h"

namespace papersearch {

// What a check found.
struct IndexCheck {
  std::string generation;  // what was looked at, e.g. "generation.7"
  std::size_t papers = 0;  // that it holds
  // What is wrong, in sentences for people (one line each, UTF-8 or not): the first
  // hundred. A place in the files that is damaged often shows in several ways.
  std::vector<std::string> problems;
  std::size_t problem_count = 0;

  bool is_sound() const { return problem_count == 0; }
};

// Reads the whole index in folder `path` and compares it with itself: the structure of
// its files; the checksums of the papers' records and of the latent space; and whether
// terms, positions, values, statistics and glossary are what the records give, by analyzing
// all of them anew. Takes somewhat less time than a rebuild and changes nothing, not even
// the lock. An index that is damaged so badly that it does not open is an index with a
// problem.
//
// Of shards that lie on other machines the papers are read from there, and their files are
// not looked at: check them with xapian-check where they are.
//
// Fails with kIndexMissing, kIndexVersion (another version wrote it, or a shard is of
// another state: nothing is known), kUnavailable or kIo when there is nothing to look at,
// and with kIndexLocked when an indexer changed the index so often meanwhile that no
// verdict was reached. Safe to call from several threads.
PAPERSEARCH_EXPORT Result<IndexCheck> check_index(const std::string& path);

}  // namespace papersearch
