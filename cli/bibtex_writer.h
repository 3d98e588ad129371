// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "papersearch/paper.h"

namespace papersearch::cli {

// An entry of BibTeX. Its key is "arXiv:" and the id, its year and month are those in the
// id, when the paper came to arXiv.
std::string paper_bibtex(const Paper& paper);

}  // namespace papersearch::cli
