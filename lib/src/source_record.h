// SPDX-License-Identifier: GPL-2.0-or-later
// What the index remembers of each source, in one entry of the metadata a source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/index_writer.h"

namespace papersearch {

struct SourceRecord {
  std::string name;  // empty: entries that were added without a source
  SourceNotes notes;
  std::vector<std::string> ids;  // of its papers, each once, in order
};

// Stands for the source in the index, whose keys are short: the hash of its name.
std::string source_key(std::string_view name);
// The metadata key of the source with this key.
std::string source_metadata_key(std::string_view key);

// With a checksum. The same source always gives the same bytes.
std::string encode_source(const SourceRecord& source);
std::optional<SourceRecord> decode_source(std::string_view data);

}  // namespace papersearch
