// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch-index: brings an index up to date with digest files.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "papersearch/index_writer.h"
#include "papersearch/searcher.h"
#include "papersearch/text.h"
#include "papersearch/version.h"
#include "report.h"
#include "scan.h"

namespace papersearch {
namespace {

enum ExitStatus { kCurrent = 0, kSkipped = 1, kUsage = 2, kFailed = 3, kBusy = 4 };

struct Options {
  std::string db;
  std::vector<std::string> paths;
  bool json = false;
  bool quiet = false;
};

constexpr const char* kAbout =
    "Bring a papersearch index up to date with digest files and folders.";
constexpr const char* kFooter =
    R"(PATH is a digest in Markdown, a feed in JSON or JSON Lines, a folder that is searched
for such files (.md, .markdown, .json, .jsonl, .ndjson), or - for standard input. After
the run the index holds exactly the papers of the files that are named; entries of one
paper are merged. An entry that cannot be used is reported as FILE:LINE: REASON and costs
only itself.

Exit status: 0 the index is current, 1 current but something was skipped or the summary
could not be printed, 2 wrong usage, 3 failed and the index is as it was, 4 another
indexer is at work.

Example:  papersearch-index --db ~/papers ~/digests)";

void define(CLI::App& app, Options& options) {
  app.footer(kFooter);
  app.set_version_flag("--version", std::string("papersearch-index ") + version());
  app.add_option("--db", options.db,
                 "Folder of the index (default: $PAPERSEARCH_DB, else "
                 "$XDG_DATA_HOME/papersearch/index)")
      ->type_name("DIR");
  app.add_flag("--json", options.json, "Print the summary as one JSON object");
  app.add_flag("-q,--quiet", options.quiet, "No progress and no summary; complaints only");
  app.add_option("PATH", options.paths, "Digest files and folders")->required();
}

int fail(const Error& error, Progress& progress) {
  progress.clear();
  std::fprintf(stderr, "papersearch-index: %s\n", printable(error.message()).c_str());
  if (error.code() == ErrorCode::kIndexLocked) return kBusy;
  return error.code() == ErrorCode::kInvalidArgument ? kUsage : kFailed;
}

void read_into(IndexWriter& writer, const SourceFile& file, RunSummary& summary) {
  Content content = read_source(file);
  if (content.is_source) ++summary.files;
  summary.entries += content.entries.size();
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
  for (Complaint& complaint : content.complaints) {
    complaint.file = file.path;
    summary.skipped.push_back(std::move(complaint));
  }
}

// Papers that the index would lose by an empty run: a folder that is not mounted must not
// cost the whole index.
std::size_t papers_lost(const Options& options, const IndexWriter& writer) {
  if (writer.size() > 0) return 0;
  Result<Searcher> searcher = Searcher::open(options.db);
  if (!searcher) return 0;
  const Result<IndexStatistics> statistics = searcher->statistics();
  return statistics ? statistics->papers : 0;
}

void report_skipped(const RunSummary& summary) {
  for (const Complaint& complaint : summary.skipped) {
    std::fprintf(stderr, "papersearch-index: %s; skipped\n",
                 complaint_text(complaint).c_str());
  }
}

bool print(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return true;
  if (errno == EPIPE) return true;  // its reader has seen enough
  std::fprintf(stderr, "papersearch-index: standard output: cannot write the summary: %s\n",
               std::strerror(errno));
  return false;
}

int run(const Options& options) {
  const auto start = std::chrono::steady_clock::now();
  Progress progress(options.quiet);
  Result<IndexWriter> writer = IndexWriter::open(options.db);
  if (!writer) return fail(writer.error(), progress);

  ScanResult found = scan(options.paths);
  RunSummary summary;
  summary.skipped = std::move(found.complaints);
  for (std::size_t i = 0; i < found.files.size(); ++i) {
    progress.show("Reading file", i + 1, found.files.size());
    read_into(*writer, found.files[i], summary);
  }
  if (const std::size_t lost = papers_lost(options, *writer)) {
    progress.clear();
    report_skipped(summary);
    std::fprintf(
        stderr,
        "papersearch-index: %s: no paper was found; the %zu of the index are kept\n",
        printable(options.db).c_str(), lost);
    return kFailed;
  }
  const auto report = writer->commit(
      [&](std::size_t done) { progress.show("Indexing paper", done, writer->size()); });
  progress.clear();
  report_skipped(summary);
  if (!report) return fail(report.error(), progress);

  summary.index = *report;
  summary.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const bool printed = (options.quiet && !options.json) ||
                       print(options.json ? summary_json(summary) : summary_text(summary));
  return summary.skipped.empty() && printed ? kCurrent : kSkipped;
}

// A program that is started without them would take its own files for its output.
void open_standard_streams() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(fd, F_GETFD) >= 0) continue;
    // Opened the wrong way round, for a use of it to fail as one of a closed one would.
    [[maybe_unused]] const int opened =
        ::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace
}  // namespace papersearch

int main(int argc, char** argv) {
  using namespace papersearch;
  open_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // found out by the error of a write
  CLI::App app(kAbout, "papersearch-index");
  Options options;
  define(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "papersearch-index: %s; see papersearch-index --help\n",
                 printable(error.what()).c_str());
    return kUsage;
  }
  if (options.db.empty()) options.db = default_index_path();
  if (options.db.empty()) {
    std::fputs("papersearch-index: no place for the index; name it with --db DIR\n",
               stderr);
    return kUsage;
  }
  try {
    return run(options);
  } catch (const std::bad_alloc&) {
    std::fputs("papersearch-index: not enough memory; the index is as it was\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "papersearch-index: unexpected: %s; please report this\n",
                 printable(error.what()).c_str());
  }
  return kFailed;
}
