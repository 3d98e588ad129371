// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace papersearch {

// More than reading and checking the whole index in folder `db` takes on any machine: what
// computes for longer goes round in circles.
std::chrono::seconds time_to_read(const std::string& db);

// The same of merging the entries of so many papers.
std::chrono::seconds time_to_merge(std::size_t papers);

}  // namespace papersearch
