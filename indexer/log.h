// SPDX-License-Identifier: GPL-2.0-or-later
// What the program says on standard error while nobody watches: a line each, with a level.
#pragma once

#include <string>

#include "source.h"

namespace papersearch {

enum class LogFormat {
  kText,  // papersearch-index: warning: FILE:LINE: REASON
  kJson,  // {"time": "2026-11-27T03:30:00Z", "level": "warning", "message": ..., ...}
};

enum class LogLevel {
  kInfo,
  kWarning,  // something is left out, or was in the way; the index is current
  kError,    // the run failed
};

// For all that follows; text where it is not called.
void set_log_format(LogFormat format);

// `message` is any bytes: what would upset a terminal is replaced.
void log(LogLevel level, const std::string& message);
// The same line, not yet written; in JSON with the time of this call.
std::string log_line(LogLevel level, const std::string& message);
// A warning, with file and line on their own in JSON, and what became of it.
void log(const Complaint& complaint);

}  // namespace papersearch
