// SPDX-License-Identifier: GPL-2.0-or-later
// The entries that a paper is merged from. Of a paper of several the index keeps them
// apart, so that a source can be taken away again; a paper of one entry is that entry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/paper.h"

namespace papersearch {

// One entry, as merge_entries() makes it of that entry alone.
struct PaperEntry {
  std::string source;  // its source_key()
  Paper paper;
};

// The paper of these entries, of which there is one at least. They are put in order:
// sources have none.
Paper merge_entries(std::vector<PaperEntry>& entries);
// The paper of one entry: an entry alone and two equal ones agree.
Paper merged_alone(const Paper& entry);

std::string entries_metadata_key(std::string_view id);
// With a checksum; empty for fewer than two. In the order of merge_entries() the same
// entries give the same bytes.
std::string encode_entries(const std::vector<PaperEntry>& entries);
std::optional<std::vector<PaperEntry>> decode_entries(std::string_view data);

}  // namespace papersearch
