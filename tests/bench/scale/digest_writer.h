// SPDX-License-Identifier: GPL-2.0-or-later
// Papers in the formats of the archive.
#pragma once

#include <string>
#include <vector>

#include "papersearch/paper.h"

namespace papersearch::bench {

// A Korean digest of one day, which all of `papers` have as their date.
std::string to_markdown(const std::vector<Paper>& papers);

// The Daily Papers feed of one day: the text of all sections is the summary.
std::string to_feed(const std::vector<Paper>& papers);

}  // namespace papersearch::bench
