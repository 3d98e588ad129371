// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "glossary_file.h"
#include "papersearch/error.h"

namespace papersearch {

// Reads the glossary in the file `path`, of at most 16 MiB. Fails with kIo, or with
// kInvalidArgument when it is larger.
Result<GlossaryFile> load_glossary(const std::string& path);

}  // namespace papersearch
