// SPDX-License-Identifier: GPL-2.0-or-later
// One run of papersearch-index.
#pragma once

#include <string>
#include <vector>

namespace papersearch {

// And 128 and the number of a signal that ended the run.
enum ExitStatus { kCurrent = 0, kSkipped = 1, kUsage = 2, kFailed = 3, kBusy = 4 };

struct RunOptions {
  std::string db;
  std::vector<std::string> paths;
  bool check = false;  // see check_command.h
  bool rebuild = false;
  bool ignore_existing = false;  // see IndexWriterOptions
  bool dry_run = false;
  bool allow_mass_removal = false;
  bool no_latent = false;
  std::size_t shards = 0;  // 0: as many as there are
  double wait_seconds = 0;
  unsigned memory_mb = 64;
  std::string log_format = "text";
  bool json = false;
  bool quiet = false;
};

// Brings the index up to date and says what happened. Gives the exit status.
int run_indexer(const RunOptions& options);

}  // namespace papersearch
