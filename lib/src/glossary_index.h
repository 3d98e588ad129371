// SPDX-License-Identifier: GPL-2.0-or-later
// The learned glossary in the index: one entry of the metadata a name, so that a query
// reads those of its own words and no others.
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "glossary_learner.h"

namespace papersearch {

// Learns the glossary anew from the databases `papers`, which hold the papers one after the
// other and may have changes that are not committed yet, and writes the entries that differ
// into `database`, which may be one of them.
void learn_glossary(const std::vector<Xapian::Database>& papers,
                    Xapian::WritableDatabase& database);

// Likewise after `changes` papers of `database` have come or gone, where enough have since
// it was learned (glossary_limits.h).
void update_glossary(Xapian::WritableDatabase& database, std::size_t changes);

// Whether the entries are those that learn_glossary() would write; true, too, where papers
// have come or gone since it was learned: nothing tells then.
bool is_learned_glossary_sound(const Xapian::Database& database);

// The other names of the thing whose name has this key (glossary_table.h).
std::vector<LearnedName> learned_names(const Xapian::Database& database,
                                       std::string_view key);

}  // namespace papersearch
