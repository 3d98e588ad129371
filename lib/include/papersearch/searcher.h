// SPDX-License-Identifier: GPL-2.0-or-later
// Reading an index.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/error.h"
#include "papersearch/export.h"
#include "papersearch/glossary.h"
#include "papersearch/paper.h"
#include "papersearch/query.h"
#include "papersearch/search_result.h"
#include "papersearch/tally.h"

namespace papersearch {

// How those shards of an index are asked that lie on other machines (docs/shards.md); of no
// meaning for other indexes.
struct SearcherOptions {
  // Where a shard does not answer, search() and similar() answer without it, and name it in
  // SearchResult::missing_shards, as long as one does; else they fail with kUnavailable.
  // find() fails where its paper's shard does not answer, for_each_paper() where any.
  bool partial = false;
  // How long to wait for a connection to a shard, and for each of its answers, at most; in
  // milliseconds, 1 to 600,000. One that let this time pass is not asked again for five
  // seconds.
  unsigned shard_timeout_ms = 5'000;
};

// Answers queries from an index on disk.
//
// A Searcher goes on answering while an IndexWriter changes the index: each call sees
// one committed state, never a half. It moves to the newest state by itself when the
// one it reads is gone, and with refresh() at any time.
//
// From its second search on it keeps what it reads of that state, which later searches need
// not read again: at most some 85 MB, and seven bytes a paper.
//
// Distinct Searchers may be used concurrently; do not share one without locking.
class PAPERSEARCH_EXPORT Searcher {
 public:
  // Opens the index in folder `path` (UTF-8). Fails with kIndexMissing,
  // kIndexVersion, kIndexCorrupt or kIo. Shards are opened when a call first needs them;
  // from the first on another machine on, the process ignores SIGPIPE.
  static Result<Searcher> open(const std::string& path);
  // Likewise; fails with kInvalidArgument when `options` are out of their range.
  static Result<Searcher> open(const std::string& path, const SearcherOptions& options);

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // The papers that match `query` (UTF-8; see query.h for the language), best first.
  // A query without any word or filter matches nothing; one of filters alone, in the
  // query or in `options`, matches all papers that pass, newest first. Fails with
  // kQuerySyntax and the wrong bytes, kInvalidArgument, kIndexCorrupt, kIo.
  Result<SearchResult> search(std::string_view query, const SearchOptions& options = {});

  // The paper with this id, whole; any form that parse_paper_id() takes. Fails with
  // kNotFound, or kInvalidArgument when `id` is none.
  Result<Paper> find(std::string_view id);

  // Hands the papers that pass the filters of `options` to `take`, whole and one by one,
  // until it gives false: by date and id, those without a date first. Of `options` only
  // `since`, `until`, `min_votes` and `authors` apply.
  //
  // Where a writer changes the index meanwhile, what is handed over may be of several
  // states: each paper comes at most once and in order, those that the writer leaves as
  // they are exactly once. `take` may use this Searcher. Fails with kInvalidArgument,
  // kIndexCorrupt or kIo; what was handed over before then stays so.
  Result<void> for_each_paper(const SearchOptions& options,
                              const std::function<bool(const Paper&)>& take);

  // Papers that are like the paper `id`, itself left out. Of `options`, snippets and
  // highlights do not apply.
  Result<SearchResult> similar(std::string_view id, const SearchOptions& options = {});

  // How many papers match `query`, and how many votes they have, by month. Where search()
  // is content with one of several words side by side, a paper counts here only when it
  // holds all of them, each by itself or, where the search is not exact, by another of its
  // names. A query without any word or filter counts all papers. Of `options`, filters,
  // `sections` and `exact` apply; `since` and `until` also choose the months. Spelling is
  // not corrected. Fails as search() does.
  Result<Trend> trend(std::string_view query, const SearchOptions& options = {});

  // The authors of the papers that trend() would count, those with the most papers first,
  // or, with SortOrder::kVotes, those with the most votes; of equal ones those that have
  // more of the other, then by name. Of `options`, `limit` and `offset` apply too. Fails as
  // search() does.
  Result<std::vector<AuthorTally>> top_authors(std::string_view query,
                                               const SearchOptions& options = {});

  // Completions of a half-typed query, at most `limit`: terms first, then authors, then
  // titles. Terms that stand in titles with the word before come first, then the most
  // frequent; one that the glossary knows is followed by its name in the other language.
  // Authors by their papers, titles by votes. No text comes twice.
  //
  // Hangul may be half typed: 강ㅎ and 강활 give 강화, initials as ㄱㅎㅎㅅ give 강화학습;
  // so do keys struck with the keyboard in the other language. Behind "author:" there are
  // authors only.
  Result<std::vector<Suggestion>> suggest(std::string_view text, std::size_t limit = 10);

  // Takes the names in the glossary file `path` for names of one thing in all further
  // searches, before the reviewed and learned ones. A line holds the names of one thing,
  // separated by tabs or semicolons; of different things, whatever else is known, when
  // "! " stands before them; see data/glossary.tsv. Gives what could not be understood
  // and is left out, "FILE:LINE: what is wrong" each. Fails with kIo when the file cannot
  // be read, and with kInvalidArgument when it is too large.
  Result<std::vector<std::string>> add_synonyms(const std::string& path);

  // What the terms in `text` are taken to mean by a search that is not exact, in order.
  // Terms without another name are left out.
  Result<std::vector<GlossaryEntry>> glossary(std::string_view text);

  Result<IndexStatistics> statistics();

  // Moves to the newest committed state of the index. True when there was a newer one.
  Result<bool> refresh();

 private:
  class Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace papersearch
