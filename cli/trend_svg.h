// SPDX-License-Identifier: GPL-2.0-or-later
// Trends as an image for a slide.
#pragma once

#include <string>
#include <vector>

#include "papersearch/tally.h"

namespace papersearch::cli {

// An SVG document of 1280 by 720: for papers, their share and votes a panel each, with a
// line for each trend over the months. The same trends give the same bytes. The trends,
// at most eight, must have the same months.
std::string trends_svg(const std::vector<Trend>& trends);

}  // namespace papersearch::cli
