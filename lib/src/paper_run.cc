// SPDX-License-Identifier: GPL-2.0-or-later
#include "paper_run.h"

#include <filesystem>
#include <utility>

namespace papersearch {
namespace {

// What a database holds at most before the next is begun. CPU seconds for digests_ko with
// 150, 350, 700, 1,400 and 2,800 papers: 4.8, 5.2, 5.3, 6.4, 10.2; megabytes: 52, 58, 68,
// 84, 117.
constexpr std::size_t kMaxPapers = 250;
constexpr std::size_t kMaxBytes = 4 << 20;  // of text
// So many are merged into one: each takes three open files.
constexpr std::size_t kMaxInTier = 16;

constexpr int kCareless = Xapian::DB_CREATE | Xapian::DB_NO_SYNC;

std::size_t text_bytes(const Paper& paper) {
  std::size_t out = paper.title.size();
  for (const Section& section : paper.sections) out += section.text.size();
  return out;
}

}  // namespace

void merge_databases(const std::vector<std::string>& paths, const std::string& merged) {
  Xapian::Database all;
  for (const std::string& path : paths) all.add_database(Xapian::Database(path));
  all.compact(merged);
  all.close();
  for (const std::string& path : paths) {
    std::error_code ignored;  // it goes with the folder it is in
    std::filesystem::remove_all(path, ignored);
  }
}

PaperRun::PaperRun(std::string path, DocumentLayout layout)
    : path_(std::move(path)), builder_(layout) {}

PaperRun::~PaperRun() {
  if (running_.valid()) running_.wait();
}

void PaperRun::add(std::vector<Paper> papers) {
  if (running_.valid()) running_.get();
  running_ =
      std::async(std::launch::async, [this, papers = std::move(papers)] { write(papers); });
}

std::vector<std::string> PaperRun::finish() {
  if (running_.valid()) running_.get();
  close();
  std::vector<std::string> out;
  for (auto tier = tiers_.rbegin(); tier != tiers_.rend(); ++tier)
    out.insert(out.end(), tier->begin(), tier->end());
  if (out.size() <= kMaxInTier) return out;
  const std::string merged = next_path();
  merge_databases(out, merged);
  return {merged};
}

void PaperRun::write(const std::vector<Paper>& papers) {
  for (const Paper& paper : papers) {
    if (papers_ == 0) {
      database_path_ = next_path();
      database_ = Xapian::WritableDatabase(database_path_, kCareless);
    }
    database_.add_document(builder_.build(paper));
    bytes_ += text_bytes(paper);
    if (++papers_ == kMaxPapers || bytes_ >= kMaxBytes) close();
  }
}

void PaperRun::close() {
  if (papers_ == 0) return;
  database_.commit();
  database_.close();
  papers_ = 0;
  bytes_ = 0;
  keep(std::move(database_path_), 0);
}

void PaperRun::keep(std::string database, std::size_t tier) {
  if (tier == tiers_.size()) tiers_.emplace_back();
  tiers_[tier].push_back(std::move(database));
  if (tiers_[tier].size() < kMaxInTier) return;
  std::string merged = next_path();
  merge_databases(tiers_[tier], merged);
  tiers_[tier].clear();
  keep(std::move(merged), tier + 1);
}

std::string PaperRun::next_path() { return path_ + '.' + std::to_string(made_++); }

}  // namespace papersearch
