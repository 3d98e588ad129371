// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch-index: brings an index up to date with digest files.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "papersearch/index_writer.h"
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
    "PATH is a digest in Markdown, a feed in JSON or JSON Lines, a folder that is "
    "searched\n"
    "for such files (.md, .json, .jsonl), or - for standard input. After the run the "
    "index\n"
    "holds exactly the papers of the files that are named; entries of one paper are "
    "merged.\n"
    "An entry that cannot be used is reported as FILE:LINE: REASON and costs only itself.\n"
    "\n"
    "Exit status: 0 the index is current, 1 current but something was skipped, 2 wrong\n"
    "usage, 3 failed and the index is as it was, 4 another indexer is at work.\n"
    "\n"
    "Example:  papersearch-index --db ~/papers ~/digests";

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
    if (!trouble.empty())
      content.complaints.push_back({"", entry.line, std::move(trouble)});
  }
  std::stable_sort(content.complaints.begin(), content.complaints.end(),
                   [](const Complaint& a, const Complaint& b) { return a.line < b.line; });
  for (Complaint& complaint : content.complaints) {
    complaint.file = file.path;
    summary.skipped.push_back(std::move(complaint));
  }
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
  const auto report = writer->commit(
      [&](std::size_t done) { progress.show("Indexing paper", done, writer->size()); });
  progress.clear();
  for (const Complaint& complaint : summary.skipped) {
    std::fprintf(stderr, "papersearch-index: %s; skipped\n",
                 complaint_text(complaint).c_str());
  }
  if (!report) return fail(report.error(), progress);

  summary.index = *report;
  summary.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (options.json) {
    std::fputs(summary_json(summary).c_str(), stdout);
  } else if (!options.quiet) {
    std::fputs(summary_text(summary).c_str(), stdout);
  }
  if (std::fflush(stdout) != 0 && errno != EPIPE) {
    std::fprintf(stderr, "papersearch-index: standard output: %s\n", std::strerror(errno));
    return kFailed;
  }
  return summary.skipped.empty() ? kCurrent : kSkipped;
}

}  // namespace
}  // namespace papersearch

int main(int argc, char** argv) {
  using namespace papersearch;
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
  return run(options);
}
