// SPDX-License-Identifier: GPL-2.0-or-later
#include "database_build.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <future>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "disk_space.h"
#include "document_builder.h"
#include "paper_feed.h"
#include "surface_forms.h"

namespace papersearch {
namespace {

// So many papers are read at once.
constexpr std::size_t kBatch = 32;
// What is collected at most before a commit. CPU seconds for digests_ko with 150, 350, 700,
// 1,400 and 2,800 papers: 4.8, 5.2, 5.3, 6.4, 10.2; megabytes: 52, 58, 68, 84, 117.
constexpr std::size_t kCommitPapers = 250;
constexpr std::size_t kCommitBytes = 4 << 20;  // of text
// What it writes at most, for each byte of text and beside that.
constexpr std::size_t kBytesForEach = 8;
constexpr std::size_t kBytesBeside = 64 << 10;
// So many are merged into one: each takes three open files.
constexpr std::size_t kMerged = 32;
constexpr std::size_t kMostThreads = 8;
// Of so many papers, the length tells what all of them take.
constexpr std::size_t kSamples = 128;
// What a paper costs beside its text, in bytes of that.
constexpr std::size_t kPaperBytes = 500;

constexpr int kCareless = Xapian::DB_CREATE | Xapian::DB_NO_SYNC;

// Databases of tier 0 hold papers, those of tier n + 1 are merged of kMerged of tier n.
class Databases {
 public:
  Databases(std::string path, DocumentLayout layout, const std::string& dictionary,
            std::size_t threads)
      : path_(std::move(path)), layout_(layout) {
    for (std::size_t i = 0; i < threads; ++i) builders_.emplace_back(layout, dictionary);
  }

  // The papers from `begin` to `end`. The first is number 0, and so on. False when the feed
  // has ended. For threads that count up from 0.
  bool write(std::size_t number, std::size_t begin, std::size_t end, PaperFeed& feed,
             std::size_t thread) {
    Xapian::WritableDatabase database(name(0, number), kCareless);
    SurfaceFormChanges forms;
    std::size_t count = 0;
    std::size_t bytes = 0;
    const auto ask = [&] { return feed.ask(begin, std::min(begin + kBatch, end)); };
    std::future<PaperFeed::Batch> coming = ask();
    while (begin < end) {
      const PaperFeed::Batch papers = coming.get();
      if (papers.empty()) return false;
      begin += papers.size();
      if (begin < end) coming = ask();
      for (const Paper& paper : papers) {
        database.add_document(builders_[thread].build(paper));
        if (layout_ != DocumentLayout::kShard)
          forms.add(builders_[thread].surface_forms(), 1);
        bytes += text_bytes(paper);
        if (++count < kCommitPapers && bytes < kCommitBytes) continue;
        commit(database, name(0, number), bytes, nullptr);
        count = bytes = 0;
      }
    }
    commit(database, name(0, number), bytes, &forms);
    database.close();
    finished(0, number);
    return true;
  }

  // Of the first `count` of tier 0 what they became, in order.
  std::vector<std::string> names(std::size_t count) const {
    std::vector<std::string> out;
    for (std::size_t tier = 0; count > 0; ++tier, count /= kMerged) {
      std::vector<std::string> rest;
      for (std::size_t i = count / kMerged * kMerged; i < count; ++i)
        rest.push_back(name(tier, i));
      out.insert(out.begin(), rest.begin(), rest.end());
    }
    return out;
  }

 private:
  // With `forms`, if any. All threads may do so at once.
  void commit(Xapian::WritableDatabase& database, const std::string& path,
              std::size_t bytes, SurfaceFormChanges* forms) const {
    try {
      require_space(path, builders_.size() * (kBytesForEach * bytes + kBytesBeside));
      if (forms != nullptr) forms->write_to(database);
    } catch (const Xapian::DatabaseError&) {
      // Else it would be written when the database is closed.
      database.begin_transaction(false);
      database.cancel_transaction();
      throw;
    }
    database.commit();
  }

