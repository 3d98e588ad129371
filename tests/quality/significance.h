// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a difference between two rankings is more than chance.
#pragma once

#include <vector>

namespace papersearch::quality {

// The p-value of a paired randomization test (Smucker, Allan and Carterette 2007, "A
// comparison of statistical significance tests for information retrieval evaluation"):
// the share of random sign changes of the per-query `differences` whose mean is at least
// as far from zero. 1 when there is no difference at all. 20,000 rounds with a fixed
// seed, so that the same differences always give the same figure.
double randomization_p(const std::vector<double>& differences);

}  // namespace papersearch::quality
