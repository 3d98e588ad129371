// SPDX-License-Identifier: GPL-2.0-or-later
// The index as it is before a writer changes it.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document_order.h"
#include "packed_record.h"
#include "papersearch/paper.h"
#include "source_record.h"

namespace papersearch {

// A paper as the index has it.
struct CommittedPaper {
  Xapian::docid did = 0;
  std::string record;   // see record.h
  std::string entries;  // encoded; empty for a paper of one entry
};

// Reads one committed state, whatever is written meanwhile. Members throw Xapian::Error
// when they find damage; the constructor does not.
class CommittedIndex {
 public:
  // The folder of a generation; nullopt where there is no index.
  explicit CommittedIndex(const std::optional<std::string>& generation);

  // False where there is no index, and for one that is damaged or of another version: of
  // such a one sources are not known, and records only as far as they can be read.
  bool is_sound() const { return is_sound_; }
  // Whether a newer version wrote it.
  bool is_too_new() const { return is_too_new_; }
  // From now on the index is not sound.
  void give_up();

  // Whether it was made with latent semantics.
  bool has_latent_option() const { return latent_; }
  std::size_t papers() const;
  std::size_t sections() const;
  // By source_key().
  const std::map<std::string, SourceRecord>& sources() const { return sources_; }

  // The paper as it is, its record alone where the index is not sound; nullopt when the
  // index has none.
  std::optional<CommittedPaper> find(const std::string& id) const;
  // Of an index that is not sound: the ids of the papers that can be read.
  std::vector<std::string> readable_ids() const;
  // Only of a sound index. All papers by number; the ids of those whose date is in `dates`.
  std::vector<NumberedPaper> numbered(const std::set<std::string>& dates) const;
  // Words, values and metadata; of an index of one database the same as the next.
  const Xapian::Database& database() const { return database_; }
  // The records of the papers, with their text.
  const Xapian::Database& texts() const { return texts_; }
  // Reads those of both.
  const RecordReader& records() const { return records_; }

 private:
  void open(const std::string& generation);
  bool read_sources();
  void read_records();

  Xapian::Database database_;
  Xapian::Database texts_;
  bool is_sound_ = false;
  bool is_too_new_ = false;
  bool latent_ = false;
  std::map<std::string, SourceRecord> sources_;
  RecordReader records_;
  std::unordered_map<std::string, std::string>
      readable_;  // records by id, of one not sound
};

// The paper of a record; throws Xapian::DatabaseCorruptError when it is damaged.
Paper required_record(std::string_view data);

}  // namespace papersearch
