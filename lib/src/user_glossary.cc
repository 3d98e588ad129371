// SPDX-License-Identifier: GPL-2.0-or-later
#include "user_glossary.h"

#include <cerrno>
#include <cstdio>
#include <memory>

#include "xapian_error.h"

namespace papersearch {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{16} << 20;

}  // namespace

Result<GlossaryFile> load_glossary(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             std::fclose);
  if (!file) return io_error(errno, "cannot read", path);
  std::string text;
  char block[1 << 14];
  while (const std::size_t size = std::fread(block, 1, sizeof block, file.get())) {
    text.append(block, size);
    if (text.size() > kMaxBytes) {
      return Error(ErrorCode::kInvalidArgument,
                   path + ": too large for a glossary; at most 16 MiB");
    }
  }
  if (std::ferror(file.get()) != 0) return io_error(errno, "cannot read", path);
  return read_glossary(text, path);
}

}  // namespace papersearch
