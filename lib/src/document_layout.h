// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace papersearch {

// Which part of an index a document is for. docs/index_format.md tells what each holds.
enum class DocumentLayout {
  kWhole,  // of an index of one database
  kShard,  // what a server of Xapian ranks by and hands out: weights, positions, the text
  kLocal,  // what is looked at where the search runs: all but positions and text
};

}  // namespace papersearch
