// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_order.h"

#include <tuple>

namespace papersearch {
namespace {

bool is_before(const NumberedPaper& a, const NumberedPaper& b) {
  return std::tie(a.date, a.id) < std::tie(b.date, b.id);
}

}  // namespace

Numbering number_documents(const std::vector<NumberedPaper>& there,
                           const std::vector<NumberedPaper>& added) {
  Numbering out;
  Xapian::docid last = 0;
  auto old = there.begin();
  auto fresh = added.begin();
  while (old != there.end() || fresh != added.end()) {
    const bool is_old =
        fresh == added.end() || (old != there.end() && is_before(*old, *fresh));
    if (!is_old) {
      out.added.push_back(++last);
      ++fresh;
      continue;
    }
    if (old->did > last) {
      last = old->did;
    } else {
      out.moves.emplace_back(old->did, ++last);
    }
    ++old;
  }
  return out;
}

}  // namespace papersearch
