// SPDX-License-Identifier: GPL-2.0-or-later
#include "explain.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "document_builder.h"
#include "ranking.h"
#include "schema.h"
#include "word_pattern.h"

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
  void next(double) override {
    state_ = state_ == State::kBefore ? State::kAt : State::kAfter;
  }
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

// How often the document holds the term, if it does. By the postings, not the document's
// list of terms: in a damaged one Xapian 1.4.22 reads outside of its blocks.
std::optional<std::uint32_t> wdf_of(const Xapian::Database& database,
                                    const std::string& term, Xapian::docid did) {
  auto it = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (it != end) it.skip_to(did);
  if (it == end || *it != did) return {};
  return it.get_wdf();
}

WordSequence words_of(const Xapian::Database& database, Xapian::docid did) {
  WordSequence out;
  out.read(database.get_document(did).get_value(kWordsSlot));
  return out;
}

std::vector<std::string> names_of(FieldMask fields) {
  std::vector<std::string> out;
  for (const FieldInfo& info : kFields) {
    if ((fields & field_bit(info.field)) != 0) out.emplace_back(info.name);
  }
  return out;
}

// What `query` weighs in the document `did`; 0 where it does not match.
class DocumentWeigher {
 public:
  DocumentWeigher(const IndexParts& index, Xapian::docid did, const std::string& id)
      : enquire_(index.papers),
        itself_(index.is_sharded() ? Query(id_term(id))
                                   : Query((new OneDocumentSource(did))->release())) {
    enquire_.set_weighting_scheme(bm25());
  }

  std::optional<double> weight(const Query& query) {
    enquire_.set_query(Query(Query::OP_FILTER, query, itself_));
    const Xapian::MSet mset = enquire_.get_mset(0, 1);
    if (mset.empty()) return {};
    return mset.begin().get_weight();
  }

 private:
  Xapian::Enquire enquire_;
  Query itself_;  // of Xapian's server only terms are known
};

// "강화 학습 → reinforcement learning, RL": the names that the document holds.
TermScore name_score(const QueryMeaning& meaning, const WordSequence& words,
                     DocumentWeigher& weigher) {
  TermScore score;
  FieldMask fields = 0;
  for (const NameQuery& name : meaning.names) {
    if (!weigher.weight(any_of(name.ways))) continue;
    score.term += (score.term.empty() ? meaning.said + " \u2192 " : ", ") + name.text;
    fields |= phrase_pattern(name.terms, kAllFields)(words);
  }
  score.fields = names_of(fields);
  return score;
}

}  // namespace

Explanation explain(const IndexParts& index, const BuiltQuery& built, Xapian::docid did,
                    const std::string& id) {
  const Xapian::Database& database = index.local;
  Explanation out;
  DocumentWeigher weigher(index, did, id);
  const WordSequence sequence = words_of(database, did);
  std::vector<double> weights(built.leaves.size());
  std::vector<double> words(built.meanings.size());  // what they weigh
  for (std::size_t i = 0; i < built.leaves.size(); ++i) {
    const QueryLeaf& leaf = built.leaves[i];
    weights[i] = weigher.weight(leaf.query).value_or(0);
    if (leaf.meaning) words[*leaf.meaning] += weights[i];
  }
  std::vector<double> factors(built.meanings.size(), 1);
  for (std::size_t i = 0; i < built.meanings.size(); ++i) {
    const QueryMeaning& meaning = built.meanings[i];
    const double names = weigher.weight(meaning.query).value_or(0);
    factors[i] = 1 - meaning.share;
    if (names == 0) continue;
    TermScore score = name_score(meaning, sequence, weigher);
    score.weight = meaning.share * names;
    out.terms.push_back(std::move(score));
  }
  for (std::size_t i = 0; i < built.leaves.size(); ++i) {
    const QueryLeaf& leaf = built.leaves[i];
    if (weights[i] == 0) continue;
    TermScore score;
    score.term = leaf.label;
    score.weight = weights[i] * (leaf.meaning ? factors[*leaf.meaning] : 1);
    if (!leaf.term.empty()) {
      score.fields = names_of(phrase_pattern({leaf.term}, kAllFields)(sequence));
      score.within_document_frequency = wdf_of(database, leaf.term, did).value_or(0);
      score.document_frequency = database.get_termfreq(leaf.term);
    }
    out.terms.push_back(std::move(score));
  }
  std::stable_sort(
      out.terms.begin(), out.terms.end(),
      [](const TermScore& a, const TermScore& b) { return a.weight > b.weight; });
  return out;
}

}  // namespace papersearch
