// SPDX-License-Identifier: GPL-2.0-or-later
// The learned glossary in the index: one entry of the metadata a name, so that a query
// reads those of its own words and no others.
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "glossary_learner.h"

namespace papersearch {

// Learns the glossary anew from all of `papers`, which may have changes that are not
// committed yet, and writes the entries that differ into `database`, which may be the same.
void learn_glossary(const Xapian::Database& papers, Xapian::WritableDatabase& database);

// Whether the entries are those that learn_glossary() would write.
bool is_learned_glossary_sound(const Xapian::Database& database);

// The other names of the thing whose name has this key (glossary_table.h).
std::vector<LearnedName> learned_names(const Xapian::Database& database,
                                       std::string_view key);

}  // namespace papersearch
