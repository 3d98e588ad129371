// SPDX-License-Identifier: GPL-2.0-or-later
// A run of the papers of an index that is being built: filled in a thread of its own beside
// others, and then merged with them.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <future>
#include <string>
#include <vector>

#include "document_builder.h"
#include "papersearch/paper.h"

namespace papersearch {

// Makes one database of several, which hold runs of papers one after the other. Throws
// Xapian::Error.
void merge_databases(const std::vector<std::string>& paths, const std::string& merged);

// Small databases that are merged rather than a large one: Xapian collects postings in
// trees, which are slow as soon as no cache holds them, and take ten times the text.
// Nothing of it is made to survive a crash. Not for use by several threads.
class PaperRun {
 public:
  // Its databases have names that begin with `path`.
  PaperRun(std::string path, DocumentLayout layout);
  ~PaperRun();
  PaperRun(const PaperRun&) = delete;
  PaperRun& operator=(const PaperRun&) = delete;

  // Waits until the papers given before are in, and adds these in the background. Throws
  // what adding those before threw.
  void add(std::vector<Paper> papers);
  // Waits for the last ones. Gives the paths of the databases, in the order of the papers:
  // at most sixteen, for however many papers. Throws as add() does.
  std::vector<std::string> finish();

 private:
  void write(const std::vector<Paper>& papers);
  void close();
  void keep(std::string database, std::size_t tier);
  std::string next_path();

  std::string path_;
  std::size_t made_ = 0;  // databases, for their names
  // Of tier 0 those that were filled, of tier n + 1 those that were merged of tier n.
  std::vector<std::vector<std::string>> tiers_;
  // The one that is being filled, if any.
  Xapian::WritableDatabase database_;
  std::string database_path_;
  std::size_t papers_ = 0;
  std::size_t bytes_ = 0;
  DocumentBuilder builder_;
  std::future<void> running_;
};

}  // namespace papersearch
