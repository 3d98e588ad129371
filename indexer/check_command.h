// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace papersearch {

// papersearch-index --check: says whether the index in folder `db` is sound, and what to do
// where it is not. Gives the exit status: 0 it is, 3 it is damaged or there is none, 4 an
// indexer changes it all the time. `quiet`: nothing is printed of a sound index.
int check_command(const std::string& db, bool json, bool quiet);

}  // namespace papersearch
