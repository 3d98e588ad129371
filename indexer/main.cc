// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch-index: brings an index up to date with digest files.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "check_command.h"
#include "crash_guard.h"
#include "interrupt.h"
#include "log.h"
#include "papersearch/searcher.h"
#include "papersearch/text.h"
#include "papersearch/version.h"
#include "run.h"

namespace papersearch {
namespace {

constexpr const char* kAbout =
    "Bring a papersearch index up to date with digest files and folders.";
constexpr const char* kFooter =
    R"(PATH is a digest in Markdown, a feed in JSON or JSON Lines, a folder that is searched
for such files (.md, .markdown, .json, .jsonl, .ndjson), or - for standard input. After
the run the index holds exactly the papers of the files that are named; entries of one
paper are merged. Only files that are new or changed are read. An entry that cannot be used
is reported as FILE:LINE: REASON and costs only itself; of a file that cannot be read the
index keeps what it has.

Exit status: 0 the index is current, 1 current but something was skipped or the summary
could not be printed, 2 wrong usage, 3 failed or refused and the index is as it was,
4 another indexer is at work, 130 or 143 stopped by SIGINT or SIGTERM and the index is as
it was. Of --check: 0 the index is sound, 3 it is damaged or there is none.

Examples:  papersearch-index --db ~/papers ~/digests
           papersearch-index --check --db ~/papers)";

void define(CLI::App& app, RunOptions& options) {
  app.footer(kFooter);
  app.set_version_flag("--version", std::string("papersearch-index ") + version());
  app.add_option("--db", options.db,
                 "Folder of the index (default: $PAPERSEARCH_DB, else "
                 "$XDG_DATA_HOME/papersearch/index)")
      ->type_name("DIR");
  CLI::Option* check = app.add_flag("--check", options.check,
                                    "Only say whether the index is sound; takes no PATH");
  app.add_flag("--rebuild", options.rebuild,
               "Read every file and write the index anew, whatever changed")
      ->excludes(check);
  // For the program itself, see crash_plan().
  app.add_flag("--ignore-existing", options.ignore_existing)->group("")->excludes(check);
  app.add_flag("--dry-run", options.dry_run, "Only say what would happen; write nothing")
      ->excludes(check);
  app.add_flag("--allow-mass-removal", options.allow_mass_removal,
               "Let more than half of the papers go, which is refused otherwise")
      ->excludes(check);
  app.add_flag("--no-latent", options.no_latent,
               "Learn no nearness in meaning; takes effect for the index as a whole")
      ->excludes(check);
  app.add_option("--shards", options.shards,
                 "Make the index of so many databases, which can lie on as many machines "
                 "(default: as many as it has, or 1)")
      ->type_name("N")
      ->check(CLI::Range(1u, 256u))
      ->excludes(check);
  app.add_option("--wait", options.wait_seconds,
                 "Wait so long for another indexer to end (default: 0)")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber)
      ->excludes(check);
  app.add_option("--memory", options.memory_mb,
                 "Megabytes for entries that wait to be written; more of them wait on the "
                 "disk (default: 64)")
      ->type_name("MB")
      ->check(CLI::Range(1u, 1u << 20))
      ->excludes(check);
  app.add_option("--log-format", options.log_format,
                 "Complaints and errors as text, or as JSON objects, one a line (default: "
                 "text)")
      ->type_name("text|json")
      ->check(CLI::IsMember({"text", "json"}));
  app.add_flag("--json", options.json,
               "Print the summary, or the report, as one JSON object");
  app.add_flag("-q,--quiet", options.quiet, "No progress and no summary; complaints only");
  app.add_option("PATH", options.paths, "Digest files and folders")->excludes(check);
  app.callback([&] {
    if (options.paths.empty() && !options.check) throw CLI::RequiredError("PATH");
  });
}

// Where a run crashes, as it may when it reads a damaged index, another reads every file;
// where that crashes too, a third does not look at the index. The old one stays until a run
// succeeds.
CrashPlan crash_plan(const RunOptions& options, std::vector<std::string> arguments) {
  const bool can_read_again =
      std::find(options.paths.begin(), options.paths.end(), "-") == options.paths.end();
  std::string advice;
  if (options.ignore_existing) {
    advice = "the index is as it was; please report this";
  } else if (!can_read_again) {
    advice = "the index is as it was; move it away, and make it anew";
  } else if (options.rebuild) {
    arguments.insert(arguments.begin() + 1, "--ignore-existing");
    advice = "all files are read again, and nothing of the index is kept";
  } else {
    arguments.insert(arguments.begin() + 1, "--rebuild");
    advice = "all files are read again";
  }
  const bool is_last = options.ignore_existing || !can_read_again;
  if (is_last) arguments.clear();
  const auto line = [&](const std::string& what) {
    return log_line(is_last ? LogLevel::kError : LogLevel::kWarning,
                    options.db + ": " + what + ", as when it is damaged; " + advice);
  };
  return {line("reading the index ended in a crash"),
          line("reading the index did not come to an end"), STDERR_FILENO, kFailed,
          std::move(arguments)};
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

// Xapian 1.4.22 writes values in a destructor: what fails there ends the program without
// telling why. Nothing is committed then.
[[noreturn]] void end_without_commit() {
  std::fputs(
      "papersearch-index: error: the index cannot be written: is the disk full, or "
      "failing? The index is as it was\n",
      stderr);
  ::_exit(kFailed);
}

}  // namespace
}  // namespace papersearch

int main(int argc, char** argv) {
  using namespace papersearch;
  open_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // found out by the error of a write
  std::set_terminate(end_without_commit);
  catch_stop_signals();
  CLI::App app(kAbout, "papersearch-index");
  RunOptions options;
  define(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "papersearch-index: error: %s; see papersearch-index --help\n",
                 printable(error.what()).c_str());
    return kUsage;
  }
  set_log_format(options.log_format == "json" ? LogFormat::kJson : LogFormat::kText);
  if (options.db.empty()) options.db = default_index_path();
  if (options.db.empty()) {
    log(LogLevel::kError, "no place for the index; name it with --db DIR");
    return kUsage;
  }
  try {
    if (options.check) return check_command(options.db, options.json, options.quiet);
    const CrashGuard guard(crash_plan(options, {argv, argv + argc}));
    return run_indexer(options);
  } catch (const std::bad_alloc&) {
    log(LogLevel::kError, "not enough memory; the index is as it was");
  } catch (const std::exception& error) {
    log(LogLevel::kError,
        std::string("unexpected: ") + error.what() + "; please report this");
  }
  return kFailed;
}
