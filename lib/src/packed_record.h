// SPDX-License-Identifier: GPL-2.0-or-later
// Records as documents hold them: compressed by Zstandard (RFC 8878), with a dictionary
// that all records of an index share. Papers are told in much the same words, so that a
// record of 1.6 KB takes 700 bytes in place of the 970 that it takes alone.
#pragma once

#include <xapian.h>
#include <zstd.h>

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
  // Both throw Xapian::DatabaseCorruptError for a damaged dictionary.
  explicit RecordPacker(const std::string& dictionary = {});

  // The same paper and dictionary always give the same bytes.
  std::string pack(const Paper& paper);

 private:
  struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  };

  std::unique_ptr<ZSTD_CCtx, Free> context_;
};

// Not for use by several threads.
class RecordReader {
 public:
  // Both throw Xapian::DatabaseCorruptError for a damaged dictionary.
  explicit RecordReader(const std::string& dictionary = {});
  // Of the records of an index, also of those of its shards.
  explicit RecordReader(const Xapian::Database& database);

  // As encode_record() of record.h gives it; nullopt for damaged bytes of which nothing
  // comes.
  std::optional<std::string> record(std::string_view packed) const;
  // nullopt when the bytes, or the dictionary, are damaged.
  std::optional<Paper> find_paper(std::string_view packed) const;
  std::optional<Paper> find_paper(const Xapian::Document& document) const;
  // Throw Xapian::DatabaseCorruptError then.
  Paper paper(std::string_view packed) const;
  Paper paper(const Xapian::Document& document) const;

 private:
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };

  std::unique_ptr<ZSTD_DCtx, Free> context_;
};

// What a document holds; empty where it holds none. It is a value and not the data of the
// document, which Xapian tries to compress again, whenever it is written or merged.
std::string packed_record(const Xapian::Document& document);
void set_packed_record(Xapian::Document& document, const std::string& packed);

void store_dictionary(Xapian::WritableDatabase& database, const std::string& dictionary);
// What was stored; empty where none is. Throws Xapian::DatabaseCorruptError when it is
// damaged.
std::string dictionary_of(const Xapian::Database& database);

// Of so many papers an index wants a dictionary: it takes 16 KB and saves 270 bytes each.
inline constexpr std::size_t kPapersForDictionary = 200;

// A dictionary for the records of `papers` papers, which `read` gives by number from 0:
// records from all over the archive. Empty for few papers.
std::string make_dictionary(std::size_t papers,
                            const std::function<Paper(std::size_t)>& read);

}  // namespace papersearch
