// SPDX-License-Identifier: GPL-2.0-or-later
// What a run says: complaints, a progress line, the summary.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/error.h"
#include "papersearch/index_writer.h"
#include "source.h"

namespace papersearch {

struct RunSummary {
  std::size_t files = 0;       // that were found
  std::size_t files_read = 0;  // of these, new ones and those that had changed
  std::size_t entries = 0;     // that the files hold
  bool dry_run = false;
  IndexReport index;
  std::vector<Complaint> skipped;
  double seconds = 0;
};

// "FILE:LINE: reason", without the line where it is not known.
std::string complaint_text(const Complaint& complaint);

// The summary as lines for people, and as one JSON object.
std::string summary_text(const RunSummary& summary);
std::string summary_json(const RunSummary& summary);

// One line on a terminal's standard error that is written over; silent elsewhere.
class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress() { clear(); }

  void show(std::string_view what, std::size_t done, std::size_t all);
  // Makes room for other output.
  void clear();

 private:
  bool enabled_;
  bool visible_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace papersearch
