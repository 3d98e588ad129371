// SPDX-License-Identifier: GPL-2.0-or-later
#include "best_hits.h"

#include <algorithm>
#include <cstdint>

namespace papersearch {
namespace {

using Scored = std::pair<Xapian::docid, double>;

bool is_better(const Scored& a, const Scored& b) {
  return a.second != b.second ? a.second > b.second : a.first > b.first;
}

// To as many zeros as what is not known has digits, within the bounds.
Xapian::doccount rounded(std::uint64_t least, std::uint64_t estimate, std::uint64_t most) {
  std::uint64_t unit = 1;
  while (unit * 10 <= most - least && unit * 10 <= estimate) unit *= 10;
  std::uint64_t out = (estimate + unit / 2) / unit * unit;
  if (out < least) out += unit;
  if (out > most) out -= unit;
  return static_cast<Xapian::doccount>(out < least ? estimate : out);
}

}  // namespace

BestHits best_hits(Xapian::PostingSource& source, const Xapian::Database& database,
                   Xapian::doccount size, Xapian::doccount counted) {
  counted = std::max(counted, size);
  source.init(database);
  BestHits out;
  std::vector<Scored>& best = out.hits;  // a heap, the worst at its front
  Xapian::doccount seen = 0;
  double least = 0;
  for (source.next(least); !source.at_end(); source.next(least)) {
    ++seen;
    const Scored one{source.get_docid(), source.get_weight()};
    if (best.size() == size) {
      if (!is_better(one, best.front())) continue;
      std::pop_heap(best.begin(), best.end(), is_better);
      best.back() = one;
    } else {
      best.push_back(one);
    }
    std::push_heap(best.begin(), best.end(), is_better);
    if (seen >= counted) least = best.front().second;
  }
  std::sort_heap(best.begin(), best.end(), is_better);

  out.total_min = out.total_est = out.total_max = seen;
  if (seen < counted) return out;
  out.total_min = std::max(source.get_termfreq_min(), seen);
  out.total_max = std::max(source.get_termfreq_max(), seen);
  const Xapian::doccount estimate =
      std::clamp(source.get_termfreq_est(), out.total_min, out.total_max);
  out.total_est = rounded(out.total_min, estimate, out.total_max);
  return out;
}

}  // namespace papersearch
