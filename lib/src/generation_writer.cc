// SPDX-License-Identifier: GPL-2.0-or-later
// A whole generation: index_commit.h.
#include <algorithm>
#include <deque>
#include <filesystem>
#include <functional>
#include <iomanip>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include "database_build.h"
#include "day.h"
#include "disk_space.h"
#include "glossary_index.h"
#include "index_commit.h"
#include "index_metadata.h"
#include "latent_learning.h"
#include "packed_record.h"
#include "paper_entries.h"
#include "schema.h"
#include "shard_list.h"
#include "source_record.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;

// The folder of what is made on the way, inside of the generation.
class Workshop {
 public:
  explicit Workshop(const std::string& generation) : path_(generation + "/building") {
    std::error_code error;
    fs::create_directories(path_, error);
    if (error) {
      throw Xapian::DatabaseCreateError("cannot make the folder " + path_, std::string(),
                                        error.value());
    }
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  ~Workshop() {
    std::error_code ignored;  // it goes with the generation then
    fs::remove_all(path_, ignored);
  }

  std::string path(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

// Tells states of an index apart, whichever machine they were made on.
std::string new_state() {
  std::random_device random;
  std::ostringstream out;
  out << std::hex << std::setfill('0');
  for (int i = 0; i < 4; ++i) out << std::setw(8) << random();
  return out.str();
}

class GenerationWriter {
 public:
  GenerationWriter(std::string generation, const IndexCommit& commit)
      : generation_(std::move(generation)), commit_(commit), workshop_(generation_) {}

  Result<void> run() {
    list_papers();
    dictionary_ = make_dictionary(papers_.size(), [&](std::size_t i) { return paper(i); });
    if (is_sharded() && !write_shards()) return cancelled();
    const DocumentLayout layout =
        is_sharded() ? DocumentLayout::kLocal : DocumentLayout::kWhole;
    std::optional<std::vector<std::string>> parts =
        build_databases(workshop_.path(""), layout, every_paper(1, 0), stopper());
    if (!parts) return cancelled();
    if (commit_.latent) learn_latent_basis(*parts);
    parts->push_back(write_metadata(*parts));
    if (!go_on()) return cancelled();
    merge_databases(*parts, is_sharded() ? local_path(generation_) : generation_);
    if (!is_sharded()) return {};
    return write_shard_list(generation_, commit_.shards);
  }

 private:
  // What a paper's direction takes at most, with what is written again beside it.
  static constexpr std::size_t kDirectionBytes = 1'000;
  // What is made on the way need not outlive a crash.
  static constexpr int kCareless = Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC;

  struct PlannedPaper {
    Day day;
    Xapian::docid old = 0;  // of one that stays as it was
    std::string_view id;    // the plan's, or one of kept_ids_

    bool operator<(const PlannedPaper& other) const {
      return std::tie(day, id) < std::tie(other.day, other.id);
    }
  };

  static Error cancelled() { return {ErrorCode::kCancelled, "the commit was cancelled"}; }

  // By date, then by id: the same papers always get their numbers in the same order.
  void list_papers() {
    papers_.reserve(commit_.plan.report().papers);
    for (const auto& [id, change] : commit_.plan.papers()) {
      if (!change.is_gone) papers_.push_back({change.day, 0, id});
    }
    if (has_papers_to_keep()) {
      const Xapian::Database& old = commit_.before.database();
      const std::string all(kAllPapers);
      for (auto it = old.postlist_begin(all); it != old.postlist_end(all); ++it) {
        Paper paper = commit_.before.records().paper(old.get_document(*it));
        if (commit_.plan.papers().count(paper.id) > 0) continue;
        kept_ids_.push_back(std::move(paper.id));
        papers_.push_back({Day(paper.date), *it, kept_ids_.back()});
      }
    }
    std::sort(papers_.begin(), papers_.end());
  }

  // Where no source is kept, the plan names every paper, and the old index is not read.
  bool has_papers_to_keep() const {
    return commit_.before.is_sound() && !commit_.given.kept.empty();
  }

  bool is_sharded() const { return commit_.shards > 1; }
  std::function<bool()> stopper() {
    return [this] { return go_on(); };
  }

  // Each gets the papers whose numbers Xapian will look for in it.
  bool write_shards() {
    for (std::size_t shard = 0; shard < commit_.shards; ++shard) {
      std::optional<std::vector<std::string>> parts =
          build_databases(workshop_.path("shard"), DocumentLayout::kShard,
                          every_paper(commit_.shards, shard), stopper());
      if (!parts) return false;
      parts->push_back(workshop_.path("mark"));
      Xapian::WritableDatabase mark(parts->back(), kCareless);
      mark.set_metadata(std::string(kShardKey), shard_mark(state_, shard, commit_.shards));
      store_dictionary(mark, dictionary_);
      mark.commit();
      mark.close();
      merge_databases(*parts, shard_path(generation_, shard));
    }
    return true;
  }

  // Every `step`-th paper from `first` on.
  PapersToBuild every_paper(std::size_t step, std::size_t first) {
    const std::size_t count =
        papers_.size() > first ? (papers_.size() - first - 1) / step + 1 : 0;
    return {
        count,
        [this, step, first](std::size_t begin, std::size_t end) {
          return read_papers(begin, end, step, first);
        },
        [this, step, first](std::size_t i) { return text_bytes(paper(i * step + first)); },
        dictionary_};
  }

  Paper paper(std::size_t i) const {
    const PlannedPaper& planned = papers_[i];
    if (planned.old == 0) return commit_.plan.paper(std::string(planned.id));
    const Xapian::Document old = commit_.before.texts().get_document(planned.old);
    return commit_.before.records().paper(old);
  }

  std::vector<Paper> read_papers(std::size_t begin, std::size_t end, std::size_t step,
                                 std::size_t first) {
    std::vector<Paper> out;
    for (std::size_t i = begin; i < end; ++i) {
      out.push_back(paper(i * step + first));
      if (step == 1) sections_ += out.back().sections.size();
    }
    done_ += out.size();
    return out;
  }

  bool go_on() const {
    return !commit_.progress ||
           commit_.progress(done_, papers_.size() * (is_sharded() ? 2 : 1));
  }

  // In one database, for every paper gets its direction in it.
  void learn_latent_basis(std::vector<std::string>& parts) {
    const std::string merged = workshop_.path("papers");
    if (!parts.empty()) merge_databases(parts, merged);
    parts = {merged};
    Xapian::WritableDatabase database(merged, kCareless);
    require_space(merged, papers_.size() * kDirectionBytes);
    papersearch::learn_latent_basis(database);
    database.commit();
    database.close();
  }

  // What no paper holds, into a database of its own; gives its path. It is merged with
  // those of the papers, `parts`, so that nothing of them is written twice.
  std::string write_metadata(const std::vector<std::string>& parts) {
    std::vector<Xapian::Database> papers;
    for (const std::string& part : parts) papers.emplace_back(part);
    std::string path = workshop_.path("metadata");
    Xapian::WritableDatabase database(path, kCareless);
    if (is_sharded()) database.set_metadata(std::string(kStateKey), state_);
    store_dictionary(database, dictionary_);
    write_entries(database);
    write_sources(database);
    learn_glossary(papers, database);
    write_facts(database, commit_.plan, sections_, commit_.latent);
    database.commit();
    database.close();
    return path;
  }

  void write_entries(Xapian::WritableDatabase& database) {
    if (has_papers_to_keep()) {
      const Xapian::Database& old = commit_.before.database();
      const std::string prefix(kEntriesKeyPrefix);
      for (auto it = old.metadata_keys_begin(prefix); it != old.metadata_keys_end(prefix);
           ++it) {
        const std::string key = *it;
        if (commit_.plan.papers().count(key.substr(prefix.size())) == 0)
          database.set_metadata(key, old.get_metadata(key));
      }
    }
    for (const auto& [id, change] : commit_.plan.papers()) {
      if (change.has_several_entries)
        database.set_metadata(entries_metadata_key(id), commit_.plan.encoded_entries(id));
    }
  }

  void write_sources(Xapian::WritableDatabase& database) {
    const auto write = [&](const std::string& key, const SourceRecord& source) {
      database.set_metadata(source_metadata_key(key), encode_source(source));
    };
    for (const std::string& key : commit_.given.kept)
      write(key, commit_.before.sources().at(key));
    for (const auto& [key, source] : commit_.given.read) write(key, source);
  }

  std::string generation_;
  const IndexCommit& commit_;
  std::string state_ = new_state();
  Workshop workshop_;
  std::vector<PlannedPaper> papers_;
  std::deque<std::string> kept_ids_;
  std::string dictionary_;
  std::size_t done_ = 0;
  std::size_t sections_ = 0;
};

}  // namespace

Result<void> write_generation(const std::string& generation, const IndexCommit& commit) {
  return GenerationWriter(generation, commit).run();
}

}  // namespace papersearch
