// SPDX-License-Identifier: GPL-2.0-or-later
#include "shards.h"

#include <algorithm>
#include <future>
#include <utility>

#include "glass_version.h"
#include "schema.h"

namespace papersearch {
namespace {

// One that did not answer is left alone for so long.
constexpr std::chrono::seconds kPause(5);

std::string reason(const Xapian::Error& error) {
  std::string out = error.get_msg();
  if (error.get_error_string() != nullptr)
    out += std::string(": ") + error.get_error_string();
  return out;
}

bool is_alive(Xapian::Database& database) {
  try {
    database.keep_alive();
    return true;
  } catch (const Xapian::NetworkError&) {
    return false;
  }
}

}  // namespace

Shards::Shards(std::string path, std::vector<ShardPlace> places,
               const Xapian::Database& local, const SearcherOptions& options)
    : path_(std::move(path)), options_(options) {
  const std::string state =
      places.empty() ? std::string() : local.get_metadata(std::string(kStateKey));
  for (std::size_t i = 0; i < places.size(); ++i)
    shards_.push_back({places[i], shard_mark(state, i, places.size()), {}, {}, {}, {}});
}

Result<void> Shards::connect() {
  const Clock::time_point now = Clock::now();
  // A host that is down keeps nobody waiting but itself.
  std::vector<std::future<void>> opening;
  for (Shard& shard : shards_) {
    if (shard.database || now < shard.try_again) continue;
    opening.push_back(
        std::async(shard.place.is_remote() ? std::launch::async : std::launch::deferred,
                   [this, &shard] { open(shard); }));
  }
  if (opening.empty() && is_current_) return {};
  is_current_ = false;
  for (std::future<void>& one : opening) one.wait();
  for (std::future<void>& one : opening) one.get();
  if (auto good = check_marks(); !good) return good;
  papers_ = Xapian::Database();
  for (const Shard& shard : shards_) {
    papers_.add_database(shard.database.value_or(
        Xapian::Database(std::string(), Xapian::DB_BACKEND_INMEMORY)));
  }
  is_current_ = true;
  return {};
}

void Shards::open(Shard& shard) const {
  if (!shard.place.is_remote()) {
    if (!is_safe_to_open(shard.place.path))
      throw Xapian::DatabaseCorruptError("its version file makes no sense");
    shard.database = Xapian::Database(shard.place.path);
    return;
  }
  try {
    shard.database =
        Xapian::Remote::open(shard.place.host, shard.place.port, options_.shard_timeout_ms,
                             options_.shard_timeout_ms);
    shard.failure.clear();
  } catch (const Xapian::NetworkError& error) {
    shard.failure = reason(error);
    // Where nothing can be said without it, each call asks anew.
    if (options_.partial) shard.try_again = Clock::now() + kPause;
  }
}

Result<void> Shards::check_marks() {
  for (Shard& shard : shards_) {
    if (!shard.database ||
        shard.database->get_metadata(std::string(kShardKey)) == shard.mark)
      continue;
    shard.database.reset();  // it may be replaced meanwhile
    return Error(ErrorCode::kIndexVersion,
                 path_ + ": " + shard.place.name() +
                     " is another shard, or of another state of the index; copy it anew");
  }
  return {};
}

Result<void> Shards::check_enough() const {
  const bool some = std::any_of(shards_.begin(), shards_.end(), [](const Shard& shard) {
    return shard.database.has_value();
  });
  return options_.partial && some ? Result<void>() : check_complete();
}

Error Shards::silent(const Shard& shard) const {
  return {ErrorCode::kUnavailable, path_ + ": shard " + shard.place.name() +
                                       " does not answer (" + shard.failure + ")"};
}

std::vector<std::string> Shards::missing() const {
  std::vector<std::string> out;
  for (const Shard& shard : shards_) {
    if (!shard.database) out.push_back(shard.place.name());
  }
  return out;
}

Result<void> Shards::check_holds(Xapian::docid did) const {
  if (shards_.empty()) return {};
  const Shard& shard = shards_[(did - 1) % shards_.size()];
  if (shard.database) return {};
  return silent(shard);
}

Result<void> Shards::check_complete() const {
  for (const Shard& shard : shards_) {
    if (!shard.database) return silent(shard);
  }
  return {};
}

bool Shards::disconnect(const Xapian::NetworkError& error) {
  const bool timed_out = std::string(error.get_type()) == "NetworkTimeoutError";
  const Clock::time_point now = Clock::now();
  is_current_ = false;
  bool found = false;
  for (Shard& shard : shards_) {
    if (!shard.place.is_remote() || !shard.database) continue;
    // The context of an error is "remote:tcp(host:port)", but that of a closed connection
    // has none.
    const bool failed =
        timed_out
            ? error.get_context().find('(' + shard.place.name() + ')') != std::string::npos
            : !is_alive(*shard.database);
    shard.database.reset();
    if (!failed) continue;
    found = true;
    shard.failure = reason(error);
    if (timed_out || now - shard.failed < kPause) shard.try_again = now + kPause;
    shard.failed = now;
  }
  return found;
}

}  // namespace papersearch
