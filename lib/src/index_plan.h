// SPDX-License-Identifier: GPL-2.0-or-later
// What a commit is to change: the entries given, against the index as it is.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "committed_index.h"
#include "day.h"
#include "entry_store.h"
#include "paper_entries.h"
#include "papersearch/index_writer.h"
#include "source_record.h"

namespace papersearch {

// What a writer was given.
struct GivenSources {
  std::map<std::string, SourceRecord> read;  // by source_key()
  std::set<std::string> kept;                // keys of sources that the index has
  EntryStore entries;                        // those of `read`
};

// A paper that something was added to or taken from. Small: there may be millions.
struct PaperChange {
  bool is_gone = false;
  bool is_new_document = false;  // the record is another, or there was none
  bool has_other_entries = false;
  bool has_several_entries = false;
  Day day;
  std::uint32_t sections = 0;
  // As it was; nothing for one that is new.
  Xapian::docid did = 0;
  Day old_day;
  std::uint32_t old_sections = 0;
};

// Not for use by several threads.
class IndexPlan {
 public:
  // Both must outlive the plan. Throws Xapian::Error when the index is damaged.
  IndexPlan(const CommittedIndex& before, const GivenSources& given);

  const IndexReport& report() const { return report_; }
  // By id; what is not in it stays.
  const std::map<std::string, PaperChange>& papers() const { return papers_; }
  // Merges the paper of a change that is not gone.
  Paper paper(const std::string& id) const;
  // Its entries, encoded; empty for a paper of fewer than two.
  std::string encoded_entries(const std::string& id) const;

  // Sources that differ from the index's, and the keys of those to be forgotten.
  const std::map<std::string, const SourceRecord*>& new_sources() const {
    return new_sources_;
  }
  const std::vector<std::string>& gone_sources() const { return gone_sources_; }
  // Of all that the index will have.
  std::size_t files() const { return files_; }
  std::size_t complaints() const { return complaints_; }

  // Whether an index that is sound would stay as it is, to the last byte.
  bool is_empty() const;

 private:
  void compare_sources();
  void count(const SourceRecord& source);
  void find_papers();
  void find_kept_owners();
  void decide(const std::string& id, PaperChange& change);
  std::vector<PaperEntry> entries_of(const std::string& id) const;
  std::vector<PaperEntry> entries_of(const std::string& id,
                                     const CommittedPaper& old) const;

  const CommittedIndex& before_;
  const GivenSources& given_;
  IndexReport report_;
  std::map<std::string, PaperChange> papers_;
  std::map<std::string, const SourceRecord*> new_sources_;
  std::vector<std::string> gone_sources_;
  std::map<std::string, std::string> kept_owner_;  // source of a paper's only entry
  std::size_t files_ = 0;
  std::size_t complaints_ = 0;
};

}  // namespace papersearch
