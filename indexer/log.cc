// SPDX-License-Identifier: GPL-2.0-or-later
#include "log.h"

#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

#include "papersearch/text.h"
#include "report.h"

namespace papersearch {
namespace {

using Json = nlohmann::ordered_json;

LogFormat log_format = LogFormat::kText;

const char* level_name(LogLevel level) {
  switch (level) {
    case LogLevel::kInfo:
      return "info";
    case LogLevel::kWarning:
      return "warning";
    case LogLevel::kError:
      return "error";
  }
  return "error";
}

std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm utc = {};
  ::gmtime_r(&seconds, &utc);
  char out[32] = {};
  std::strftime(out, sizeof out, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return out;
}

// One write a line: several programs may share a log.
void write_line(const std::string& line) { std::fputs((line + '\n').c_str(), stderr); }

void write_text(LogLevel level, const std::string& message) {
  write_line(
      printable(std::string("papersearch-index: ") + level_name(level) + ": " + message));
}

void write_json(LogLevel level, const std::string& message, const Json& more) {
  Json out = {{"time", now()}, {"level", level_name(level)}, {"message", message}};
  out.update(more);
  write_line(out.dump(-1, ' ', true, Json::error_handler_t::replace));
}

}  // namespace

void set_log_format(LogFormat format) { log_format = format; }

void log(LogLevel level, const std::string& message) {
  if (log_format == LogFormat::kText) return write_text(level, message);
  write_json(level, message, Json::object());
}

void log(const Complaint& complaint) {
  if (log_format == LogFormat::kText) {
    const char* fate =
        complaint.is_kept ? "; what the index has of it is kept" : "; skipped";
    return write_text(LogLevel::kWarning, complaint_text(complaint) + fate);
  }
  write_json(LogLevel::kWarning, complaint.reason,
             {{"file", complaint.file},
              {"line", complaint.line == 0 ? Json() : Json(complaint.line)},
              {"kept", complaint.is_kept}});
}

}  // namespace papersearch
