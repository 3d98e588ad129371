// SPDX-License-Identifier: GPL-2.0-or-later
#include "titles.h"

#include <utility>

#include "packed_record.h"
#include "schema.h"

namespace papersearch {
namespace {

using Xapian::Query;

constexpr std::size_t kMaxPapers = 100;

}  // namespace

std::vector<std::string> voted_titles(const Xapian::Database& database,
                                      const std::vector<std::string>& all,
                                      const std::vector<std::string>& any,
                                      std::size_t limit) {
  Query query(Query::OP_AND, all.begin(), all.end());
  const Query either(Query::OP_OR, any.begin(), any.end());
  if (!any.empty()) query = all.empty() ? either : Query(Query::OP_AND, query, either);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(kVotesSlot, true);
  enquire.set_query(query);
  std::vector<std::string> out;
  const RecordReader records(database);
  const Xapian::MSet mset = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
  for (auto it = mset.begin(); it != mset.end(); ++it) {
    out.push_back(records.paper(it.get_document()).title);
  }
  return out;
}

TitleContext::TitleContext(const Xapian::Database& database, const std::string& term)
    : database_(database) {
  if (term.empty()) return;  // of Xapian, all papers
  for (auto it = database.postlist_begin(term);
       it != database.postlist_end(term) && papers_.size() < kMaxPapers; ++it) {
    papers_.push_back(*it);
  }
}

std::size_t TitleContext::papers_with(const std::string& term) const {
  if (papers_.empty()) return 0;
  std::size_t count = 0;
  auto it = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  for (const Xapian::docid did : papers_) {
    if (it == end) break;
    it.skip_to(did);
    if (it != end && *it == did) ++count;
  }
  return count;
}

}  // namespace papersearch
