// SPDX-License-Identifier: GPL-2.0-or-later
#include "match.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "best_hits.h"
#include "ranking.h"
#include "rerank.h"
#include "schema.h"
#include "scored_source.h"
#include "stopwords.h"

namespace papersearch {
namespace {

using Xapian::Query;

// Up to so many hits the total is counted, beyond it is estimated, and papers that cannot
// be among the best are passed over: over digests_ko a quarter of all instructions of a
// search is saved, compared with counting all. Lucene counts as many by default.
constexpr Xapian::doccount kCountedTotal = 1'000;
// Fewer where each has to be looked into for a phrase and there are many.
constexpr Xapian::doccount kCountedPhrases = 100;
constexpr Xapian::doccount kManyPapers = 20'000;

constexpr std::size_t kSimilarityTerms = 40;
// Words in more than this share of the papers do not tell what a paper is about.
constexpr double kCommonShare = 0.15;
// ... unless these are so few that the share says nothing.
constexpr double kFewPapers = 10;

Xapian::doccount counted_total(const Xapian::Database& database, const BuiltQuery& built) {
  const bool has_phrase =
      std::any_of(built.leaves.begin(), built.leaves.end(),
                  [](const QueryLeaf& leaf) { return leaf.phrase.size() > 1; });
  return has_phrase && database.get_doccount() > kManyPapers ? kCountedPhrases
                                                             : kCountedTotal;
}

Candidate candidate(Xapian::docid did, double score) {
  Candidate out;
  out.did = did;
  out.terms = score;
  return out;
}

Matched match_source(const IndexParts& index, Xapian::PostingSource& source,
                     std::size_t size, Xapian::doccount counted) {
  const BestHits best =
      best_hits(source, index.papers, static_cast<Xapian::doccount>(size), counted);
  Matched out;
  out.total = best.total_est;
  out.total_is_exact = best.total_min == best.total_max;
  for (const auto& [did, score] : best.hits) out.papers.push_back(candidate(did, score));
  return out;
}

Matched match_by_xapian(const IndexParts& index, const BuiltQuery& built, SortOrder sort,
                        std::size_t first, std::size_t size, Xapian::doccount counted,
                        Xapian::MatchSpy* spy) {
  Xapian::Enquire enquire(index.papers);
  // Equal scores: the newer paper first.
  enquire.set_docid_order(Xapian::Enquire::DESCENDING);
  enquire.set_query(built.part.query(index.kept_of_papers()));
  if (built.has_words) {
    enquire.set_weighting_scheme(bm25());
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
  if (sort == SortOrder::kVotes) {
    enquire.set_sort_by_value_then_relevance(kVotesSlot, true);
  } else if (sort == SortOrder::kDate || !built.has_words) {
    enquire.set_sort_by_value_then_relevance(kDateSlot, true);
  }
  if (spy != nullptr) enquire.add_matchspy(spy);
  const Xapian::MSet mset = enquire.get_mset(static_cast<Xapian::doccount>(first),
                                             static_cast<Xapian::doccount>(size), counted);
  Matched out;
  out.total = mset.get_matches_estimated();
  out.total_is_exact = mset.get_matches_lower_bound() == mset.get_matches_upper_bound();
  for (auto it = mset.begin(); it != mset.end(); ++it)
    out.papers.push_back(candidate(*it, it.get_weight()));
  return out;
}

}  // namespace

Matched match(const IndexParts& index, const BuiltQuery& built, LatentSimilarity& latent,
              const SearchOptions& options, Xapian::MatchSpy* spy) {
  const Xapian::doccount counted =
      options.facets ? index.local.get_doccount() : counted_total(index.local, built);
  // The best are looked at again, whatever page of them is wanted.
  const bool again =
      built.has_words && options.sort == SortOrder::kRelevance && options.limit > 0;
  const std::size_t first = again ? 0 : options.offset;
  const std::size_t size =
      again ? std::max(options.offset + options.limit, kRerankDepth) : options.limit;
  const std::unique_ptr<Xapian::PostingSource> source =
      again && spy == nullptr ? built.part.source(index.kept_of_papers()) : nullptr;
  Matched out = source == nullptr
                    ? match_by_xapian(index, built, options.sort, first, size, counted, spy)
                    : match_source(index, *source, size, counted);
  if (again) {
    rerank(index, built.sequence, latent, options, out.papers);
    const auto skipped =
        static_cast<std::ptrdiff_t>(std::min(options.offset, out.papers.size()));
    out.papers.erase(out.papers.begin(), out.papers.begin() + skipped);
    if (out.papers.size() > options.limit) out.papers.resize(options.limit);
  }
  return out;
}

bool has_match(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return !enquire.get_mset(0, 1).empty();
}

Query similarity_query(const IndexParts& index, Xapian::docid did) {
  const Xapian::Database& database = index.local;
  const double papers = database.get_doccount();
  const double most = std::max(papers * kCommonShare, kFewPapers);
  std::vector<std::pair<double, Clause>> weighted;
  Query itself = Query::MatchNothing;
  for (auto it = database.termlist_begin(did); it != database.termlist_end(did); ++it) {
    const std::string term = *it;
    if (term.rfind(kIdPrefix, 0) == 0) itself = Query(term);
    // Terms with a prefix begin with a capital; bare numbers say little.
    if ((term[0] >= 'A' && term[0] <= 'Z') || (term[0] >= '0' && term[0] <= '9')) continue;
    const double frequency = it.get_termfreq();
    if (frequency < 2 || frequency > most || is_stopword(term)) continue;
    const double wdf = it.get_wdf();
    const double worth =
        wdf / (wdf + kBm25K1) * inverse_document_frequency(papers, frequency);
    weighted.emplace_back(worth, term_clause(term, wdf / (wdf + kBm25K1)));
  }
  const std::size_t kept = std::min(weighted.size(), kSimilarityTerms);
  std::partial_sort(weighted.begin(), weighted.begin() + static_cast<std::ptrdiff_t>(kept),
                    weighted.end(),
                    [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Clause> clauses;
  for (std::size_t i = 0; i < kept; ++i) clauses.push_back(weighted[i].second);
  if (clauses.empty()) return {};
  return {Query::OP_AND_NOT, sum_query(clauses, index.order, index.kept_of_papers()),
          itself};
}

}  // namespace papersearch
