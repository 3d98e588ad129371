// SPDX-License-Identifier: GPL-2.0-or-later
// All that an index holds, for two to be compared.
#pragma once

#include <string>

namespace papersearch::testing {

// Documents in their order, without their numbers, with data, values, terms and positions;
// the metadata, without the time; what a reader is told of the whole, and the answers to
// some queries. A line each. When the index cannot be read, why.
std::string dump_index(const std::string& db);
// Without what it remembers of the files that it was made from.
std::string dump_papers(const std::string& db);

// The first line in which they differ, with both; empty when they do not.
std::string difference(const std::string& a, const std::string& b);

}  // namespace papersearch::testing