  std::string name(std::size_t tier, std::size_t number) const {
    return path_ + std::to_string(tier) + '.' + std::to_string(number);
  }

  // Whoever finishes the last of a group merges it.
  void finished(std::size_t tier, std::size_t number) {
    const std::size_t group = number / kMerged;
    {
      const std::lock_guard lock(mutex_);
      std::size_t& members = finished_[{tier, group}];
      if (++members < kMerged) return;
      finished_.erase({tier, group});
    }
    std::vector<std::string> members;
    for (std::size_t i = group * kMerged; i < (group + 1) * kMerged; ++i)
      members.push_back(name(tier, i));
    merge_databases(members, name(tier + 1, group));
    finished(tier + 1, group);
  }

  std::string path_;
  DocumentLayout layout_;
  std::vector<DocumentBuilder> builders_;  // one a thread
  std::mutex mutex_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> finished_;  // of a group
};

}  // namespace

std::size_t text_bytes(const Paper& paper) {
  std::size_t out = paper.title.size();
  for (const Section& section : paper.sections) out += section.text.size();
  return out;
}

std::vector<std::size_t> first_papers(const PapersToBuild& papers, std::size_t threads) {
  std::vector<std::size_t> out = {0};
  if (papers.count > threads * papers.in_a_database) {
    while (papers.count - out.back() > papers.in_a_database)
      out.push_back(out.back() + papers.in_a_database);
  } else {
    const std::size_t step = papers.count / kSamples + 1;
    std::vector<std::size_t> sums = {0};
    for (std::size_t i = 0; i < papers.count; i += step)
      sums.push_back(sums.back() + kPaperBytes + papers.bytes(i));
    for (std::size_t part = 1; part < threads; ++part) {
      const auto at =
          std::lower_bound(sums.begin(), sums.end(), part * sums.back() / threads);
      const std::size_t first = static_cast<std::size_t>(at - sums.begin()) * step;
      if (first > out.back() && first < papers.count) out.push_back(first);
    }
  }
  if (papers.count > 0) out.push_back(papers.count);
  return out;
}

std::optional<std::vector<std::string>> build_databases(
    const std::string& path, DocumentLayout layout, const PapersToBuild& papers,
    const std::function<bool()>& go_on) {
  const std::size_t cores =
      std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostThreads);
  const std::size_t threads = std::min(cores, papers.count / kCommitPapers + 1);
  const std::vector<std::size_t> firsts = first_papers(papers, threads);
  const std::size_t count = firsts.size() - 1;
  Databases databases(path, layout, papers.dictionary, threads);
  PaperFeed feed;
  std::atomic<std::size_t> next = 0;
  const auto write = [&](std::size_t thread) {
    try {
      for (std::size_t i = next++; i < count; i = next++)
        if (!databases.write(i, firsts[i], firsts[i + 1], feed, thread)) break;
    } catch (...) {
      feed.end();
      feed.leave();
      throw;
    }
    feed.leave();
  };
  std::vector<std::future<void>> writers;  // their end is waited for in any case
  for (std::size_t i = 0; i < threads; ++i) {
    feed.admit();
    try {
      writers.push_back(std::async(std::launch::async, write, i));
    } catch (const std::system_error&) {
      feed.leave();
      if (writers.empty()) throw;
      break;  // fewer will do
    }
  }
  const bool is_whole = feed.serve(papers.read, go_on);
  for (std::future<void>& writer : writers) writer.get();
  if (!is_whole) return std::nullopt;
  return databases.names(count);
}

void merge_databases(const std::vector<std::string>& paths, const std::string& merged) {
  Xapian::Database all;
  for (const std::string& path : paths) all.add_database(Xapian::Database(path));
  SurfaceFormMerger merger;
  all.compact(merged, 0, 0, merger);
  all.close();
  for (const std::string& path : paths) {
    std::error_code ignored;  // it goes with the folder it is in
    std::filesystem::remove_all(path, ignored);
  }
}

}  // namespace papersearch
