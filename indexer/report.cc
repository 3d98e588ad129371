// SPDX-License-Identifier: GPL-2.0-or-later
#include "report.h"

#include <unistd.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "papersearch/text.h"

namespace papersearch {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kBetweenUpdates = std::chrono::milliseconds(100);

std::string count(std::size_t n, const char* one, const char* many) {
  return std::to_string(n) + ' ' + (n == 1 ? one : many);
}

std::string rounded(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", seconds);
  return text;
}

std::string prospect(IndexChange change) {
  switch (change) {
    case IndexChange::kNothing:
      return "the index is current";
    case IndexChange::kUpdate:
      return "the index would be changed in place";
    case IndexChange::kNewGeneration:
      return "the index would be written anew";
  }
  return {};
}

const char* change_name(IndexChange change) {
  switch (change) {
    case IndexChange::kNothing:
      return "nothing";
    case IndexChange::kUpdate:
      return "update";
    case IndexChange::kNewGeneration:
      return "rebuild";
  }
  return "";
}

}  // namespace

std::string complaint_text(const Complaint& complaint) {
  std::string out = complaint.file == "-" ? "standard input" : complaint.file;
  if (complaint.line != 0) out += ':' + std::to_string(complaint.line);
  return printable(out + ": " + complaint.reason);
}

std::string summary_text(const RunSummary& summary) {
  const IndexReport& index = summary.index;
  return (summary.dry_run ? "dry run, nothing is written: " + prospect(index.change) + "\n"
                          : std::string()) +
         count(summary.files, "file, ", "files, ") +
         count(summary.entries, "entry", "entries") + ", " +
         count(summary.skipped.size(), "complaint\n", "complaints\n") +
         count(index.papers, "paper: ", "papers: ") + std::to_string(index.added) +
         " added, " + std::to_string(index.updated) + " updated, " +
         std::to_string(index.unchanged) + " unchanged, " + std::to_string(index.removed) +
         " removed\n" + rounded(summary.seconds) + " seconds\n";
}

std::string summary_json(const RunSummary& summary) {
  nlohmann::ordered_json skipped = nlohmann::ordered_json::array();
  for (const Complaint& complaint : summary.skipped) {
    const nlohmann::ordered_json line = complaint.line == 0
                                            ? nlohmann::ordered_json()
                                            : nlohmann::ordered_json(complaint.line);
    skipped.push_back(
        {{"file", complaint.file}, {"line", line}, {"reason", complaint.reason}});
  }
  const nlohmann::ordered_json out = {{"files", summary.files},
                                      {"files_read", summary.files_read},
                                      {"entries", summary.entries},
                                      {"papers", summary.index.papers},
                                      {"added", summary.index.added},
                                      {"updated", summary.index.updated},
                                      {"unchanged", summary.index.unchanged},
                                      {"removed", summary.index.removed},
                                      {"skipped", skipped},
                                      {"change", change_name(summary.index.change)},
                                      {"dry_run", summary.dry_run},
                                      {"seconds", summary.seconds}};
  return out.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + '\n';
}

Progress::Progress(bool quiet) : enabled_(!quiet && ::isatty(STDERR_FILENO) == 1) {}

void Progress::show(std::string_view what, std::size_t done, std::size_t all) {
  const Clock::time_point now = Clock::now();
  if (!enabled_ || now - last_ < kBetweenUpdates) return;
  last_ = now;
  visible_ = true;
  std::fprintf(stderr, "\r%.*s %zu of %zu\x1b[K", static_cast<int>(what.size()),
               what.data(), done, all);
  std::fflush(stderr);
}

void Progress::clear() {
  if (visible_) std::fputs("\r\x1b[K", stderr);
  visible_ = false;
}

}  // namespace papersearch
