// SPDX-License-Identifier: GPL-2.0-or-later
// What a searcher that stays has read of its index, so that it need not read it again:
// Xapian keeps no blocks, so that what was read a moment ago is asked of the system once
// more.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "latent_basis.h"
#include "length_norms.h"
#include "posting_list.h"
#include "schema.h"
#include "votes_table.h"

namespace papersearch {

// Forgets what was not asked for the longest time, when all takes more than it may. Counts
// bytes as it is told.
template <class Key, class Value>
class RecentlyUsed {
 public:
  explicit RecentlyUsed(std::size_t most_bytes) : most_(most_bytes) {}

  // Until the next insert().
  const Value* find(const Key& key) {
    const auto at = places_.find(key);
    if (at == places_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, at->second);
    return &at->second->value;
  }

  const Value* insert(const Key& key, Value value, std::size_t bytes) {
    if (find(key) != nullptr) {
      bytes_ -= entries_.front().bytes;
      entries_.front() = {key, std::move(value), bytes};
    } else {
      entries_.push_front({key, std::move(value), bytes});
      places_.emplace(key, entries_.begin());
    }
    bytes_ += bytes;
    while (bytes_ > most_ && entries_.size() > 1) {
      bytes_ -= entries_.back().bytes;
      places_.erase(entries_.back().key);
      entries_.pop_back();
    }
    return &entries_.front().value;
  }

 private:
  struct Entry {
    Key key;
    Value value;
    std::size_t bytes;
  };

  std::size_t most_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  // what was asked for last first
  std::unordered_map<Key, typename std::list<Entry>::iterator> places_;
};

// Of one state of one database, of which all documents are numbered from 1. At most some 85
// MB beside seven bytes a document. What is asked for once costs little: long lists
// are read when they are asked for again. Not for use by several threads.
class KeptReads {
 public:
  explicit KeptReads(const Xapian::Database& database) : database_(database) {}
  KeptReads(const KeptReads&) = delete;
  KeptReads& operator=(const KeptReads&) = delete;

  // The value of a document, if it is kept: of kRecordSlot the plain record
  // (packed_record.h), of others as it is. Until the next keep_value().
  const std::string* value(Xapian::valueno slot, Xapian::docid did) {
    return values_.find(key(slot, did));
  }
  const std::string& keep_value(Xapian::valueno slot, Xapian::docid did,
                                std::string value) {
    const std::size_t bytes = value.size() + kOverhead;
    return *values_.insert(key(slot, did), std::move(value), bytes);
  }

  // How many documents hold the term.
  Xapian::doccount frequency(const std::string& term) {
    return frequency(term, [&] { return database_.get_termfreq(term); });
  }
  // How many hold a surface form (surface_forms.h), as `find` gave it.
  template <class Find>
  Xapian::doccount form_frequency(const std::string& form, Find&& find) {
    return frequency(std::string(kSurfaceFormKeyPrefix) + form, find);
  }

  // The number of the first document of which something is true, as `find` gave it when
  // this was first asked by its name.
  template <class Find>
  Xapian::docid first_document(const std::string& name, Find&& find) {
    if (const Xapian::docid* kept = firsts_.find(name)) return *kept;
    return *firsts_.insert(name, find(), name.size() + kOverhead);
  }

  // All postings of a term, or of prefix_term(); none when it is long and asked for the
  // first time, or is too long, or holds a frequency that is too high.
  std::shared_ptr<const PostingList> postings(const std::string& term);
  // Null when they are asked for the first time.
  const LengthNorms* lengths();
  // Likewise.
  const VotesTable* votes();

  LatentBasis& latent_basis() {
    if (!latent_basis_) latent_basis_.emplace(database_);
    return *latent_basis_;
  }

 private:
  static constexpr std::size_t kValueBytes = 12 << 20;
  static constexpr std::size_t kPostingBytes = 56 << 20;
  static constexpr std::size_t kFrequencyBytes = 2 << 20;
  static constexpr std::size_t kFirstBytes = 1 << 16;
  static constexpr Xapian::doccount kReadAtOnce = 4'096;
  static constexpr std::size_t kOverhead = 200;

  static std::uint64_t key(Xapian::valueno slot, Xapian::docid did) {
    return std::uint64_t{slot} << 32 | did;
  }

  template <class Find>
  Xapian::doccount frequency(const std::string& key, Find&& find) {
    if (const Xapian::doccount* kept = frequencies_.find(key)) return *kept;
    return *frequencies_.insert(key, find(), key.size() + kOverhead);
  }

  // None: a frequency is too high.
  std::optional<PostingList> read(const std::string& term) const;

  Xapian::Database database_;
  RecentlyUsed<std::uint64_t, std::string> values_{kValueBytes};
  RecentlyUsed<std::string, std::shared_ptr<const PostingList>> postings_{kPostingBytes};
  RecentlyUsed<std::string, Xapian::doccount> frequencies_{kFrequencyBytes};
  RecentlyUsed<std::string, Xapian::docid> firsts_{kFirstBytes};
  std::optional<LatentBasis> latent_basis_;
  bool lengths_were_asked_ = false;
  std::optional<LengthNorms> lengths_;
  bool votes_were_asked_ = false;
  std::optional<VotesTable> votes_;
};

// How many documents of `database`, of which `kept` is, if any, hold the term.
inline Xapian::doccount frequency_of(const std::string& term,
                                     const Xapian::Database& database, KeptReads* kept) {
  return kept == nullptr ? database.get_termfreq(term) : kept->frequency(term);
}

}  // namespace papersearch
