// SPDX-License-Identifier: GPL-2.0-or-later
#include "check_command.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "crash_guard.h"
#include "log.h"
#include "output.h"
#include "papersearch/index_check.h"
#include "papersearch/text.h"
#include "reading_time.h"

namespace papersearch {
namespace {

// Exit statuses.
constexpr int kSound = 0;
constexpr int kUnprinted = 1;
constexpr int kDamaged = 3;
constexpr int kLocked = 4;

constexpr std::size_t kMaxLines = 20;

std::string remedy(const std::string& db) {
  return "write it anew with: papersearch-index --rebuild --db " + db + " PATH...";
}

std::string check_text(const IndexCheck& check, const std::string& db) {
  if (check.is_sound()) {
    return printable(db) + ": sound, " + std::to_string(check.papers) +
           (check.papers == 1 ? " paper in " : " papers in ") + check.generation + "\n";
  }
  std::string out = printable(db) + ": damaged\n";
  const std::size_t listed = std::min(kMaxLines, check.problems.size());
  for (std::size_t i = 0; i < listed; ++i)
    out += "  " + printable(check.problems[i]) + "\n";
  if (check.problem_count > listed)
    out += "  and " + std::to_string(check.problem_count - listed) + " more\n";
  return out + printable(remedy(db)) + "\n";
}

std::string check_json(const IndexCheck& check, const std::string& db) {
  const nlohmann::ordered_json out = {
      {"sound", check.is_sound()},
      {"generation", check.generation},
      {"papers", check.papers},
      {"problems", check.problems},
      {"problem_count", check.problem_count},
      {"remedy",
       check.is_sound() ? nlohmann::ordered_json() : nlohmann::ordered_json(remedy(db))}};
  return out.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + '\n';
}

std::string report(const IndexCheck& check, const std::string& db, bool json) {
  return json ? check_json(check, db) : check_text(check, db);
}

// What is reported of an index that crashes the check, or keeps it at work for ever.
CrashPlan crash_plan(const std::string& db, bool json) {
  const auto report_of = [&](const std::string& problem) {
    IndexCheck check;
    check.problems = {problem};
    check.problem_count = 1;
    return report(check, db, json);
  };
  return {report_of("the tables of Xapian: reading them ended in a crash"),
          report_of("the tables of Xapian: reading them does not come to an end"),
          STDOUT_FILENO, kDamaged};
}

}  // namespace

int check_command(const std::string& db, bool json, bool quiet) {
  const CrashGuard guard(crash_plan(db, json));
  const TimeLimit limit(time_to_read(db));
  const Result<IndexCheck> check = check_index(db);
  if (!check) {
    log(LogLevel::kError, check.error().message());
    return check.error().code() == ErrorCode::kIndexLocked ? kLocked : kDamaged;
  }
  const bool printed = (quiet && !json && check->is_sound()) ||
                       print(report(*check, db, json), "the report");
  if (!check->is_sound()) return kDamaged;
  return printed ? kSound : kUnprinted;
}

}  // namespace papersearch
