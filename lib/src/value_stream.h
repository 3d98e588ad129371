// SPDX-License-Identifier: GPL-2.0-or-later
// The values of one slot, read forward.
#pragma once

#include <xapian.h>

#include <string>

#include "kept_reads.h"

namespace papersearch {

// Cheapest with documents in the order of their numbers: then each block of the table is
// read once, while a document asked for its value looks from the root down. Not for use by
// several threads.
class ValueStream {
 public:
  // Both must outlive it. What `kept` has is not read, and what is read it keeps.
  ValueStream(const Xapian::Database& database, Xapian::valueno slot,
              KeptReads* kept = nullptr)
      : database_(database), slot_(slot), kept_(kept) {}

  // The value of the document; empty where it has none. Until the next is asked for.
  const std::string& at(Xapian::docid did) {
    if (kept_ == nullptr) return value_ = read(did);
    if (const std::string* value = kept_->value(slot_, did)) return *value;
    return kept_->keep_value(slot_, did, read(did));
  }

 private:
  std::string read(Xapian::docid did) {
    if (asked_ == 0 || did < asked_) at_ = database_.valuestream_begin(slot_);
    asked_ = did;
    const Xapian::ValueIterator end = database_.valuestream_end(slot_);
    if (at_ != end && at_.get_docid() < did) at_.skip_to(did);
    return at_ == end || at_.get_docid() != did ? std::string() : *at_;
  }

  const Xapian::Database& database_;
  Xapian::valueno slot_;
  KeptReads* kept_;
  std::string value_;
  // Stands at the first value from `asked_` on.
  Xapian::ValueIterator at_;
  Xapian::docid asked_ = 0;
};

}  // namespace papersearch
