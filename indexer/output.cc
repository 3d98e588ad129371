// SPDX-License-Identifier: GPL-2.0-or-later
#include "output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "log.h"

namespace papersearch {

bool print(const std::string& text, const char* what) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return true;
  if (errno == EPIPE) return true;
  log(LogLevel::kError,
      std::string("standard output: cannot write ") + what + ": " + std::strerror(errno));
  return false;
}

}  // namespace papersearch
