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
void write(const std::string& line) { std::fputs(line.c_str(), stderr); }

std::string text_line(LogLevel level, const std::string& message) {
  return printable(std::string("papersearch-index: ") + level_name(level) + ": " +
                   message) +
         '\n';
}

std::string json_line(LogLevel level, const std::string& message, const Json& more) {
  Json out = {{"time", now()}, {"level", level_name(level)}, {"message", message}};
  out.update(more);
  return out.dump(-1, ' ', true, Json::error_handler_t::replace) + '\n';
}

}  // namespace

void set_log_format(LogFormat format) { log_format = format; }

std::string log_line(LogLevel level, const std::string& message) {
  return log_format == LogFormat::kText ? text_line(level, message)
                                        : json_line(level, message, Json::object());
}

void log(LogLevel level, const std::string& message) { write(log_line(level, message)); }

void log(const Complaint& complaint) {
  if (log_format == LogFormat::kText) {
    const char* fate =
        complaint.is_kept ? "; what the index has of it is kept" : "; skipped";
    return write(text_line(LogLevel::kWarning, complaint_text(complaint) + fate));
  }
  write(json_line(LogLevel::kWarning, complaint.reason,
                  {{"file", complaint.file},
                   {"line", complaint.line == 0 ? Json() : Json(complaint.line)},
                   {"kept", complaint.is_kept}}));
}

}  // namespace papersearch
