// SPDX-License-Identifier: GPL-2.0-or-later
// For OpenSearch and Elasticsearch, where an index has outgrown this program.
#pragma once

#include <string>

#include "papersearch/paper.h"

namespace papersearch::cli {

// The two lines for their _bulk call that store the paper under its id.
std::string paper_bulk(const Paper& paper);

// What an index of theirs is to be made with: analyses Korean with their plugin
// analysis-nori, and English within it.
std::string bulk_mapping();

}  // namespace papersearch::cli
