// SPDX-License-Identifier: GPL-2.0-or-later
// What a search gives back. Plain values; they stay valid when the Searcher is gone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "papersearch/error.h"
#include "papersearch/paper.h"

namespace papersearch {

// A passage of a hit that shows why it was found.
struct Snippet {
  // The section's name, as in Section::name; empty for an unnamed one.
  std::string section;
  // The passage, one line. An ellipsis ("…") stands where text was left out.
  std::string text;
  // The words that matched, in order, not overlapping; bytes of `text`.
  std::vector<ByteRange> highlights;
};

// One term of the query that a hit holds, and what it added to the score.
struct TermScore {
  // As indexed: folded and stemmed. A phrase stands in quotes.
  std::string term;
  // Where it occurs: names of fields such as "title", "new", "abstract".
  std::vector<std::string> fields;
  // Occurrences that count (one in the title counts several times).
  std::uint32_t within_document_frequency = 0;
  // Papers in the index that hold the term.
  std::uint32_t document_frequency = 0;
  double weight = 0;
};

// The weights of the terms and the rest make up Hit::relevance.
struct Explanation {
  std::vector<TermScore> terms;  // largest weight first
  double closeness = 0;          // what words that stand close together added
  double latent = 0;             // what a meaning near the query's added
};

// One paper that a search found, and why.
struct Hit {
  std::size_t rank = 0;  // 1 is the best of all hits, whatever the offset
  // Id, title, date, authors and votes; `sections` is left empty, Searcher::find()
  // gives the whole paper.
  Paper paper;
  // Bytes of paper.title that matched.
  std::vector<ByteRange> title_highlights;
  double score = 0;       // relevance + popularity
  double relevance = 0;   // BM25, closeness, nearness in meaning, see docs/design.md
  double popularity = 0;  // what the votes added
  std::vector<Snippet> snippets;
  std::optional<Explanation> explanation;
};

// One value of a facet, and how many hits have it.
struct FacetCount {
  std::string value;
  std::size_t count = 0;
};

// Counts over all hits, not only those returned; most frequent first, ties by value;
// months newest first.
struct Facets {
  std::vector<FacetCount> month;  // "2025-04"
  std::vector<FacetCount> author;
  std::vector<FacetCount> section;  // in which sections the words stand
};

// The answer to one search.
struct SearchResult {
  std::string query;  // as it was given
  // How many papers matched, whatever the limit and the offset.
  std::size_t total = 0;
  bool total_is_exact = true;
  double took_ms = 0;  // inside the library
  // A better spelling of the whole query, where few papers or none hold one of its words
  // and the index knows what that is without a slip, with the keyboard set to the other
  // language, or with the spaces in other places.
  std::optional<std::string> suggestion;
  // True when the query itself found nothing, or only pieces of its words: the hits are
  // those of `suggestion`.
  bool corrected = false;
  std::vector<Hit> hits;
  std::optional<Facets> facets;
  // Shards of other machines that did not answer, "host:port": hits, their order and the
  // total are those of the rest, facets those of all. See SearcherOptions::partial.
  std::vector<std::string> missing_shards;
};

// A way to complete a half-typed query.
struct Suggestion {
  enum class Kind { kTerm, kTitle, kAuthor };
  Kind kind = Kind::kTerm;
  std::string text;           // the whole query, completed
  std::size_t documents = 0;  // papers that hold it, or all its words
};

// What an index holds.
struct IndexStatistics {
  std::size_t papers = 0;
  std::size_t sections = 0;
  std::size_t votes_known = 0;  // papers whose votes are known
  std::string first_date;       // "YYYY-MM-DD"; empty when no paper has a date
  std::string last_date;
  // When the index was last changed, for runs that find nothing new write nothing: UTC,
  // "2025-04-23T03:28:02Z".
  std::string last_indexed;
  std::string indexed_by;  // the version of papersearch that changed it
  // From how many sources it was made, and how much of them could not be used.
  std::size_t files = 0;
  std::size_t complaints = 0;
  std::uint32_t schema_version = 0;
  std::uint32_t analyzer_version = 0;
  std::uint64_t bytes = 0;  // on disk
};

}  // namespace papersearch
