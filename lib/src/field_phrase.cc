// SPDX-License-Identifier: GPL-2.0-or-later
#include "field_phrase.h"

#include <algorithm>

namespace papersearch {
namespace {

// The papers that hold all of `terms`, in order.
std::vector<Xapian::docid> papers_with_all(const Xapian::Database& database,
                                           const std::vector<std::string>& terms) {
  std::vector<Xapian::docid> out;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    std::vector<Xapian::docid> kept;
    auto it = database.postlist_begin(terms[i]);
    const auto end = database.postlist_end(terms[i]);
    if (i == 0) {
      for (; it != end; ++it) kept.push_back(*it);
    } else {
      for (const Xapian::docid did : out) {
        if (it == end) break;
        it.skip_to(did);
        if (it != end && *it == did) kept.push_back(did);
      }
    }
    out.swap(kept);
  }
  return out;
}

std::vector<Xapian::termpos> positions(const Xapian::Database& database, Xapian::docid did,
                                       const std::string& term) {
  return {database.positionlist_begin(did, term), database.positionlist_end(did, term)};
}

}  // namespace

FieldPhraseSource::FieldPhraseSource(std::vector<std::string> terms, std::vector<Field> fields)
    : terms_(std::move(terms)), fields_(std::move(fields)) {}

Xapian::doccount FieldPhraseSource::get_termfreq_min() const {
  return static_cast<Xapian::doccount>(matches_.size());
}
Xapian::doccount FieldPhraseSource::get_termfreq_est() const { return get_termfreq_min(); }
Xapian::doccount FieldPhraseSource::get_termfreq_max() const { return get_termfreq_min(); }

void FieldPhraseSource::next(double) {
  if (started_) {
    ++at_;
  } else {
    started_ = true;
  }
}

void FieldPhraseSource::skip_to(Xapian::docid did, double) {
  started_ = true;
  const auto from = matches_.begin() + static_cast<std::ptrdiff_t>(at_);
  at_ = static_cast<std::size_t>(std::lower_bound(from, matches_.end(), did) - matches_.begin());
}

bool FieldPhraseSource::at_end() const { return started_ && at_ >= matches_.size(); }
Xapian::docid FieldPhraseSource::get_docid() const { return matches_[at_]; }
FieldPhraseSource* FieldPhraseSource::clone() const {
  return new FieldPhraseSource(terms_, fields_);
}

void FieldPhraseSource::init(const Xapian::Database& database) {
  matches_.clear();
  at_ = 0;
  started_ = false;
  for (const Xapian::docid did : papers_with_all(database, terms_)) {
    if (holds_phrase(database, did)) matches_.push_back(did);
  }
}

bool FieldPhraseSource::holds_phrase(const Xapian::Database& database, Xapian::docid did) const {
  // starts: where the words so far, side by side, began.
  std::vector<Xapian::termpos> starts = positions(database, did, terms_[0]);
  std::erase_if(starts, [&](Xapian::termpos position) {
    return std::find(fields_.begin(), fields_.end(), field_of_position(position)) == fields_.end();
  });
  for (std::size_t i = 1; i < terms_.size() && !starts.empty(); ++i) {
    const std::vector<Xapian::termpos> here = positions(database, did, terms_[i]);
    std::erase_if(starts, [&](Xapian::termpos start) {
      return !std::binary_search(here.begin(), here.end(), start + static_cast<Xapian::termpos>(i));
    });
  }
  return !starts.empty();
}

std::string FieldPhraseSource::get_description() const {
  std::string out = "FieldPhraseSource(";
  for (const std::string& term : terms_) out += term + ' ';
  out.back() = ')';
  return out;
}

}  // namespace papersearch
