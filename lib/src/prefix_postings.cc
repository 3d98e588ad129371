// SPDX-License-Identifier: GPL-2.0-or-later
#include "prefix_postings.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "term_query.h"

namespace papersearch {
namespace {

// Counts are made for so many documents at a time, in the order of their numbers.
constexpr std::uint64_t kDocuments = 1 << 16;

}  // namespace

PostingList prefix_postings(const Xapian::Database& database, std::string_view term) {
  std::vector<Xapian::PostingIterator> words;
  const std::string beginning(term.substr(0, term.size() - 1));
  for (const std::string& word : beginning_with(database, beginning))
    words.push_back(database.postlist_begin(word));
  const std::uint64_t end = std::uint64_t{database.get_lastdocid()} + 1;
  std::vector<Xapian::termcount> counts(std::min(end, kDocuments));
  PostingList out;
  for (std::uint64_t first = 0; first < end; first += kDocuments) {
    for (Xapian::PostingIterator& at : words) {
      for (; at != Xapian::PostingIterator() && *at < first + counts.size(); ++at)
        counts[*at - first] += at.get_wdf();
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      out.add(static_cast<Xapian::docid>(first + i),
              std::min<Xapian::termcount>(counts[i], 255));
      counts[i] = 0;
    }
  }
  out.finish();
  return out;
}

}  // namespace papersearch
