// SPDX-License-Identifier: GPL-2.0-or-later
#include "disk_space.h"

#include <xapian.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace papersearch {

void require_space(const std::string& path, std::uintmax_t bytes) {
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(path, error);
  if (error || space.capacity == 0 || space.available >= bytes) return;
  throw Xapian::DatabaseError(std::to_string(bytes >> 20) + " MB may be needed", ENOSPC);
}

}  // namespace papersearch
