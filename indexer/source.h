// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader makes of a source file: entries, and complaints about what it could not
// use.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/paper.h"

namespace papersearch {

struct Entry {
  Paper paper;
  std::size_t line = 0;  // where it begins; from 1
};

// Something that was not used, and why.
struct Complaint {
  std::string file;
  std::size_t line = 0;  // from 1; 0: the file as a whole
  std::string reason;
  bool is_kept = false;  // what an index has of it stays
};

struct Content {
  std::vector<Entry> entries;
  std::vector<Complaint> complaints;  // `file` left empty
  std::size_t unlisted = 0;           // complaints beyond kMaxComplaints, only counted
  // False for text that is none of ours, such as a README beside the digests.
  bool is_source = true;

  // `reason` is made printable().
  void complain(std::size_t line, std::string reason);
};

// For one file; one that is no digest at all could give millions.
inline constexpr std::size_t kMaxComplaints = 100;

// An entry with more bytes than this is refused: no summary is that long.
inline constexpr std::size_t kMaxEntryBytes = 1 << 20;
inline constexpr std::string_view kEntryTooLong = "the entry is longer than 1 MiB";

// What a complaint is about, in quotes; of a long text only the beginning.
std::string in_quotes(std::string_view text);

// A digest in Markdown (CommonMark). Entries begin at headings of level 3 that are a link
// to a paper. `date` is that of the file's name, for entries under no dated heading.
Content read_markdown(std::string_view text, std::string_view date);

// The Daily Papers feed, an array of entries or one a line; or this project's own export,
// one paper a line.
Content read_json(std::string_view text, std::string_view date);

}  // namespace papersearch
