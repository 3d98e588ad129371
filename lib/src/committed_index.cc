// SPDX-License-Identifier: GPL-2.0-or-later
#include "committed_index.h"

#include <cstdint>

#include "document_builder.h"
#include "glass_version.h"
#include "index_metadata.h"
#include "paper_entries.h"
#include "record.h"
#include "schema.h"
#include "shard_list.h"

namespace papersearch {
namespace {

Xapian::Database open_safely(const std::string& folder) {
  if (!is_safe_to_open(folder))
    throw Xapian::DatabaseCorruptError("its version file makes no sense");
  return Xapian::Database(folder);
}

}  // namespace

CommittedIndex::CommittedIndex(const std::optional<std::string>& generation) {
  if (!generation) return;
  try {
    open(*generation);
    const std::uint32_t schema = metadata_number(database_, kSchemaKey);
    const std::uint32_t analyzer = metadata_number(database_, kAnalyzerKey);
    is_too_new_ = schema > kSchemaVersion || analyzer > kAnalyzerVersion;
    is_sound_ = schema == kSchemaVersion && analyzer == kAnalyzerVersion && read_sources();
    records_ = RecordReader(database_);
    latent_ = database_.get_metadata(std::string(kLatentOptionKey)) == "on";
  } catch (const Xapian::Error&) {
    is_sound_ = false;
  }
  if (!is_sound_) give_up();
}

void CommittedIndex::open(const std::string& generation) {
  const Result<std::vector<ShardPlace>> shards = read_shard_list(generation);
  if (!shards) throw Xapian::DatabaseCorruptError(shards.error().message());
  if (shards->empty()) {
    texts_ = database_ = open_safely(generation);
    return;
  }
  for (const ShardPlace& shard : *shards) texts_.add_database(open_safely(shard.path));
  database_ = open_safely(local_path(generation));
  const std::string state = database_.get_metadata(std::string(kStateKey));
  for (std::size_t i = 0; i < shards->size(); ++i) {
    const std::string mark =
        Xapian::Database((*shards)[i].path).get_metadata(std::string(kShardKey));
    if (mark != shard_mark(state, i, shards->size()))
      throw Xapian::DatabaseCorruptError("a shard is of another state of the index");
  }
}

void CommittedIndex::give_up() {
  is_sound_ = false;
  sources_.clear();
  read_records();
  texts_ = database_ = Xapian::Database();
}

bool CommittedIndex::read_sources() {
  const std::string prefix(kSourceKeyPrefix);
  for (auto it = database_.metadata_keys_begin(prefix);
       it != database_.metadata_keys_end(prefix); ++it) {
    std::optional<SourceRecord> source = decode_source(database_.get_metadata(*it));
    if (!source) return false;
    std::string key = source_key(source->name);
    sources_.emplace(std::move(key), std::move(*source));
  }
  return true;
}

// Of what is damaged the rest. Until schema 5 a document's data was the record as it is.
void CommittedIndex::read_records() {
  try {
    const std::string all(kAllPapers);
    for (auto it = texts_.postlist_begin(all); it != texts_.postlist_end(all); ++it) {
      const Xapian::Document document = texts_.get_document(*it);
      std::optional<std::string> record = records_.record(packed_record(document));
      if (!record) record = document.get_data();
      const std::optional<Paper> paper = decode_record(*record);
      if (paper) readable_.emplace(paper->id, *std::move(record));
    }
  } catch (const Xapian::Error&) {
    return;
  }
}

std::size_t CommittedIndex::papers() const {
  return is_sound_ ? database_.get_doccount() : readable_.size();
}

std::size_t CommittedIndex::sections() const {
  return metadata_number(database_, kSectionCountKey);
}

std::optional<CommittedPaper> CommittedIndex::find(const std::string& id) const {
  if (!is_sound_) {
    const auto at = readable_.find(id);
    if (at == readable_.end()) return std::nullopt;
    return CommittedPaper{0, at->second, {}};
  }
  const std::string term = id_term(id);
  const auto at = database_.postlist_begin(term);
  if (at == database_.postlist_end(term)) return std::nullopt;
  return CommittedPaper{
      *at, records_.record(packed_record(texts_.get_document(*at))).value_or(""),
      database_.get_metadata(entries_metadata_key(id))};
}

std::vector<std::string> CommittedIndex::readable_ids() const {
  std::vector<std::string> out;
  for (const auto& [id, record] : readable_) out.push_back(id);
  return out;
}

std::vector<NumberedPaper> CommittedIndex::numbered(
    const std::set<std::string>& dates) const {
  std::vector<NumberedPaper> out;
  const std::string all(kAllPapers);
  for (auto it = database_.postlist_begin(all); it != database_.postlist_end(all); ++it)
    out.push_back({*it, {}, {}});
  auto paper = out.begin();
  for (auto it = database_.valuestream_begin(kDateSlot);
       it != database_.valuestream_end(kDateSlot); ++it) {
    while (paper != out.end() && paper->did < it.get_docid()) ++paper;
    if (paper != out.end() && paper->did == it.get_docid()) paper->date = written_date(*it);
  }
  for (NumberedPaper& one : out) {
    if (dates.count(one.date) > 0)
      one.id = records_.paper(database_.get_document(one.did)).id;
  }
  return out;
}

Paper required_record(std::string_view data) {
  std::optional<Paper> paper = decode_record(data);
  if (!paper) throw Xapian::DatabaseCorruptError("the record of a paper is damaged");
  return std::move(*paper);
}

}  // namespace papersearch
