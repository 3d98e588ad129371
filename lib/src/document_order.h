// SPDX-License-Identifier: GPL-2.0-or-later
// The numbers of documents follow date and id, whatever the history of the index: where
// papers score the same, the newer one comes first, and for that its number is enough.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

namespace papersearch {

struct NumberedPaper {
  Xapian::docid did = 0;
  std::string date;  // "YYYY-MM-DD"; empty: not known, and first
  std::string id;    // may be empty where no other paper of that date is to be numbered
};

struct Numbering {
  // Documents that make room: from, to. The lowest first; they all go up.
  std::vector<std::pair<Xapian::docid, Xapian::docid>> moves;
  // Of the added papers, in their order.
  std::vector<Xapian::docid> added;
};

// Numbers for the papers `added`, by date and id and without a number yet, between those
// `there`, by number. Gaps are filled first; where there is none, the documents behind
// make room.
Numbering number_documents(const std::vector<NumberedPaper>& there,
                           const std::vector<NumberedPaper>& added);

}  // namespace papersearch
