// SPDX-License-Identifier: GPL-2.0-or-later
// The best documents of one source: what Xapian's matcher does for a query that is nothing
// else, without its work for each document.
#pragma once

#include <xapian.h>

#include <utility>
#include <vector>

namespace papersearch {

struct BestHits {
  // Best first; of equal scores the higher number first.
  std::vector<std::pair<Xapian::docid, double>> hits;
  // How many documents there are, as far as is known.
  Xapian::doccount total_min = 0;
  Xapian::doccount total_est = 0;  // rounded
  Xapian::doccount total_max = 0;
};

// At most `size`, which is not 0. After `counted` documents, at least `size`, those that
// cannot be among the best are passed over, and no longer counted.
BestHits best_hits(Xapian::PostingSource& source, const Xapian::Database& database,
                   Xapian::doccount size, Xapian::doccount counted);

}  // namespace papersearch
