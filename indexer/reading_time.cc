// SPDX-License-Identifier: GPL-2.0-or-later
#include "reading_time.h"

#include <cstdint>
#include <filesystem>
#include <system_error>

namespace papersearch {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kAtLeast(60);
// A check takes a tenth of a second a megabyte.
constexpr std::uintmax_t kBytesPerSecond = 1 << 20;
constexpr std::size_t kPapersPerSecond = 1000;

}  // namespace

std::chrono::seconds time_to_read(const std::string& db) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator it(db, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code unknown;
    const std::uintmax_t size = it->file_size(unknown);
    if (!unknown) bytes += size;
  }
  return kAtLeast + std::chrono::seconds(bytes / kBytesPerSecond);
}

std::chrono::seconds time_to_merge(std::size_t papers) {
  return std::chrono::seconds(papers / kPapersPerSecond);
}

}  // namespace papersearch
