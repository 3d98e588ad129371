// SPDX-License-Identifier: GPL-2.0-or-later
// Small indexes for tests, on disk and in memory.
#pragma once

#include <xapian.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "document_builder.h"
#include "papersearch/index_writer.h"
#include "papersearch/searcher.h"
#include "support/temp_dir.h"
#include "surface_forms.h"

namespace papersearch::testing {

// The words of the query alone, without their other names: for tests of the words.
inline SearchOptions exact() {
  SearchOptions options;
  options.exact = true;
  return options;
}

// The value; a test cannot go on without it.
template <class T>
T require(Result<T> result) {
  if (!result) {
    throw std::runtime_error(std::string(error_code_name(result.error().code())) + ": " +
                             result.error().message());
  }
  return *std::move(result);
}
inline void require(const Result<void>& result) {
  if (!result) throw std::runtime_error(result.error().message());
}

// A paper with one unnamed section.
inline Paper make_paper(std::string id, std::string title, std::string text = "") {
  Paper paper;
  paper.id = std::move(id);
  paper.title = std::move(title);
  if (!text.empty()) paper.sections = {{"", std::move(text)}};
  return paper;
}

inline IndexReport write_index(const std::string& path, const std::vector<Paper>& papers) {
  IndexWriter writer = require(IndexWriter::open(path));
  for (const Paper& paper : papers) require(writer.add(paper));
  return require(writer.commit());
}

// An index in a folder of its own, and a Searcher over it.
class SmallIndex {
 public:
  explicit SmallIndex(const std::vector<Paper>& papers) : path_(folder_ / "index") {
    write_index(path_, papers);
    searcher_.push_back(require(Searcher::open(path_)));
  }

  const std::string& path() const { return path_; }
  Searcher& searcher() { return searcher_.front(); }
  SearchResult search(std::string_view query, const SearchOptions& options = {}) {
    return require(searcher().search(query, options));
  }
  // The ids of the hits, best first.
  std::vector<std::string> ids(std::string_view query, const SearchOptions& options = {}) {
    std::vector<std::string> out;
    for (const Hit& hit : search(query, options).hits) out.push_back(hit.paper.id);
    return out;
  }

 private:
  TempDir folder_;
  std::string path_;
  std::vector<Searcher> searcher_;  // of one; it has no empty state
};

// The documents of `papers`, in this order, in memory: without surface forms, for such a
// database cannot list its metadata.
inline Xapian::WritableDatabase in_memory(const std::vector<Paper>& papers) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  DocumentBuilder builder;
  for (const Paper& paper : papers) database.add_document(builder.build(paper));
  return database;
}

// A database in a folder of its own, which goes when the process ends.
inline Xapian::WritableDatabase empty_database() {
  static const TempDir folder;
  static int count = 0;
  return Xapian::WritableDatabase(folder / std::to_string(count++),
                                  Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
}

// The documents of `papers`, in this order, and their surface forms.
inline Xapian::WritableDatabase on_disk(const std::vector<Paper>& papers) {
  Xapian::WritableDatabase database = empty_database();
  DocumentBuilder builder;
  SurfaceFormChanges forms;
  for (const Paper& paper : papers) {
    database.add_document(builder.build(paper));
    forms.add(builder.surface_forms(), 1);
  }
  forms.write_to(database);
  database.commit();
  return database;
}

}  // namespace papersearch::testing
