// SPDX-License-Identifier: GPL-2.0-or-later
// A whole generation: index_commit.h.
#include <algorithm>
#include <utility>

#include "document_builder.h"
#include "glossary_index.h"
#include "index_commit.h"
#include "index_metadata.h"
#include "latent_learning.h"
#include "paper_entries.h"
#include "schema.h"
#include "source_record.h"

namespace papersearch {
namespace {

constexpr std::size_t kProgressStep = 64;

class GenerationWriter {
 public:
  GenerationWriter(const std::string& generation, const IndexCommit& commit)
      : database_(generation, Xapian::DB_CREATE), commit_(commit) {}

  Result<void> run() {
    // Everything in one commit: a half is of no use to anybody.
    database_.begin_transaction();
    if (!write_papers()) return cancelled();
    write_entries();
    write_sources();
    learn_glossary(database_);
    if (commit_.latent) learn_latent_basis(database_);
    write_facts(database_, commit_.plan, sections_, commit_.latent);
    if (!go_on()) return cancelled();
    database_.commit_transaction();
    database_.close();
    return {};
  }

 private:
  using Key = std::pair<std::string, std::string>;  // date, id

  static Error cancelled() { return {ErrorCode::kCancelled, "the commit was cancelled"}; }

  // By date, then by id: the same papers always get their numbers in the same order.
  bool write_papers() {
    std::vector<Key> changed;
    for (const auto& [id, change] : commit_.plan.papers()) {
      if (!change.is_gone) changed.emplace_back(change.date, id);
    }
    std::sort(changed.begin(), changed.end());
    auto next = changed.begin();
    const auto write_until = [&](const Key* limit) {
      for (; next != changed.end() && (limit == nullptr || *next < *limit); ++next) {
        if (!write(commit_.plan.paper(next->second))) return false;
      }
      return true;
    };
    if (commit_.before.is_sound()) {
      const Xapian::Database& old = commit_.before.database();
      const std::string all(kAllPapers);
      for (auto it = old.postlist_begin(all); it != old.postlist_end(all); ++it) {
        const Paper paper = required_record(old.get_document(*it).get_data());
        if (commit_.plan.papers().count(paper.id) > 0) continue;
        const Key key(paper.date, paper.id);
        if (!write_until(&key) || !write(paper)) return false;
      }
    }
    return write_until(nullptr);
  }

  bool write(const Paper& paper) {
    database_.add_document(builder_.build(paper));
    sections_ += paper.sections.size();
    ++done_;
    return done_ % kProgressStep != 0 || go_on();
  }

  bool go_on() const {
    return !commit_.progress || commit_.progress(done_, commit_.plan.report().papers);
  }

  void write_entries() {
    if (commit_.before.is_sound()) {
      const Xapian::Database& old = commit_.before.database();
      const std::string prefix(kEntriesKeyPrefix);
      for (auto it = old.metadata_keys_begin(prefix); it != old.metadata_keys_end(prefix);
           ++it) {
        const std::string key = *it;
        if (commit_.plan.papers().count(key.substr(prefix.size())) == 0)
          database_.set_metadata(key, old.get_metadata(key));
      }
    }
    for (const auto& [id, change] : commit_.plan.papers()) {
      if (!change.entries.empty())
        database_.set_metadata(entries_metadata_key(id), change.entries);
    }
  }

  void write_sources() {
    for (const std::string& key : commit_.given.kept)
      write(key, commit_.before.sources().at(key));
    for (const auto& [key, source] : commit_.given.read) write(key, source);
  }

  void write(const std::string& key, const SourceRecord& source) {
    database_.set_metadata(source_metadata_key(key), encode_source(source));
  }

  Xapian::WritableDatabase database_;
  const IndexCommit& commit_;
  DocumentBuilder builder_;
  std::size_t done_ = 0;
  std::size_t sections_ = 0;
};

}  // namespace

Result<void> write_generation(const std::string& generation, const IndexCommit& commit) {
  return GenerationWriter(generation, commit).run();
}

}  // namespace papersearch
