// SPDX-License-Identifier: GPL-2.0-or-later
// A change of the current generation: index_commit.h.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "disk_space.h"
#include "document_builder.h"
#include "glossary_index.h"
#include "index_commit.h"
#include "index_metadata.h"
#include "latent_basis.h"
#include "latent_learning.h"
#include "packed_record.h"
#include "paper_entries.h"
#include "source_record.h"
#include "surface_forms.h"

namespace papersearch {
namespace {

// What a change writes at most: blocks of 8 KB for the terms of its papers.
constexpr std::size_t kBytesForPaper = 256 << 10;
constexpr std::size_t kMostBytes = 256 << 20;

// Changes that are committed as a whole or not at all, whatever is thrown.
class Transaction {
 public:
  explicit Transaction(Xapian::WritableDatabase& database) : database_(database) {
    database_.begin_transaction();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (is_committed_) return;
    try {
      // After a commit that failed there is no transaction any more, and the database
      // would try it again when it is closed, with half of the changes gone.
      if (commit_failed_) database_.begin_transaction(false);
      database_.cancel_transaction();
    } catch (const Xapian::Error&) {
      // Nothing is committed.
    }
  }

  void commit() {
    commit_failed_ = true;
    database_.commit_transaction();
    commit_failed_ = false;
    is_committed_ = true;
  }

 private:
  Xapian::WritableDatabase& database_;
  bool commit_failed_ = false;
  bool is_committed_ = false;
};

class GenerationUpdate {
 public:
  GenerationUpdate(const std::string& generation, const IndexUpdate& update,
                   const IndexCommit& commit)
      : generation_(generation),
        database_(generation, Xapian::DB_OPEN),
        update_(update),
        commit_(commit),
        builder_(DocumentLayout::kWhole, dictionary_of(commit.before.database())),
        latent_(commit.before.database()) {}

  Result<void> run() {
    Transaction transaction(database_);
    if (!write_papers()) return cancelled();
    forms_.write_to(database_);
    write_metadata();
    if (update_.size() > 0) update_glossary(database_, update_.size());
    if (commit_.latent && update_.size() > 0 && needs_latent_learning(database_))
      learn_latent_basis(database_);
    if (!go_on()) return cancelled();
    require_space(generation_, std::min(update_.size() * kBytesForPaper, kMostBytes));
    transaction.commit();
    database_.close();
    return {};
  }

 private:
  static Error cancelled() { return {ErrorCode::kCancelled, "the commit was cancelled"}; }

  bool write_papers() {
    for (const Xapian::docid did : update_.removed) {
      take_forms(did);
      database_.delete_document(did);
      if (!step()) return false;
    }
    std::map<Xapian::docid, std::string> replaced;  // ids
    for (const std::string& id : update_.replaced)
      replaced.emplace(commit_.plan.papers().at(id).did, id);
    // From the last on: the numbers that they move to are free by then.
    const auto& moves = update_.numbering.moves;
    for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
      const auto at = replaced.find(move->first);
      if (at == replaced.end()) {
        database_.replace_document(move->second,
                                   commit_.before.database().get_document(move->first));
      } else {
        take_forms(move->first);
        write(move->second, at->second);
        replaced.erase(at);
      }
      database_.delete_document(move->first);
      if (!step()) return false;
    }
    for (const auto& [did, id] : replaced) {
      take_forms(did);
      write(did, id);
      if (!step()) return false;
    }
    for (std::size_t i = 0; i < update_.added.size(); ++i) {
      write(update_.numbering.added[i], update_.added[i]);
      if (!step()) return false;
    }
    return true;
  }

  // Of a paper as it was.
  void take_forms(Xapian::docid did) {
    builder_.build(
        commit_.before.records().paper(commit_.before.database().get_document(did)));
    forms_.add(builder_.surface_forms(), -1);
  }

  void write(Xapian::docid did, const std::string& id) {
    Xapian::Document document = builder_.build(commit_.plan.paper(id));
    forms_.add(builder_.surface_forms(), 1);
    if (commit_.latent) fold_in(latent_, document);
    database_.replace_document(did, document);
  }

  bool step() {
    ++done_;
    return go_on();
  }
  bool go_on() const {
    return !commit_.progress || commit_.progress(done_, update_.size());
  }

  void write_metadata() {
    std::size_t sections = commit_.before.sections();
    for (const auto& [id, change] : commit_.plan.papers()) {
      sections += change.sections;
      sections -= change.old_sections;
      if (change.has_other_entries)
        database_.set_metadata(entries_metadata_key(id), commit_.plan.encoded_entries(id));
    }
    for (const std::string& key : commit_.plan.gone_sources())
      database_.set_metadata(source_metadata_key(key), "");
    for (const auto& [key, source] : commit_.plan.new_sources())
      database_.set_metadata(source_metadata_key(key), encode_source(*source));
    write_facts(database_, commit_.plan, sections, commit_.latent);
  }

  std::string generation_;
  Xapian::WritableDatabase database_;
  const IndexUpdate& update_;
  const IndexCommit& commit_;
  DocumentBuilder builder_;
  LatentBasis latent_;
  SurfaceFormChanges forms_;
  std::size_t done_ = 0;
};

}  // namespace

IndexUpdate plan_update(const CommittedIndex& before, const IndexPlan& plan) {
  IndexUpdate out;
  std::vector<NumberedPaper> added;
  std::set<std::string> dates;
  for (const auto& [id, change] : plan.papers()) {
    if (!change.is_new_document) continue;
    const bool stays = change.did != 0 && !change.is_gone && change.day == change.old_day;
    if (change.did != 0 && !stays) out.removed.push_back(change.did);
    if (stays) {
      out.replaced.push_back(id);
    } else if (!change.is_gone) {
      added.push_back({0, change.day.date(), id});
      dates.insert(change.day.date());
    }
  }
  std::stable_sort(
      added.begin(), added.end(),
      [](const NumberedPaper& a, const NumberedPaper& b) { return a.date < b.date; });
  for (const NumberedPaper& paper : added) out.added.push_back(paper.id);
  if (added.empty()) return out;

  std::vector<NumberedPaper> there = before.numbered(dates);
  const std::set<Xapian::docid> removed(out.removed.begin(), out.removed.end());
  std::erase_if(there,
                [&](const NumberedPaper& paper) { return removed.count(paper.did) > 0; });
  out.numbering = number_documents(there, added);
  return out;
}

Result<void> update_generation(const std::string& generation, const IndexUpdate& update,
                               const IndexCommit& commit) {
  return GenerationUpdate(generation, update, commit).run();
}

}  // namespace papersearch
