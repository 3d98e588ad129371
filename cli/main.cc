// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>
#include <csignal>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "command_line.h"
#include "commands.h"
#include "crash_guard.h"
#include "message.h"
#include "output.h"

namespace papersearch::cli {
namespace {

// The limits of queries keep the longest computation below a tenth of it.
constexpr std::chrono::seconds kTimeLimit(30);

CrashPlan crash_plan(const std::string& db) {
  const std::string seconds = std::to_string(kTimeLimit.count());
  return {complaint({ErrorCode::kIndexCorrupt,
                     db + ": the index is damaged (reading it ended in a crash)"},
                    db),
          complaint({ErrorCode::kIndexCorrupt,
                     db + ": the index is damaged (reading it did not end within " +
                         seconds + " seconds)"},
                    db)};
}

ExitStatus run(const CommandLine& line) {
  const CrashGuard guard(crash_plan(line.db));
  // An export computes for as long as there are papers.
  std::optional<TimeLimit> limit;
  if (line.command != Command::kExport) limit.emplace(kTimeLimit);
  switch (line.command) {
    case Command::kSearch:
      return run_search(line);
    case Command::kShow:
      return run_show(line);
    case Command::kSimilar:
      return run_similar(line);
    case Command::kSuggest:
      return run_suggest(line);
    case Command::kGlossary:
      return run_glossary(line);
    case Command::kTrends:
      return run_trends(line);
    case Command::kTop:
      return run_top(line);
    case Command::kStats:
      return run_stats(line);
    case Command::kExport:
      return run_export(line);
  }
  return ExitStatus::kUsage;
}

ExitStatus run(const std::vector<std::string>& arguments) {
  const Result<CommandLine> line = read_command_line(arguments);
  if (!line) return report(line.error(), {});
  if (line->text) return print(*line->text) ? ExitStatus::kFound : ExitStatus::kTrouble;
  return run(*line);
}

}  // namespace
}  // namespace papersearch::cli

int main(int argc, char** argv) {
  namespace cli = papersearch::cli;
  // A reader that has left is found out by the error of write().
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return static_cast<int>(
        cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc)));
  } catch (const std::bad_alloc&) {
    cli::complain("memory: there is not enough; ask for less with --limit");
    return static_cast<int>(cli::ExitStatus::kTrouble);
  }
}
