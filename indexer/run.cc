// SPDX-License-Identifier: GPL-2.0-or-later
#include "run.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <thread>
#include <unordered_map>
#include <utility>

#include "crash_guard.h"
#include "interrupt.h"
#include "log.h"
#include "output.h"
#include "papersearch/index_writer.h"
#include "papersearch/text.h"
#include "parsers.h"
#include "read_files.h"
#include "reading_time.h"
#include "report.h"
#include "scan.h"

namespace papersearch {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kBetweenTries = std::chrono::milliseconds(50);

int status_of(const Error& error) {
  switch (error.code()) {
    case ErrorCode::kIndexLocked:
      return kBusy;
    case ErrorCode::kInvalidArgument:
      return kUsage;
    default:
      return kFailed;
  }
}

// True for `folder` and what is in it.
bool is_below(const std::string& name, const std::string& folder) {
  return name.compare(0, folder.size(), folder) == 0 &&
         (name.size() == folder.size() || folder.back() == '/' ||
          name[folder.size()] == '/');
}

// Adds the entries of one file; what is wrong with them becomes a complaint.
void add_entries(IndexWriter& writer, Content& content) {
  std::unordered_map<std::string, std::size_t> seen;  // id, line
  for (const Entry& entry : content.entries) {
    const auto [first, is_new] = seen.emplace(entry.paper.id, entry.line);
    std::string trouble;
    if (!is_new) {
      trouble = entry.paper.id + " stands in this file before, at line " +
                std::to_string(first->second);
    } else if (const Result<void> added = writer.add(entry.paper); !added) {
      trouble = added.error().message();
    }
    if (!trouble.empty()) content.complain(entry.line, std::move(trouble));
  }
  std::stable_sort(content.complaints.begin(), content.complaints.end(),
                   [](const Complaint& a, const Complaint& b) { return a.line < b.line; });
  if (content.unlisted > 0) {
    content.complaints.push_back(
        {"", 0, std::to_string(content.unlisted) + " more complaints about this file"});
  }
}

class Run {
 public:
  explicit Run(const RunOptions& options) : options_(options), progress_(options.quiet) {}

  int run() {
    Result<IndexReport> report = bring_up_to_date(options_.rebuild);
    if (!report && report.error().code() == ErrorCode::kIndexCorrupt && !options_.rebuild) {
      progress_.clear();
      log(LogLevel::kWarning, report.error().message() + "; every file is read again");
      report = bring_up_to_date(true);
    }
    progress_.clear();
    if (stop_signal() != 0 && !report) {
      log(LogLevel::kError,
          "stopped by " + signal_name(stop_signal()) + "; the index is as it was");
      return 128 + stop_signal();
    }
    report_skipped();
    if (!report) {
      log(LogLevel::kError, report.error().message());
      return status_of(report.error());
    }
    if (!refusal_.empty()) {
      log(LogLevel::kError, refusal_);
      return kFailed;
    }
    summary_.index = *report;
    summary_.dry_run = options_.dry_run;
    summary_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    const bool printed =
        (options_.quiet && !options_.json) ||
        print(options_.json ? summary_json(summary_) : summary_text(summary_),
              "the summary");
    return summary_.skipped.empty() && printed ? kCurrent : kSkipped;
  }

 private:
  static Error stopped() { return {ErrorCode::kCancelled, "stopped"}; }

  Result<IndexReport> bring_up_to_date(bool rebuild) {
    summary_ = RunSummary();
    Result<IndexWriter> writer = open(rebuild);
    if (!writer) return writer.error();
    ScanResult found = scan(options_.paths);
    summary_.skipped = std::move(found.complaints);
    std::set<std::string> names;
    ReadFiles pending;
    for (std::size_t i = 0; i < found.files.size(); ++i) {
      progress_.show("Reading file", i + 1, found.files.size());
      pending.add(read(*writer, found.files[i], rebuild));
      names.insert(pending.last().name);
      while (pending.must_go_on()) add(*writer, pending.take());
      if (stop_signal() != 0) return stopped();
    }
    while (!pending.is_empty()) add(*writer, pending.take());
    keep_unreadable(*writer, found.unreadable, names);

    const Result<IndexReport> preview = look_at_changes(*writer, options_.db);
    if (!preview || refuses(*preview)) return preview;
    return writer->commit([&](std::size_t done, std::size_t all) {
      progress_.show("Indexing paper", done, all);
      return stop_signal() == 0;
    });
  }

  static Result<IndexReport> look_at_changes(IndexWriter& writer, const std::string& db) {
    const TimeLimit limit(time_to_read(db) + time_to_merge(writer.size()));
    return writer.preview();
  }

