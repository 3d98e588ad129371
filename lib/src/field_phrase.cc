// SPDX-License-Identifier: GPL-2.0-or-later
#include "field_phrase.h"

#include <algorithm>

namespace papersearch {
namespace {

std::vector<Xapian::termpos> positions(const Xapian::Database& database, Xapian::docid did,
                                       const std::string& term) {
  return {database.positionlist_begin(did, term), database.positionlist_end(did, term)};
}

}  // namespace

FieldPhraseSource::FieldPhraseSource(std::vector<std::string> terms,
                                     std::vector<Field> fields)
    : terms_(std::move(terms)), fields_(std::move(fields)) {}

Xapian::doccount FieldPhraseSource::get_termfreq_min() const { return 0; }
// As many as may be: what costs more than a look at a term is to be asked last.
Xapian::doccount FieldPhraseSource::get_termfreq_est() const { return most_; }
Xapian::doccount FieldPhraseSource::get_termfreq_max() const { return most_; }

void FieldPhraseSource::next(double) {
  if (started_) ++at_;
  started_ = true;
  find_phrase();
}

void FieldPhraseSource::skip_to(Xapian::docid did, double) {
  started_ = true;
  if (!at_end()) at_.skip_to(did);
  find_phrase();
}

// Unlike skip_to() without a look at the papers behind `did`.
bool FieldPhraseSource::check(Xapian::docid did, double) {
  started_ = true;
  if (!at_end()) at_.skip_to(did);
  return at_end() || (*at_ == did && holds_phrase(did));
}

void FieldPhraseSource::find_phrase() {
  while (!at_end() && !holds_phrase(*at_)) ++at_;
}

bool FieldPhraseSource::at_end() const {
  return started_ && at_ == database_.postlist_end(rarest_);
}
Xapian::docid FieldPhraseSource::get_docid() const { return *at_; }
FieldPhraseSource* FieldPhraseSource::clone() const {
  return new FieldPhraseSource(terms_, fields_);
}

void FieldPhraseSource::init(const Xapian::Database& database) {
  database_ = database;
  started_ = false;
  rarest_ = terms_[0];
  most_ = database_.get_termfreq(rarest_);
  for (const std::string& term : terms_) {
    const Xapian::doccount papers = database_.get_termfreq(term);
    if (papers >= most_) continue;
    rarest_ = term;
    most_ = papers;
  }
  at_ = database_.postlist_begin(rarest_);
}

bool FieldPhraseSource::holds_phrase(Xapian::docid did) const {
  // starts: where the words so far, side by side, began.
  std::vector<Xapian::termpos> starts = positions(database_, did, terms_[0]);
  std::erase_if(starts, [&](Xapian::termpos position) {
    return std::find(fields_.begin(), fields_.end(), field_of_position(position)) ==
           fields_.end();
  });
  for (std::size_t i = 1; i < terms_.size() && !starts.empty(); ++i) {
    const std::vector<Xapian::termpos> here = positions(database_, did, terms_[i]);
    std::erase_if(starts, [&](Xapian::termpos start) {
      return !std::binary_search(here.begin(), here.end(),
                                 start + static_cast<Xapian::termpos>(i));
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
