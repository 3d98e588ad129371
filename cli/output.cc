// SPDX-License-Identifier: GPL-2.0-or-later
#include "output.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace papersearch::cli {

int write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n >= 0) {
      text.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno == EAGAIN) {
      pollfd writable = {fd, POLLOUT, 0};
      ::poll(&writable, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

bool Output::write(std::string_view text) {
  if (!text.empty()) is_empty_ = false;
  if (may_use_pager(pager_)) {
    kept_ += text;
    return true;
  }
  const int error = write_all(STDOUT_FILENO, text);
  if (error != 0 && error != EPIPE) {
    complain(std::string("standard output: cannot write: ") + std::strerror(error) +
             "; see where the output goes");
    status_ = ExitStatus::kTrouble;
  }
  return error == 0;
}

ExitStatus Output::finish() {
  if (may_use_pager(pager_) && !show_in_pager(kept_, pager_)) {
    pager_ = PagerMode::kNever;
    static_cast<void>(write(kept_));
  }
  return status_;
}

bool print(std::string_view text, PagerMode pager) {
  Output out(pager);
  static_cast<void>(out.write(text));
  return out.finish() == ExitStatus::kFound;
}

}  // namespace papersearch::cli
