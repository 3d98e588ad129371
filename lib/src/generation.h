// SPDX-License-Identifier: GPL-2.0-or-later
// One generation of an index: a Xapian database that papersearch-index wrote.
#pragma once

#include <xapian.h>

#include <string>

#include "papersearch/error.h"

namespace papersearch {

// Opens the generation `name` of the index in `path` for reading. Fails with kIndexCorrupt
// when it is no database of ours, kIndexVersion when another version wrote it, kIo.
Result<Xapian::Database> open_generation(const std::string& path, const std::string& name);

}  // namespace papersearch
