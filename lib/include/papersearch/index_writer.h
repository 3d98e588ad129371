// SPDX-License-Identifier: GPL-2.0-or-later
// Making an index, and bringing it up to date.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/error.h"
#include "papersearch/export.h"
#include "papersearch/paper.h"

namespace papersearch {

// How an index is written; the defaults are those of papersearch-index.
struct IndexWriterOptions {
  // Write the whole index anew, even where a small change would do.
  bool rebuild = false;
  // Do not look at the index that is there, which then gets replaced: for one that is
  // damaged so badly that reading it crashes. Nothing is known of its sources and papers.
  bool ignore_existing = false;
  // Rank by nearness in meaning too, which the index learns from its papers: of 5,500 it
  // takes a second and 10 MB. An index that was written otherwise is written anew.
  bool latent = true;
  // Of how many databases the index is made, 1 to 256; 0: as many as it has, one where
  // there is none. Several can lie on as many machines, see docs/shards.md; an index of
  // another number is written anew, and one of several whenever anything changes.
  std::size_t shards = 0;
  // Bytes of memory for the entries that were added and are not committed yet; what is
  // beyond lies on the disk, in the folder of the index (of a dry run: in the folder for
  // temporary files). A commit takes some 100 MB and 500 bytes a paper on top.
  std::size_t memory = std::size_t{64} << 20;
  // Only tell what a commit would change: nothing is locked, made or written.
  bool dry_run = false;
};

// What of a source could not be used.
struct SourceComplaint {
  std::size_t line = 0;  // from 1; 0: the source as a whole
  std::string reason;
};

// What the index remembers of a source beside its papers, as the program said it.
struct SourceNotes {
  // Something that changes whenever what was added of the source may: see content_hash().
  std::string fingerprint;
  std::size_t entries = 0;  // that it holds
  std::vector<SourceComplaint> complaints;
};

// What a commit does.
enum class IndexChange {
  kNothing,        // the index was current
  kUpdate,         // what changed is changed in it
  kNewGeneration,  // a new one takes its place
};

// What a commit changed, against the index that was there before, in papers.
struct IndexReport {
  std::size_t papers = 0;  // in the index now
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  IndexChange change = IndexChange::kNothing;
};

// Brings the index in a folder up to date: after a commit it holds exactly the papers of
// the entries that were added, and of the sources that were kept.
//
// A source is whatever entries come from, a file for instance. One that has not changed
// since the index was written need not be read again:
//
//     const SourceNotes* known = writer->find_source(path);
//     if (known != nullptr && known->fingerprint == content_hash(content)) {
//       writer->keep_source(path);
//     } else {
//       writer->begin_source(path);
//       ... writer->add(entry) for each entry ...
//       writer->end_source({content_hash(content), entries, {}});
//     }
//
// A program that gives all its papers every time calls add() alone.
//
// Nothing of it is visible to readers before commit(), which changes the index at once:
// in place where little changed, else by putting a new index in its place. Both give the
// same index, whatever its history. A writer that is destroyed without commit(), or
// killed at any time, leaves the index as it was.
//
// One IndexWriter per index, across all processes; not for use by several threads.
class PAPERSEARCH_EXPORT IndexWriter {
 public:
  // Takes the index in folder `path` for writing; the folder is created when it is
  // missing. Fails with kIndexLocked (the message names the other process), kNoSpace
  // or kIo, with kInvalidArgument when the folder holds something else than an index,
  // when `options` are out of their range, or when shards of it lie on other machines; and
  // with kIndexVersion when a newer version wrote the index, unless it is to be written
  // anew.
  static Result<IndexWriter> open(const std::string& path,
                                  const IndexWriterOptions& options = {});

  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();

  // What the index has of the source `name`; nullptr when it has none of that name, or
  // is damaged or of an older version. Valid until commit().
  const SourceNotes* find_source(std::string_view name) const;
  // The names of all sources that find_source() finds, in order.
  std::vector<std::string> source_names() const;

  // Leaves what the index has of the source. False when find_source() finds none.
  bool keep_source(std::string_view name);
  // What is added from here on is of the source `name`, in place of what the index has of
  // it. The name is any bytes, but not empty.
  void begin_source(const std::string& name);
  // Ends the source that was begun.
  void end_source(SourceNotes notes);

  // Adds one entry. Entries with the same id become one paper, see merge_paper().
  // Fails with kInvalidArgument, the message saying what is wrong, when the id is none
  // (see parse_paper_id()), the title is empty, the date is no date, the votes are
  // negative, the url holds spaces or controls or is longer than 2,000 bytes, or a text is
  // no valid UTF-8; such an entry is not taken, and the writer goes on.
  Result<void> add(const Paper& entry);

  // Different papers added so far.
  std::size_t size() const;

  // What commit() would change. Fails as it does.
  Result<IndexReport> preview();

  // Writes the changes. Where nothing at all would change, nothing is written. To be
  // called once; fails with kNoSpace, kIo or kIndexCorrupt (the index is damaged, and
  // sources were to be kept: write it anew), and the old index stays. `progress`, if any,
  // is called from time to time with the number of papers written so far and of all that
  // will be; where it gives false, the commit fails with kCancelled.
  Result<IndexReport> commit(
      const std::function<bool(std::size_t done, std::size_t all)>& progress = {});

 private:
  class Impl;
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// A hash of `content` (XXH3, 128 bits) in 32 hexadecimal digits: the same content always
// has the same, and in practice no other has it.
PAPERSEARCH_EXPORT std::string content_hash(std::string_view content);

}  // namespace papersearch
