// SPDX-License-Identifier: GPL-2.0-or-later
// The entries that a writer was given, by paper, in bounded memory: what is beyond lies in
// a file without a name, which ends with the process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "paper_entries.h"
#include "papersearch/error.h"

namespace papersearch {

// Beside the entries it takes some 100 bytes of memory for each. Not for use by several
// threads.
class EntryStore {
 public:
  // The file is made in `folder` when the entries take more than `memory` bytes.
  EntryStore(std::string folder, std::size_t memory);
  EntryStore(EntryStore&& other) noexcept;
  EntryStore& operator=(EntryStore&& other) noexcept;
  ~EntryStore();

  void add(const PaperEntry& entry);

  // Different papers.
  std::size_t papers() const { return places_.size(); }
  // Of the paper, in the order they were added. Throws Xapian::DatabaseError when the file
  // cannot be read.
  std::vector<PaperEntry> find(const std::string& id) const;
  // Calls f(id) for each paper, in any order.
  template <class F>
  void for_each_id(F&& f) const {
    for (const auto& [id, places] : places_) f(id);
  }

  // kNoSpace or kIo where the file could not be written: then entries are missing.
  const Result<void>& state() const { return state_; }

 private:
  struct Place {
    std::uint64_t offset;
    std::size_t size;
  };

  Result<void> write_buffer();
  std::string bytes_at(const Place& place) const;

  std::string folder_;
  std::size_t memory_;
  std::unordered_map<std::string, std::vector<Place>> places_;
  std::string buffer_;         // what comes after the file
  std::uint64_t written_ = 0;  // bytes in the file
  int fd_ = -1;
  Result<void> state_;
};

}  // namespace papersearch