  Result<IndexWriter> open(bool rebuild) {
    const TimeLimit limit(time_to_read(options_.db));
    IndexWriterOptions options;
    options.rebuild = rebuild;
    options.ignore_existing = options_.ignore_existing;
    options.dry_run = options_.dry_run;
    options.latent = !options_.no_latent;
    options.shards = options_.shards;
    options.memory = std::size_t{options_.memory_mb} << 20;
    for (;;) {
      Result<IndexWriter> writer = IndexWriter::open(options_.db, options);
      if (writer || writer.error().code() != ErrorCode::kIndexLocked) return writer;
      const std::chrono::duration<double> waited = Clock::now() - start_;
      if (waited.count() >= options_.wait_seconds) return writer;
      if (stop_signal() != 0) return stopped();
      std::this_thread::sleep_for(kBetweenTries);
    }
  }

  ReadFile read(const IndexWriter& writer, const SourceFile& file, bool rebuild) {
    ReadFile out;
    out.path = file.path;
    out.name = source_name(file.path);
    SourceText loaded = load(file);
    out.trouble = std::move(loaded.trouble);
    out.is_gone = loaded.is_gone;
    if (!out.trouble.empty()) return out;
    // Whether a file that is no digest is complained of depends on who named it.
    out.fingerprint = std::to_string(kReaderVersion) + (file.named ? "n:" : ":") +
                      content_hash(loaded.text);
    const SourceNotes* known = rebuild ? nullptr : writer.find_source(out.name);
    if (known != nullptr && known->fingerprint == out.fingerprint) return out;
    out.bytes = loaded.text.size();
    out.content = parsers_.parse(file, std::move(loaded.text));
    return out;
  }

  void add(IndexWriter& writer, ReadFile file) {
    if (!file.trouble.empty()) {
      const bool is_kept = !file.is_gone && keep(writer, file.name, file.path);
      summary_.skipped.push_back({file.path, 0, file.trouble, is_kept});
      return;
    }
    if (!file.content.valid()) {
      keep(writer, file.name, file.path);
      return;
    }
    Content content = file.content.get();
    if (!content.is_source) return;
    writer.begin_source(file.name);
    add_entries(writer, content);
    SourceNotes notes{file.fingerprint, content.entries.size(), {}};
    for (const Complaint& complaint : content.complaints)
      notes.complaints.push_back({complaint.line, complaint.reason});
    ++summary_.files_read;
    count(notes, file.path);
    writer.end_source(std::move(notes));
  }

  // Standard input can be read only once.
  SourceText load(const SourceFile& file) {
    if (file.path != "-") return load_source(file);
    if (!standard_input_) standard_input_ = load_source(file);
    return *standard_input_;
  }

  bool keep(IndexWriter& writer, const std::string& name, const std::string& path) {
    if (!writer.keep_source(name)) return false;
    count(*writer.find_source(name), path);
    return true;
  }

  void count(const SourceNotes& notes, const std::string& path) {
    ++summary_.files;
    summary_.entries += notes.entries;
    for (const SourceComplaint& complaint : notes.complaints)
      summary_.skipped.push_back({path, complaint.line, complaint.reason});
  }

  // What cannot be looked into is not gone.
  void keep_unreadable(IndexWriter& writer, const std::vector<std::string>& paths,
                       std::set<std::string> seen) {
    if (paths.empty()) return;
    const std::vector<std::string> known = writer.source_names();
    for (const std::string& path : paths) {
      const std::string folder = source_name(path);
      bool is_kept = false;
      for (const std::string& name : known) {
        if (!is_below(name, folder)) continue;
        is_kept = true;
        if (seen.insert(name).second) keep(writer, name, name);
      }
      for (Complaint& complaint : summary_.skipped) {
        if (complaint.file == path && complaint.line == 0) complaint.is_kept = is_kept;
      }
    }
  }

  // A disk that is not mounted must not cost the index.
  bool refuses(const IndexReport& report) {
    if (options_.allow_mass_removal) return false;
    // How many papers there were is not known of an index that is not looked at.
    if (options_.ignore_existing && report.papers == 0) {
      refusal_ =
          options_.db +
          ": no file holds a paper; the index is as it was. Is a folder missing or a "
          "disk not mounted? --allow-mass-removal makes an empty index";
      return true;
    }
    const std::size_t before = report.papers - report.added + report.removed;
    if (report.removed * 2 <= before) return false;
    refusal_ =
        options_.db + ": " + std::to_string(report.removed) + " of " +
        std::to_string(before) +
        " papers would be gone; the index is as it was. Is a folder missing or a disk not "
        "mounted? --allow-mass-removal lets them go";
    return true;
  }

  void report_skipped() const {
    for (const Complaint& complaint : summary_.skipped) log(complaint);
  }

  const RunOptions& options_;
  Clock::time_point start_ = Clock::now();
  Progress progress_;
  RunSummary summary_;
  std::optional<SourceText> standard_input_;
  Parsers parsers_;
  std::string refusal_;
};

}  // namespace

int run_indexer(const RunOptions& options) { return Run(options).run(); }

}  // namespace papersearch
