// SPDX-License-Identifier: GPL-2.0-or-later
#include "explain.h"

#include <algorithm>

#include "document_builder.h"
#include "ranking.h"
#include "schema.h"

namespace papersearch {
namespace {

using Xapian::Query;

// Matches one document and nothing else.
class OneDocumentSource : public Xapian::PostingSource {
 public:
  explicit OneDocumentSource(Xapian::docid did) : did_(did) {}

  Xapian::doccount get_termfreq_min() const override { return 1; }
  Xapian::doccount get_termfreq_est() const override { return 1; }
  Xapian::doccount get_termfreq_max() const override { return 1; }
  void next(double) override { state_ = state_ == State::kBefore ? State::kAt : State::kAfter; }
  void skip_to(Xapian::docid did, double) override {
    state_ = did <= did_ ? State::kAt : State::kAfter;
  }
  bool at_end() const override { return state_ == State::kAfter; }
  Xapian::docid get_docid() const override { return did_; }
  OneDocumentSource* clone() const override { return new OneDocumentSource(did_); }
  void init(const Xapian::Database&) override { state_ = State::kBefore; }

 private:
  enum class State { kBefore, kAt, kAfter };
  Xapian::docid did_;
  State state_ = State::kBefore;
};

std::uint32_t wdf_of(const Xapian::Database& database, const std::string& term, Xapian::docid did) {
  auto it = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (it != end) it.skip_to(did);
  return it != end && *it == did ? it.get_wdf() : 0;
}

std::vector<std::string> fields_with(const Xapian::Database& database, const std::string& term,
                                     Xapian::docid did) {
  std::vector<std::string> out;
  auto it = database.termlist_begin(did);
  const auto end = database.termlist_end(did);
  std::vector<std::pair<std::string, std::string>> wanted;
  for (const FieldInfo& info : kFields) {
    wanted.emplace_back(info.field == Field::kAuthor ? term : field_term(info.field, term),
                        std::string(info.name));
  }
  for (const auto& [prefixed, name] : wanted) {
    const bool is_author_term = name == "author" && prefixed[0] == 'A';
    if (name == "author" && !is_author_term) continue;
    it = database.termlist_begin(did);
    it.skip_to(prefixed);
    if (it != end && *it == prefixed) out.push_back(name);
  }
  return out;
}

}  // namespace

Explanation explain(const Xapian::Database& database, const BuiltQuery& built, Xapian::docid did) {
  Explanation out;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(bm25());
  for (const QueryLeaf& leaf : built.leaves) {
    auto* source = new OneDocumentSource(did);
    enquire.set_query(Query(Query::OP_FILTER, leaf.query, Query(source->release())));
    const Xapian::MSet mset = enquire.get_mset(0, 1);
    if (mset.empty()) continue;
    TermScore score;
    score.term = leaf.label;
    score.weight = mset.begin().get_weight();
    if (!leaf.term.empty()) {
      score.fields = fields_with(database, leaf.term, did);
      score.within_document_frequency = wdf_of(database, leaf.term, did);
      score.document_frequency = database.get_termfreq(leaf.term);
    }
    out.terms.push_back(std::move(score));
  }
  std::stable_sort(out.terms.begin(), out.terms.end(),
                   [](const TermScore& a, const TermScore& b) { return a.weight > b.weight; });
  return out;
}

}  // namespace papersearch
