// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_call.h"

#include <cstring>
#include <exception>
#include <optional>

namespace papersearch {
namespace {

constexpr papersearch_status kStatuses[] = {
    PAPERSEARCH_INVALID_ARGUMENT, PAPERSEARCH_QUERY_SYNTAX, PAPERSEARCH_NOT_FOUND,
    PAPERSEARCH_INDEX_MISSING,    PAPERSEARCH_INDEX_LOCKED, PAPERSEARCH_INDEX_CORRUPT,
    PAPERSEARCH_INDEX_VERSION,    PAPERSEARCH_NO_SPACE,     PAPERSEARCH_IO,
    PAPERSEARCH_CANCELLED,        PAPERSEARCH_INTERNAL,     PAPERSEARCH_UNAVAILABLE,
};
static_assert(static_cast<std::size_t>(ErrorCode::kUnavailable) + 1 ==
              std::size(kStatuses));

struct LastError {
  papersearch_status status = PAPERSEARCH_OK;
  std::string message;
  std::optional<ByteRange> range;
};
thread_local LastError last_error;

}  // namespace

papersearch_status keep_error(const Error& error) noexcept {
  try {
    last_error.message = error.message();
  } catch (...) {
    return keep_no_memory();
  }
  last_error.range = error.range();
  return last_error.status = kStatuses[static_cast<std::size_t>(error.code())];
}

papersearch_status keep_no_memory() noexcept {
  last_error.range.reset();
  return last_error.status = PAPERSEARCH_NO_MEMORY;
}

papersearch_status keep_exception() noexcept {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return keep_no_memory();
  } catch (const std::exception& exception) {
    try {
      return keep_error(Error(ErrorCode::kInternal, exception.what()));
    } catch (...) {
      return keep_no_memory();
    }
  } catch (...) {
    try {
      return keep_error(Error(ErrorCode::kInternal, "an exception of an unknown kind"));
    } catch (...) {
      return keep_no_memory();
    }
  }
}

Error null_argument(const char* name) {
  return Error(ErrorCode::kInvalidArgument, std::string(name) + " is NULL");
}

}  // namespace papersearch

using papersearch::last_error;

const char* papersearch_error_message(void) {
  return last_error.status == PAPERSEARCH_NO_MEMORY ? "out of memory"
                                                    : last_error.message.c_str();
}

papersearch_status papersearch_error_status(void) { return last_error.status; }

int papersearch_error_range(papersearch_range* range) {
  if (!last_error.range) return 0;
  if (range != nullptr) *range = {last_error.range->begin, last_error.range->end};
  return 1;
}

const char* papersearch_status_name(int status) {
  if (status == PAPERSEARCH_OK) return "ok";
  if (status == PAPERSEARCH_NO_MEMORY) return "no-memory";
  for (std::size_t code = 0; code < std::size(papersearch::kStatuses); ++code) {
    if (papersearch::kStatuses[code] == status)
      return error_code_name(static_cast<papersearch::ErrorCode>(code));
  }
  return "unknown";
}
