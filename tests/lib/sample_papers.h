// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "papersearch/paper.h"

namespace papersearch::testing {

// Twelve papers that do not exist, in Korean and English, over four months.
std::vector<Paper> sample_papers();

}  // namespace papersearch::testing
