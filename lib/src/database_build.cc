// SPDX-License-Identifier: GPL-2.0-or-later
#include "database_build.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "document_builder.h"
#include "paper_queue.h"
#include "workers.h"

namespace papersearch {
namespace {

// So many papers are read at once.
constexpr std::size_t kBatch = 32;
// What is collected at most before a commit. CPU seconds for digests_ko with 150, 350, 700,
// 1,400 and 2,800 papers: 4.8, 5.2, 5.3, 6.4, 10.2; megabytes: 52, 58, 68, 84, 117.
constexpr std::size_t kCommitPapers = 250;
constexpr std::size_t kCommitBytes = 4 << 20;  // of text
// So many are merged into one: each takes three open files.
constexpr std::size_t kMerged = 32;
constexpr std::size_t kMostThreads = 8;

constexpr int kCareless = Xapian::DB_CREATE | Xapian::DB_NO_SYNC;

std::size_t text_bytes(const Paper& paper) {
  std::size_t out = paper.title.size();
  for (const Section& section : paper.sections) out += section.text.size();
  return out;
}

// Databases of tier 0 hold papers, those of tier n + 1 are merged of kMerged of tier n.
class Databases {
 public:
  Databases(std::string path, DocumentLayout layout, const std::string& dictionary,
            std::size_t threads)
      : path_(std::move(path)) {
    for (std::size_t i = 0; i < threads; ++i) builders_.emplace_back(layout, dictionary);
  }

  // Those of `queue`. The first is number 0, and so on. For threads that count up from 0.
  void write(std::size_t number, PaperQueue& queue, std::size_t thread) {
    Xapian::WritableDatabase database(name(0, number), kCareless);
    std::size_t count = 0;
    std::size_t bytes = 0;
    for (std::vector<Paper> papers = queue.pop(); !papers.empty(); papers = queue.pop()) {
      for (const Paper& paper : papers) {
        database.add_document(builders_[thread].build(paper));
        bytes += text_bytes(paper);
        if (++count < kCommitPapers && bytes < kCommitBytes) continue;
        database.commit();
        count = bytes = 0;
      }
    }
    database.commit();
    database.close();
    finished(0, number);
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
  std::vector<DocumentBuilder> builders_;  // one a thread
  std::mutex mutex_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> finished_;  // of a group
};

// Ends when what uses it does, so that nobody waits for the other side.
class OpenQueue {
 public:
  explicit OpenQueue(PaperQueue& queue) : queue_(queue) {}
  OpenQueue(const OpenQueue&) = delete;
  OpenQueue& operator=(const OpenQueue&) = delete;
  ~OpenQueue() { queue_.end(); }

 private:
  PaperQueue& queue_;
};

// Writes `count` databases, at most as many as there are `workers`, from number `first` on,
// each of `length` papers, but for the last one of all. A batch for each in turn, so that
// all have something to do. False when it is to stop.
bool write_side_by_side(Databases& databases, const PapersToBuild& papers,
                        std::size_t first, std::size_t count, std::size_t length,
                        Workers& workers, const std::function<bool()>& go_on) {
  std::vector<std::shared_ptr<PaperQueue>> queues;
  std::vector<std::unique_ptr<OpenQueue>> open;
  for (std::size_t i = 0; i < count; ++i) {
    const auto queue = queues.emplace_back(std::make_shared<PaperQueue>());
    open.push_back(std::make_unique<OpenQueue>(*queue));
    // Of the job itself, for one that never begins has an end too.
    const auto until_the_end = std::make_shared<OpenQueue>(*queue);
    workers.add([&databases, number = first + i, queue, until_the_end](std::size_t thread) {
      databases.write(number, *queue, thread);
    });
  }
  for (std::size_t offset = 0; offset < length; offset += kBatch) {
    if (!go_on()) return false;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t start = (first + i) * length;
      const std::size_t end = std::min(start + length, papers.count);
      const std::size_t begin = std::min(start + offset, end);
      if (begin < end) queues[i]->push(papers.read(begin, std::min(begin + kBatch, end)));
    }
  }
  return true;
}

}  // namespace

std::optional<std::vector<std::string>> build_databases(
    const std::string& path, DocumentLayout layout, const PapersToBuild& papers,
    const std::function<bool()>& go_on) {
  const std::size_t cores =
      std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostThreads);
  const std::size_t threads = std::min(cores, papers.count / kCommitPapers + 1);
  const std::size_t share = (papers.count + threads - 1) / threads;
  const std::size_t length =
      std::max<std::size_t>(std::min(share, papers.in_a_database), 1);
  const std::size_t count = (papers.count + length - 1) / length;
  Databases databases(path, layout, papers.dictionary, threads);
  Workers workers(threads);
  // Each needs a thread of its own, or reading would wait for one that never begins.
  const std::size_t at_once = workers.size();
  for (std::size_t first = 0; first < count; first += at_once) {
    if (!write_side_by_side(databases, papers, first, std::min(at_once, count - first),
                            length, workers, go_on))
      return std::nullopt;
  }
  workers.finish();
  return databases.names(count);
}

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

}  // namespace papersearch
