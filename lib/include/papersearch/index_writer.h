// SPDX-License-Identifier: GPL-2.0-or-later
// Making an index.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "papersearch/error.h"
#include "papersearch/export.h"
#include "papersearch/paper.h"

namespace papersearch {

// What a commit changed, against the index that was there before, in papers.
struct IndexReport {
  std::size_t papers = 0;  // in the index now
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
};

// Builds the index in a folder anew from the papers it is given.
//
// Nothing of it is visible to readers before commit(), which puts the new index in
// place of the old one at once. A writer that is destroyed without commit(), or killed,
// leaves the index as it was.
//
// One IndexWriter per index, across all processes; not for use by several threads.
class PAPERSEARCH_EXPORT IndexWriter {
 public:
  // Takes the index in folder `path` for writing; the folder is created when it is
  // missing. Fails with kIndexLocked (the message names the other process), kNoSpace
  // or kIo, and with kInvalidArgument when the folder holds something else than an
  // index.
  static Result<IndexWriter> open(const std::string& path);

  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();

  // Adds one entry. Entries with the same id become one paper, see merge_paper().
  // Fails with kInvalidArgument, the message saying what is wrong, when the id is no
  // arXiv id, the title is empty, the date is no date, the votes are negative, or a
  // text is no valid UTF-8; such an entry is not taken, and the writer goes on.
  Result<void> add(const Paper& entry);

  // Papers taken so far.
  std::size_t size() const;

  // Writes the new index and puts it in place. Where nothing at all would change,
  // nothing is written. To be called once; fails with kNoSpace, kIo or kIndexCorrupt,
  // and the old index stays. `progress`, if any, is called from time to time with the
  // number of papers written so far.
  Result<IndexReport> commit(const std::function<void(std::size_t)>& progress = {});

 private:
  class Impl;
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace papersearch
