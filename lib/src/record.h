// SPDX-License-Identifier: GPL-2.0-or-later
// The stored form of a paper: what a Xapian document's data holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "papersearch/paper.h"

namespace papersearch {

// A checksum (XXH3, 64 bits, little-endian) of all that follows, then the fields in the
// order of Paper, texts and lists with their length before them. The same paper always
// gives the same bytes.
std::string encode_record(const Paper& paper);

// nullopt when the checksum does not fit or the bytes end early: the index is damaged.
std::optional<Paper> decode_record(std::string_view data);

}  // namespace papersearch
