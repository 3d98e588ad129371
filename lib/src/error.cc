// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/error.h"

#include "papersearch/text.h"

namespace papersearch {

const char* error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument:
      return "invalid-argument";
    case ErrorCode::kQuerySyntax:
      return "query-syntax";
    case ErrorCode::kNotFound:
      return "not-found";
    case ErrorCode::kIndexMissing:
      return "index-missing";
    case ErrorCode::kIndexLocked:
      return "index-locked";
    case ErrorCode::kIndexCorrupt:
      return "index-corrupt";
    case ErrorCode::kIndexVersion:
      return "index-version";
    case ErrorCode::kNoSpace:
      return "no-space";
    case ErrorCode::kIo:
      return "io";
    case ErrorCode::kCancelled:
      return "cancelled";
    case ErrorCode::kInternal:
      return "internal";
    case ErrorCode::kUnavailable:
      return "unavailable";
  }
  return "internal";
}

// Messages quote what comes from outside.
Error::Error(ErrorCode code, std::string message)
    : code_(code), message_(printable(message)) {}

Error::Error(ErrorCode code, std::string message, ByteRange range)
    : code_(code), message_(printable(message)), range_(range) {}

}  // namespace papersearch
