// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "length_norms.h"
#include "score_bounds.h"
#include "term_postings.h"

namespace papersearch {

// What the documents of a range of numbers score at most, one summand after the other: a
// posting takes a few ns, where going from document to document through all terms takes
// twenty.
class ScoreWindow {
 public:
  static constexpr Xapian::docid kNoMore = TermPostings::kNoMore;

  // `postings` by number of term; `lengths`, if they are known. All must outlive it.
  ScoreWindow(const ScoreBounds& bounds, std::vector<TermPostings>& postings,
              const LengthNorms* lengths);

  // Reads the range that begins with `first`, where documents score `least` that hold one
  // of the summands from `first_lead` on: those, and others where that costs less than to
  // look into the documents that are left.
  void read(Xapian::docid first, std::size_t first_lead, double least);

  bool covers(Xapian::docid did) const { return did - first_ < size_; }
  Xapian::docid end() const { return first_ + size_; }

  // The first document of the range from `did` on, which it covers, that may score `least`;
  // kNoMore: none.
  Xapian::docid next(Xapian::docid did, double least) const;

  bool may_score(Xapian::docid did, double least) const {
    return most_[did - first_] >= enough(least);
  }

  // Whether it knows where the term stands in documents that it covers.
  bool has(std::size_t term) const { return rows_[term] != kNoRow; }
  bool holds(std::size_t term, Xapian::docid did) const { return at(term, did) != 0; }
  // Of a term that the document holds.
  Xapian::termcount wdf(std::size_t term, Xapian::docid did) const {
    return at(term, did) - Xapian::termcount{1};
  }

 private:
  static constexpr Xapian::docid kDocuments = 2048;
  static constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

  // 1 + wdf; 0: does not hold it. Beyond 65,534 times a document scores what it does then.
  using Row = std::array<std::uint16_t, kDocuments>;

  std::uint16_t at(std::size_t term, Xapian::docid did) const {
    return wdfs_[rows_[term]][did - first_];
  }
  void add(const Summand& summand);
  template <class F>
  void add_term(std::size_t term, F&& most);
  // What a document must have in most_ to score `least`.
  float enough(double least) const;
  bool is_worth_reading(const Summand& summand, double least) const;

  const ScoreBounds* bounds_;
  std::vector<TermPostings>* postings_;
  const LengthNorms* lengths_;
  std::vector<std::size_t> rows_;  // by term
  std::vector<Row> wdfs_;
  std::size_t rows_used_ = 0;
  std::array<float, kDocuments> most_;
  double others_ = 0;  // what is not in most_, at most
  Xapian::docid first_ = 0;
  Xapian::docid size_ = 0;
};

}  // namespace papersearch
