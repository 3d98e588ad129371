// SPDX-License-Identifier: GPL-2.0-or-later
#include "index_plan.h"

#include <algorithm>
#include <utility>

#include "record.h"

namespace papersearch {

IndexPlan::IndexPlan(const CommittedIndex& before, const GivenSources& given)
    : before_(before), given_(given) {
  compare_sources();
  find_papers();
  find_kept_owners();
  for (auto& [id, change] : papers_) decide(id, change);
  report_.unchanged = before_.papers() - report_.updated - report_.removed;
  report_.papers = report_.unchanged + report_.updated + report_.added;
}

Paper IndexPlan::paper(const std::string& id) const {
  std::vector<PaperEntry> entries = entries_of(id);
  return merge_entries(entries);
}

std::string IndexPlan::encoded_entries(const std::string& id) const {
  std::vector<PaperEntry> entries = entries_of(id);
  if (entries.size() < 2) return {};
  merge_entries(entries);  // puts them in order
  return encode_entries(entries);
}

bool IndexPlan::is_empty() const {
  return new_sources_.empty() && gone_sources_.empty() &&
         std::none_of(papers_.begin(), papers_.end(), [](const auto& change) {
           return change.second.is_new_document || change.second.has_other_entries;
         });
}

void IndexPlan::compare_sources() {
  for (const auto& [key, source] : given_.read) {
    const auto old = before_.sources().find(key);
    if (old == before_.sources().end() ||
        encode_source(old->second) != encode_source(source)) {
      new_sources_.emplace(key, &source);
    }
    count(source);
  }
  for (const auto& [key, source] : before_.sources()) {
    if (given_.kept.count(key) > 0) {
      count(source);
    } else if (given_.read.count(key) == 0) {
      gone_sources_.push_back(key);
    }
  }
}

void IndexPlan::count(const SourceRecord& source) {
  if (!source.name.empty()) ++files_;
  complaints_ += source.notes.complaints.size();
}

// The papers of all sources that are new, read again or gone, as they were and are now.
void IndexPlan::find_papers() {
  given_.entries.for_each_id([&](const std::string& id) { papers_[id]; });
  for (const auto& [key, source] : before_.sources()) {
    if (given_.kept.count(key) > 0) continue;
    for (const std::string& id : source.ids) papers_[id];
  }
  for (const std::string& id : before_.readable_ids()) papers_[id];
}

void IndexPlan::find_kept_owners() {
  for (const std::string& key : given_.kept) {
    for (const std::string& id : before_.sources().at(key).ids) {
      if (papers_.count(id) > 0) kept_owner_[id] = key;
    }
  }
}

void IndexPlan::decide(const std::string& id, PaperChange& change) {
  const std::optional<CommittedPaper> found = before_.find(id);
  const CommittedPaper old = found.value_or(CommittedPaper());
  if (found) {
    const Paper paper = required_record(old.record);
    change.did = old.did;
    change.old_day = Day(paper.date);
    change.old_sections = static_cast<std::uint32_t>(paper.sections.size());
  }
  std::vector<PaperEntry> entries = entries_of(id, old);
  std::string encoded;
  change.is_gone = entries.empty();
  if (change.is_gone) {
    change.is_new_document = found.has_value();
    report_.removed += found ? 1 : 0;
  } else {
    const Paper paper = merge_entries(entries);
    change.day = Day(paper.date);
    change.sections = static_cast<std::uint32_t>(paper.sections.size());
    change.has_several_entries = entries.size() > 1;
    encoded = encode_entries(entries);
    change.is_new_document = !found || encode_record(paper) != old.record;
    report_.added += found ? 0 : 1;
    report_.updated += found && change.is_new_document ? 1 : 0;
  }
  change.has_other_entries = encoded != old.entries;
}

std::vector<PaperEntry> IndexPlan::entries_of(const std::string& id) const {
  return entries_of(id, before_.find(id).value_or(CommittedPaper()));
}

std::vector<PaperEntry> IndexPlan::entries_of(const std::string& id,
                                              const CommittedPaper& old) const {
  std::vector<PaperEntry> out;
  if (!old.entries.empty()) {
    std::optional<std::vector<PaperEntry>> entries = decode_entries(old.entries);
    if (!entries) throw Xapian::DatabaseCorruptError("the entries of a paper are damaged");
    for (PaperEntry& entry : *entries) {
      if (given_.kept.count(entry.source) > 0) out.push_back(std::move(entry));
    }
  } else if (const auto owner = kept_owner_.find(id); owner != kept_owner_.end()) {
    out.push_back({owner->second, required_record(old.record)});
  }
  for (PaperEntry& entry : given_.entries.find(id)) out.push_back(std::move(entry));
  return out;
}

}  // namespace papersearch
