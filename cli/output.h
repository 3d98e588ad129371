// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "message.h"
#include "pager.h"

namespace papersearch::cli {

// Writes all of `text` to a file descriptor; 0, or the errno of what went wrong.
[[nodiscard]] int write_all(int fd, std::string_view text);

// Prints `text` to standard output, or shows it in a pager. False, after a complaint, when
// it cannot be written; a reader that has left ("| head") is no trouble.
[[nodiscard]] bool print(std::string_view text, PagerMode pager = PagerMode::kNever);

// Standard output for a command that prints one thing after the other.
class Output {
 public:
  explicit Output(PagerMode pager) : pager_(pager) {}

  // False where nothing more is to be printed: it cannot be written, which is complained
  // about, or the reader has left.
  [[nodiscard]] bool write(std::string_view text);

  bool is_empty() const { return is_empty_; }
  // Shows what was kept for a pager, and gives the status of the trouble, if any.
  [[nodiscard]] ExitStatus finish();

 private:
  PagerMode pager_;
  std::string kept_;
  bool is_empty_ = true;
  ExitStatus status_ = ExitStatus::kFound;
};

}  // namespace papersearch::cli
