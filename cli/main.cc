// SPDX-License-Identifier: GPL-2.0-or-later
#include <csignal>
#include <new>
#include <string>
#include <vector>

#include "command_line.h"
#include "commands.h"
#include "message.h"
#include "output.h"

namespace papersearch::cli {
namespace {

ExitStatus run(const std::vector<std::string>& arguments) {
  const Result<CommandLine> line = read_command_line(arguments);
  if (!line) return report(line.error(), {});
  if (line->text) return print(*line->text) ? ExitStatus::kFound : ExitStatus::kTrouble;
  switch (line->command) {
    case Command::kSearch:
      return run_search(*line);
    case Command::kShow:
      return run_show(*line);
    case Command::kSimilar:
      return run_similar(*line);
    case Command::kSuggest:
      return run_suggest(*line);
    case Command::kGlossary:
      return run_glossary(*line);
    case Command::kStats:
      return run_stats(*line);
  }
  return ExitStatus::kUsage;
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
