// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "command_line.h"
#include "papersearch/glossary.h"
#include "papersearch/searcher.h"

namespace papersearch::cli {

// As it stands in JSON and in text.
const char* source_name(NameSource source);

// Gives `searcher` the glossary files of `line`. Lines that it cannot understand are
// complained about, and cost only themselves; false where a file cannot be read, which is
// complained about too.
bool add_synonyms(Searcher& searcher, const CommandLine& line);

}  // namespace papersearch::cli
