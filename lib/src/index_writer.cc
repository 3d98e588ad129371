// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/index_writer.h"

#include <algorithm>
#include <ctime>
#include <map>
#include <unordered_map>

#include "document_builder.h"
#include "glossary_index.h"
#include "index_directory.h"
#include "latent_learning.h"
#include "papersearch/text.h"
#include "papersearch/version.h"
#include "record.h"
#include "schema.h"
#include "xapian_error.h"

namespace papersearch {
namespace {

constexpr std::size_t kProgressStep = 64;

bool all_valid(const Paper& paper) {
  bool valid = is_valid_utf8(paper.title);
  for (const std::string& author : paper.authors) valid = valid && is_valid_utf8(author);
  for (const Section& section : paper.sections) {
    valid = valid && is_valid_utf8(section.name) && is_valid_utf8(section.text);
  }
  return valid;
}

std::string problem_of(const Paper& paper) {
  if (parse_arxiv_id(paper.id) != paper.id) return "\"" + paper.id + "\" is no arXiv id";
  if (paper.title.find_first_not_of(" \t\r\n") == std::string::npos)
    return "the title is empty";
  if (!paper.date.empty() && !is_calendar_date(paper.date)) {
    return "\"" + paper.date + "\" is no date; write YYYY-MM-DD";
  }
  if (paper.votes && *paper.votes < 0) return "votes below zero";
  if (!all_valid(paper)) return "a text that is no valid UTF-8";
  return {};
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts = {};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

// Checksummed records by arXiv id, of the index as it was; empty when it cannot be
// read. `is_sound` turns true where all of it can be read and is of this version; else
// a new index takes its place.
std::unordered_map<std::string, std::string> records_of(const std::string& generation,
                                                        bool& is_sound) {
  std::unordered_map<std::string, std::string> out;
  try {
    const Xapian::Database database(generation);
    is_sound =
        database.get_metadata(std::string(kSchemaKey)) == std::to_string(kSchemaVersion) &&
        database.get_metadata(std::string(kAnalyzerKey)) ==
            std::to_string(kAnalyzerVersion);
    const std::string all(kAllPapers);
    for (auto it = database.postlist_begin(all); it != database.postlist_end(all); ++it) {
      std::string data = database.get_document(*it).get_data();
      const auto paper = decode_record(data);
      if (paper) out.emplace(paper->id, std::move(data));
      is_sound = is_sound && paper;
    }
  } catch (const Xapian::Error&) {
    is_sound = false;
  }
  return out;
}

}  // namespace

class IndexWriter::Impl {
 public:
  explicit Impl(IndexDirectory directory) : directory_(std::move(directory)) {}

  Result<void> add(const Paper& entry) {
    if (std::string problem = problem_of(entry); !problem.empty()) {
      return Error(ErrorCode::kInvalidArgument, std::move(problem));
    }
    entries_[entry.id].push_back(entry);
    return {};
  }

  std::size_t size() const { return entries_.size(); }

  Result<IndexReport> commit(const std::function<void(std::size_t)>& progress) {
    merge_entries();
    IndexReport report;
    bool is_sound = false;
    compare(report, is_sound);
    const bool changed = report.added + report.updated + report.removed > 0;
    if (is_sound && !changed) return report;

    Result<std::string> next = directory_.prepare_next();
    if (!next) return next.error();
    Result<void> written =
        guarded(directory_.path(), [&] { return write(*next, progress); });
    if (written) written = directory_.publish_next();
    if (!written) {
      directory_.abandon_next();
      return written.error();
    }
    return report;
  }

 private:
  // Files have no order: entries are merged by date and content, never as they came.
  void merge_entries() {
    for (auto& [id, entries] : entries_) {
      if (entries.size() > 1) {
        std::sort(entries.begin(), entries.end(), [](const Paper& a, const Paper& b) {
          return std::make_pair(a.date, encode_record(a)) <
                 std::make_pair(b.date, encode_record(b));
        });
      }
      // Through merge_paper() even when alone, so that one entry and two equal ones agree.
      Paper& paper = papers_[id];
      paper.id = id;
      paper.title = entries.front().title;
      for (const Paper& entry : entries) merge_paper(paper, entry);
    }
    entries_.clear();
  }

  void compare(IndexReport& report, bool& is_sound) const {
    std::unordered_map<std::string, std::string> before;
    if (const auto current = directory_.current()) {
      before = records_of(*current, is_sound);
    }
    report.papers = papers_.size();
    for (const auto& [id, paper] : papers_) {
      const auto old = before.find(id);
      if (old == before.end()) {
        ++report.added;
      } else if (old->second == encode_record(paper)) {
        ++report.unchanged;
      } else {
        ++report.updated;
      }
    }
    report.removed = before.size() - report.unchanged - report.updated;
  }

  Result<void> write(const std::string& generation,
                     const std::function<void(std::size_t)>& progress) {
    Xapian::WritableDatabase database(generation, Xapian::DB_CREATE);
    // Everything in one commit: a half is of no use to anybody.
    database.begin_transaction();
    DocumentBuilder builder;
    std::size_t done = 0;
    std::size_t sections = 0;
    for (const Paper* paper : by_date()) {
      database.add_document(builder.build(*paper));
      sections += paper->sections.size();
      if (progress && ++done % kProgressStep == 0) progress(done);
    }
    learn_glossary(database);
    learn_latent_basis(database);
    database.set_metadata(std::string(kSchemaKey), std::to_string(kSchemaVersion));
    database.set_metadata(std::string(kAnalyzerKey), std::to_string(kAnalyzerVersion));
    database.set_metadata(std::string(kSectionCountKey), std::to_string(sections));
    database.set_metadata(std::string(kIndexedAtKey), utc_now());
    database.set_metadata(std::string(kIndexedByKey), version());
    database.commit_transaction();
    database.close();
    return {};
  }

  // Oldest first, then by id: the same papers always get the same document numbers.
  std::vector<const Paper*> by_date() const {
    std::vector<const Paper*> out;
    for (const auto& [id, paper] : papers_) out.push_back(&paper);
    std::stable_sort(out.begin(), out.end(),
                     [](const Paper* a, const Paper* b) { return a->date < b->date; });
    return out;
  }

  IndexDirectory directory_;
  std::map<std::string, std::vector<Paper>> entries_;  // until commit()
  std::map<std::string, Paper> papers_;
};

Result<IndexWriter> IndexWriter::open(const std::string& path) {
  Result<IndexDirectory> directory = IndexDirectory::lock(path);
  if (!directory) return directory.error();
  return IndexWriter(std::make_unique<Impl>(std::move(*directory)));
}

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

Result<void> IndexWriter::add(const Paper& entry) { return impl_->add(entry); }
std::size_t IndexWriter::size() const { return impl_->size(); }
Result<IndexReport> IndexWriter::commit(const std::function<void(std::size_t)>& progress) {
  return impl_->commit(progress);
}

}  // namespace papersearch
