// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "message.h"

namespace papersearch::cli {

// The ids that a command is given: its words and, where one of them is "-", the first
// column of each line of standard input. Each paper comes once.
class PaperIds {
 public:
  // `words` must outlive the object.
  explicit PaperIds(const std::vector<std::string>& words) : words_(words) {}

  // An id as it was written; nullopt behind the last one. What is none on standard input
  // is complained about and left out.
  std::optional<std::string> next();

  // The worst that was complained about.
  ExitStatus status() const { return status_; }
  // Whether results of more than one paper are to be told apart.
  bool may_be_several() const { return words_.size() > 1 || words_[0] == "-"; }

 private:
  std::optional<std::string> next_written();
  // The first column of the next line that has one; nullopt at the end.
  std::optional<std::string> read_column();
  // nullopt at the end of standard input, or where it cannot be read.
  std::optional<char> read_byte();
  void complain_of(const std::string& what, ExitStatus status);

  const std::vector<std::string>& words_;
  std::size_t at_ = 0;  // in the words
  std::vector<char> buffer_;
  std::size_t buffer_at_ = 0;
  std::size_t line_ = 0;  // of standard input
  std::unordered_set<std::string> seen_;
  ExitStatus status_ = ExitStatus::kFound;
};

}  // namespace papersearch::cli
