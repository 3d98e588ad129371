// SPDX-License-Identifier: GPL-2.0-or-later
#include "xapian_error.h"

#include <cerrno>
#include <cstring>

namespace papersearch {
namespace {

// Xapian keeps the system's error only as text.
bool was(const Xapian::Error& error, int errno_value) {
  const char* text = error.get_error_string();
  return (text != nullptr && std::strcmp(text, std::strerror(errno_value)) == 0) ||
         error.get_msg().find(std::strerror(errno_value)) != std::string::npos;
}

std::string reason(const Xapian::Error& error) {
  std::string out = error.get_msg();
  if (error.get_error_string() != nullptr)
    out += std::string(": ") + error.get_error_string();
  return out;
}

}  // namespace

Error to_error(const Xapian::Error& error, const std::string& path) {
  const std::string why = " (" + reason(error) + ")";
  if (was(error, ENOSPC)) {
    return {ErrorCode::kNoSpace, path + ": no space left on the disk" + why};
  }
  if (was(error, EACCES) || was(error, EPERM) || was(error, EROFS)) {
    return {ErrorCode::kIo, path + ": permission denied" + why};
  }
  // Of a lock it says so in words of its own.
  if (was(error, EMFILE) || was(error, ENFILE) ||
      error.get_msg().find("too many open files") != std::string::npos) {
    return {ErrorCode::kIo, path + ": too many open files" + why};
  }
  if (was(error, EIO)) {
    return {ErrorCode::kIo, path + ": the disk cannot be read or written" + why};
  }
  const std::string type = error.get_type();
  if (type == "DatabaseNotFoundError") {
    return {ErrorCode::kIndexMissing, path + ": there is no index here" + why};
  }
  if (type == "DatabaseLockError") {
    return {ErrorCode::kIndexLocked,
            path + ": another process is writing this index" + why};
  }
  if (type == "DatabaseVersionError") {
    return {ErrorCode::kIndexVersion,
            path + ": the index has a format that this version does not read" + why};
  }
  // Documents are asked for only by what the index itself says of them; what a writer
  // seems to overwrite however often it is read is damaged; and where the system is not to
  // blame for a plain DatabaseError, a table is cut or cannot be unpacked.
  if (type == "DatabaseCorruptError" || type == "SerialisationError" ||
      type == "DatabaseOpeningError" || type == "RangeError" ||
      type == "FeatureUnavailableError" || type == "DocNotFoundError" ||
      type == "DatabaseModifiedError" ||
      (type == "DatabaseError" && error.get_error_string() == nullptr)) {
    return {ErrorCode::kIndexCorrupt, path + ": the index is damaged" + why};
  }
  if (type == "NetworkError" || type == "NetworkTimeoutError") {
    return {ErrorCode::kUnavailable, path + ": a shard does not answer" + why};
  }
  if (type.rfind("Database", 0) == 0) {
    return {ErrorCode::kIo, path + ": cannot read or write the index" + why};
  }
  return {ErrorCode::kInternal, path + ": unexpected trouble in Xapian" + why};
}

Error io_error(int errno_value, const std::string& what, const std::string& path) {
  const ErrorCode code =
      errno_value == ENOSPC || errno_value == EDQUOT ? ErrorCode::kNoSpace : ErrorCode::kIo;
  return {code, path + ": " + what + ": " + std::strerror(errno_value)};
}

}  // namespace papersearch
