// SPDX-License-Identifier: GPL-2.0-or-later
// Trends as bars in a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "command_line.h"
#include "papersearch/tally.h"
#include "terminal.h"

namespace papersearch::cli {

// A row a month, and in it for each trend its numbers and a bar for `measure`, all on one
// scale. Where the terminal is too narrow for all trends, further ones stand below. The
// trends must have the same months.
std::string trends_text(const std::vector<Trend>& trends, Measure measure,
                        const Terminal& terminal);

// What stands for a trend's query: the query, or that it has none.
std::string trend_label(const Trend& trend);

// What is measured of a month; a share from 0 to 1.
double value_of(const MonthTally& month, Measure measure);

// The share of `papers` in `all`, as "12.3%"; "-" where there are none.
std::string share_text(std::size_t papers, std::size_t all);

}  // namespace papersearch::cli
