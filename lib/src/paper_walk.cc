// SPDX-License-Identifier: GPL-2.0-or-later
#include "paper_walk.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace papersearch {

std::optional<Paper> PaperWalk::next(const IndexParts& index, std::uint64_t state) {
  if (state_ != state) {
    list(index);
    state_ = state;
  }
  if (at_ == list_.size()) return std::nullopt;
  Paper paper = index.records.paper(index.papers.get_document(list_[at_]));
  ++at_;
  has_begun_ = true;
  last_date_ = paper.date;
  last_id_ = paper.id;
  return paper;
}

// The numbers of documents follow date and id, see document_order.h.
void PaperWalk::list(const IndexParts& index) {
  const Xapian::Database& database = index.local;
  Xapian::Enquire enquire(database);
  enquire.set_query(query_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  list_.clear();
  for (auto it = matches.begin(); it != matches.end(); ++it) list_.push_back(*it);
  at_ = 0;
  if (!has_begun_) return;
  const auto next =
      std::partition_point(list_.begin(), list_.end(), [&](Xapian::docid did) {
        const Paper paper = index.records.paper(database.get_document(did));
        return std::tie(paper.date, paper.id) <= std::tie(last_date_, last_id_);
      });
  at_ = static_cast<std::size_t>(next - list_.begin());
}

}  // namespace papersearch
