// SPDX-License-Identifier: GPL-2.0-or-later
#include "paper_ids.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "papersearch/paper.h"

namespace papersearch::cli {
namespace {

constexpr std::size_t kBufferBytes = 1 << 16;
// Nothing longer is an id; the rest of such a column is not kept.
constexpr std::size_t kMostIdBytes = 256;

}  // namespace

std::optional<std::string> PaperIds::next() {
  while (std::optional<std::string> written = next_written()) {
    const std::optional<std::string> id = parse_paper_id(*written);
    if (!id) {
      complain_of(":" + std::to_string(line_) + ": \"" + *written +
                      "\" is no arXiv id; write one a line, such as 2504.16084",
                  ExitStatus::kUsage);
    } else if (seen_.insert(*id).second) {
      return written;
    }
  }
  return std::nullopt;
}

std::optional<std::string> PaperIds::next_written() {
  for (; at_ < words_.size(); ++at_) {
    if (words_[at_] != "-") return words_[at_++];
    if (std::optional<std::string> column = read_column()) return column;
  }
  return std::nullopt;
}

std::optional<std::string> PaperIds::read_column() {
  std::string out;
  bool is_over = false;  // the column, but not the line
  std::optional<char> c;
  while ((c = read_byte()) && (*c != '\n' || out.empty())) {
    if (*c == '\n') {
      ++line_;
      is_over = false;
    } else if (*c == ' ' || *c == '\t' || *c == '\r') {
      is_over = is_over || !out.empty() || *c == '\t';
    } else if (!is_over && out.size() < kMostIdBytes) {
      out += *c;
    }
  }
  if (out.empty()) return std::nullopt;
  ++line_;
  return out;
}

std::optional<char> PaperIds::read_byte() {
  if (buffer_at_ < buffer_.size()) return buffer_[buffer_at_++];
  buffer_.resize(kBufferBytes);
  ssize_t n = 0;
  do {
    n = ::read(STDIN_FILENO, buffer_.data(), buffer_.size());
  } while (n < 0 && errno == EINTR);
  if (n < 0) {
    complain_of(std::string(": cannot read: ") + std::strerror(errno) +
                    "; see where the input comes from",
                ExitStatus::kTrouble);
  }
  buffer_.resize(static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
  buffer_at_ = 0;
  if (buffer_.empty()) return std::nullopt;
  return buffer_[buffer_at_++];
}

void PaperIds::complain_of(const std::string& what, ExitStatus status) {
  complain("standard input" + what);
  status_ = std::max(status_, status);
}

}  // namespace papersearch::cli
