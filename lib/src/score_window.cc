// SPDX-License-Identifier: GPL-2.0-or-later
#include "score_window.h"

#include <algorithm>
#include <limits>

namespace papersearch {
namespace {

// To look a summand up in a document takes as long as to read so many of its postings.
constexpr double kLook = 4;

}  // namespace

ScoreWindow::ScoreWindow(const ScoreBounds& bounds, std::vector<TermPostings>& postings,
                         const LengthNorms* lengths)
    : bounds_(&bounds),
      postings_(&postings),
      lengths_(lengths),
      rows_(postings.size(), kNoRow) {
  wdfs_.reserve(postings.size());
}

void ScoreWindow::read(Xapian::docid first, std::size_t first_lead, double least) {
  first_ = first;
  size_ = std::min(kDocuments, kNoMore - first);
  rows_used_ = 0;
  most_.fill(0);
  std::fill(rows_.begin(), rows_.end(), kNoRow);
  const std::vector<Summand>& summands = bounds_->summands();
  std::size_t next = summands.size();
  while (next > first_lead) add(summands[--next]);
  others_ = bounds_->up_to(next);
  while (next > 0 && is_worth_reading(summands[next - 1], least)) {
    add(summands[--next]);
    others_ = bounds_->up_to(next);
  }
}

void ScoreWindow::add(const Summand& summand) {
  const auto most = static_cast<float>(summand.most);
  for (const Terms& name : *summand.names) {
    const std::size_t term = bounds_->rarest(name);
    if (name.size() > 1) {
      add_term(term, [most](Xapian::docid, Xapian::termcount) { return most; });
    } else if (lengths_ == nullptr) {
      add_term(term, [&](Xapian::docid, Xapian::termcount wdf) {
        return static_cast<float>(summand.most_of(wdf));
      });
    } else {
      const auto scale = static_cast<float>(summand.weight.scale());
      add_term(term, [&, scale](Xapian::docid did, Xapian::termcount wdf) {
        return scale * (lengths_->saturation_at_most(did, wdf) + float{kBm25Floor});
      });
    }
  }
}

// Adds `most` of each posting.
template <class F>
void ScoreWindow::add_term(std::size_t term, F&& most) {
  constexpr Xapian::termcount kMost = std::numeric_limits<std::uint16_t>::max() - 1;
  if (has(term)) {  // another summand's, too
    const Row& row = wdfs_[rows_[term]];
    for (Xapian::docid place = 0; place < size_; ++place)
      if (row[place] != 0) most_[place] += most(first_ + place, row[place] - 1U);
    return;
  }
  if (rows_used_ == wdfs_.size()) wdfs_.emplace_back();
  rows_[term] = rows_used_;
  Row& row = wdfs_[rows_used_++];
  row.fill(0);
  TermPostings& postings = (*postings_)[term];
  postings.advance_to(first_);
  postings.read_until(end(), [&](Xapian::docid did, Xapian::termcount wdf) {
    const Xapian::docid place = did - first_;
    row[place] = static_cast<std::uint16_t>(std::min(wdf, kMost) + 1);
    most_[place] += most(did, wdf);
  });
}

bool ScoreWindow::is_worth_reading(const Summand& summand, double least) const {
  const auto looks = std::count_if(most_.begin(), most_.begin() + size_,
                                   [t = enough(least)](float most) { return most >= t; });
  return static_cast<double>(looks) * kLook >= bounds_->postings(summand) * size_;
}

float ScoreWindow::enough(double least) const {
  constexpr double kSlack = 1e-5;  // of sums of few digits
  return std::max(static_cast<float>(least * (1 - kSlack) - others_),
                  std::numeric_limits<float>::min());
}

Xapian::docid ScoreWindow::next(Xapian::docid did, double least) const {
  const auto end = most_.begin() + size_;
  const auto found = std::find_if(most_.begin() + (did - first_), end,
                                  [t = enough(least)](float most) { return most >= t; });
  return found == end ? kNoMore
                      : first_ + static_cast<Xapian::docid>(found - most_.begin());
}

}  // namespace papersearch
