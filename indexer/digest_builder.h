// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "line_index.h"
#include "source.h"

namespace papersearch {

// Puts entries together from the lines of a digest, in the order they stand in the file.
class DigestBuilder {
 public:
  // `text` and `lines` must outlive the builder.
  DigestBuilder(std::string_view text, const LineIndex& lines, std::string_view date);

  // A heading of the file, e.g. "Daily Papers (2025-04-23)": ends the entry before it, and
  // may give the date of those that follow, or say "(date unknown)".
  void file_heading(std::string_view heading, std::size_t offset);
  // A heading of level 3: begins an entry. The title is read from the source at `offset`,
  // letter for letter, for Markdown would take "A*" or "<think>" for its own.
  void paper_heading(std::size_t offset);
  // The entry that begins, or would begin, at `offset` cannot be read.
  void refuse(std::size_t offset, std::string reason);
  void section_heading(std::string_view name);
  // True for a line that is no text of the summary: votes and authors before it, which are
  // taken, and links to videos. `offset` is where the line stands.
  bool take_facts(const std::string& line, std::size_t offset);
  // A line of the summary; `name`, if any, begins a section.
  void summary_line(const std::optional<std::string>& name, const std::string& line);

  Content finish();

 private:
  void begin_entry(std::string title, const std::string& url, std::size_t offset);
  void end_entry(std::size_t offset);
  void read_votes(std::string_view value, std::size_t offset);
  void complain(std::size_t offset, std::string reason);

  std::string_view text_;
  const LineIndex& lines_;
  std::string date_;
  Content out_;
  std::optional<Entry> entry_;
  std::size_t entry_begin_ = 0;
  bool refused_ = false;  // the entry at hand
  bool has_papers_;       // or is named as a digest is
};

// 'A, B, C' or "['A', 'B']" as names.
std::vector<std::string> parse_authors(std::string_view list);

}  // namespace papersearch
