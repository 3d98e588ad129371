// SPDX-License-Identifier: GPL-2.0-or-later
// Records as documents hold them: deflated (RFC 1951), with a dictionary that all records
// of an index share. Papers are told in much the same words, so that a record of 1.6 KB
// takes 630 bytes in place of the 970 that it takes alone.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "papersearch/paper.h"

namespace papersearch {

// Not for use by several threads.
class RecordPacker {
 public:
  explicit RecordPacker(std::string dictionary = {});
  ~RecordPacker();
  RecordPacker(RecordPacker&&) noexcept;
  RecordPacker& operator=(RecordPacker&&) noexcept;

  // The same paper and dictionary always give the same bytes.
  std::string pack(const Paper& paper);

 private:
  class Deflation;

  std::string dictionary_;
  std::unique_ptr<const Deflation> begun_;  // has read the dictionary, nothing else
};

class RecordReader {
 public:
  explicit RecordReader(std::string dictionary = {}) : dictionary_(std::move(dictionary)) {}
  // Of the records of an index, also of those of its shards.
  explicit RecordReader(const Xapian::Database& database);

  // As encode_record() of record.h gives it; nullopt for damaged bytes of which nothing
  // comes.
  std::optional<std::string> record(std::string_view data) const;
  // nullopt when the bytes, or the dictionary, are damaged.
  std::optional<Paper> find_paper(std::string_view data) const;
  // Throws Xapian::DatabaseCorruptError then.
  Paper paper(std::string_view data) const;

 private:
  std::string dictionary_;
};

void store_dictionary(Xapian::WritableDatabase& database, const std::string& dictionary);
// What was stored; empty where none is. Throws Xapian::DatabaseCorruptError when it is
// damaged.
std::string dictionary_of(const Xapian::Database& database);

// Of so many papers an index wants a dictionary: it takes 32 KB and saves 350 bytes each.
inline constexpr std::size_t kPapersForDictionary = 200;

// A dictionary for the records of `papers` papers, which `read` gives by number from 0:
// records from all over the archive. Empty for few papers.
std::string make_dictionary(std::size_t papers,
                            const std::function<Paper(std::size_t)>& read);

}  // namespace papersearch
