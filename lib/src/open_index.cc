// SPDX-License-Identifier: GPL-2.0-or-later
#include "open_index.h"

#include "generation.h"
#include "index_directory.h"

namespace papersearch {

Result<void> OpenIndex::open() {
  for (int tries = 1;; ++tries) {
    Result<std::string> name = current_generation(path_);
    if (!name) return name.error();
    Result<OpenGeneration> opened = open_generation(path_, *name);
    if (opened) {
      database_ = opened->local;
      records_.reset();
      kept_.emplace(database_);
      shards_ = Shards(path_, std::move(opened->shards), database_, options_);
      generation_ = *std::move(name);
      ++state_;
      return {};
    }
    // What a writer overwrites meanwhile looks damaged, but not each time.
    const bool is_damaged = opened.error().code() == ErrorCode::kIndexCorrupt;
    const Result<std::string> now = current_generation(path_);
    if (tries < kMaxTries && now && (*now != *name || is_damaged)) continue;
    return opened.error();
  }
}

Result<bool> OpenIndex::refresh() {
  const Result<std::string> now = current_generation(path_);
  if (!now) return now.error();
  if (*now == generation_) {
    Result<bool> reopened =
        guarded(path_, [&]() -> Result<bool> { return database_.reopen(); });
    if (!reopened || *reopened) kept_.emplace(database_);
    ++state_;
    // Where it does not succeed the generation was perhaps replaced, and removed, between
    // the look and this.
    if (reopened) return reopened;
  }
  if (auto opened = open(); !opened) return opened.error();
  return true;
}

bool OpenIndex::is_replaced() const {
  const Result<std::string> now = current_generation(path_);
  return now && *now != generation_;
}

}  // namespace papersearch
