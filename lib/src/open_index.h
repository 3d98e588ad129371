// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "index_parts.h"
#include "packed_record.h"
#include "papersearch/error.h"
#include "papersearch/searcher.h"
#include "shards.h"
#include "xapian_error.h"

namespace papersearch {

// An index as a Searcher reads it, whatever writers and servers do meanwhile. Not for use
// by several threads.
class OpenIndex {
 public:
  OpenIndex(std::string path, const SearcherOptions& options)
      : path_(std::move(path)), options_(options) {}

  // Opens the current generation. One that is replaced or overwritten meanwhile is tried
  // again.
  Result<void> open();
  // Moves to the newest state. True when there was a newer one.
  Result<bool> refresh();

  // All but the shards, where there are any.
  const Xapian::Database& local() const { return database_; }
  const Shards& shards() const { return shards_; }
  // As answer_from_shards() left them, within it.
  IndexParts parts() {
    // Programs that ask once need not pay for keeping.
    KeptReads* kept = std::exchange(was_asked_, true) ? &*kept_ : nullptr;
    if (shards_.none()) return {database_, database_, records(), WordOrder::kInValue, kept};
    return {database_, shards_.papers(), records(), WordOrder::kInPositions, kept};
  }
  // The folder of the generation.
  std::string folder() const { return path_ + "/" + generation_; }
  // Goes up whenever the documents may have other numbers.
  std::uint64_t state() const { return state_; }

  // Calls `f`, again on the newest state when the one it read was overwritten.
  template <class F>
  auto answer(F&& f) -> std::invoke_result_t<F> {
    for (int tries = 1;; ++tries) {
      try {
        return guarded(path_, [&] {
          try {
            return f();
          } catch (const Xapian::DatabaseModifiedError&) {
            if (tries == kMaxTries) throw;
            throw Again();
          }
        });
      } catch (const Again&) {
        if (auto refreshed = refresh(); !refreshed) return refreshed.error();
      }
    }
  }

  // Likewise, where `f` needs the shards too: again on those that answer when one does not.
  // `f` says whether they are enough.
  template <class F>
  auto answer_from_shards(F&& f) -> std::invoke_result_t<F> {
    bool failed = false;  // without a shard to blame
    return answer([&]() -> std::invoke_result_t<F> {
      for (;;) {
        try {
          const Result<void> connected = shards_.connect();
          // Servers go when their generation does.
          if ((!connected || !shards_.check_complete()) && is_replaced()) throw Again();
          if (!connected) return connected.error();
          return f();
        } catch (const Xapian::NetworkError& error) {
          if (!shards_.disconnect(error) && std::exchange(failed, true)) throw;
        }
      }
    });
  }

 private:
  struct Again {};
  // A writer that commits all the time must not keep a reader from its answer for ever;
  // two tries are enough for any that rests in between.
  static constexpr int kMaxTries = 10;

  bool is_replaced() const;
  const RecordReader& records() {
    if (!records_) records_.emplace(database_);
    return *records_;
  }

  std::string path_;
  SearcherOptions options_;
  std::string generation_;
  Xapian::Database database_;
  Shards shards_;
  std::optional<RecordReader> records_;  // once it was asked for
  std::optional<KeptReads> kept_;        // of database_, once it is open
  bool was_asked_ = false;
  std::uint64_t state_ = 0;
};

}  // namespace papersearch
