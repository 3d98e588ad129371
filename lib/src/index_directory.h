// SPDX-License-Identifier: GPL-2.0-or-later
// The folder of an index: a stub file that names the current generation, the
// generations, and the writer's lock.
//
//     XAPIANDB        "auto generation.7", what Xapian's own tools open
//     generation.7/   a Xapian database
//     generation.6/   the one before, for readers that just opened it; until the next
//     writer lock            held by the writer; its process id for people
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "papersearch/error.h"

namespace papersearch {

// Of a file that a writer may leave in the folder when it is killed.
inline constexpr std::string_view kEntryStoreName = "entries.new";

// The generation that the stub in `path` names, e.g. "generation.7". Fails with
// kIndexMissing when there is no stub, kIndexCorrupt when it names none.
Result<std::string> current_generation(const std::string& path);

// Holds an index for writing; others are kept out until it is destroyed, also when the
// process dies. Not for use by several threads.
//
// An update of the current generation needs nothing of this but the lock.
class IndexDirectory {
 public:
  // Makes the folder when it is missing, and removes what earlier writers left. Fails as
  // IndexWriter::open() does.
  static Result<IndexDirectory> lock(const std::string& path);
  // Only to look at: locks nothing, makes nothing.
  static Result<IndexDirectory> look(const std::string& path);

  IndexDirectory(IndexDirectory&& other) noexcept;
  IndexDirectory& operator=(IndexDirectory&& other) noexcept;
  ~IndexDirectory();

  const std::string& path() const { return path_; }
  // The current generation's folder; nullopt where there is no index yet, or a stub that
  // makes no sense.
  std::optional<std::string> current() const;
  // The folder for the next generation, not existing yet: what an earlier writer left
  // behind half-made is removed.
  Result<std::string> prepare_next();
  // Makes the generation of prepare_next() the current one, at once and to last, and
  // removes all but it and the one before. Where only that it lasts is not certain, this
  // fails too, and both stay.
  Result<void> publish_next();
  // Removes what prepare_next() gave.
  void abandon_next();

 private:
  IndexDirectory(std::string path, int lock_fd);
  void remove_leftovers() const;
  void remove_generations_except(std::uint64_t a, std::uint64_t b) const;

  std::string path_;
  int lock_fd_ = -1;
  std::uint64_t current_ = 0;  // 0: none
};

}  // namespace papersearch
