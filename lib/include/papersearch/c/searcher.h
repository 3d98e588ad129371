/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading an index. */
#ifndef PAPERSEARCH_C_SEARCHER_H
#define PAPERSEARCH_C_SEARCHER_H

#include <stddef.h>

#include "papersearch/c/glossary.h"
#include "papersearch/c/options.h"
#include "papersearch/c/paper.h"
#include "papersearch/c/result.h"
#include "papersearch/c/statistics.h"
#include "papersearch/c/status.h"
#include "papersearch/c/suggestions.h"
#include "papersearch/c/text.h"
#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Answers queries from an index on disk. It goes on answering while a writer changes the
 * index: each call sees one committed state, never a half. It moves to the newest state by
 * itself when the one it reads is gone, and with papersearch_searcher_refresh().
 *
 * One thread at a time; any number of searchers may read one index. */
typedef struct papersearch_searcher papersearch_searcher;

/* Opens the index in folder `path`. PAPERSEARCH_INDEX_MISSING, _INDEX_VERSION,
 * _INDEX_CORRUPT or _IO. Every call below may give the last two as well. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_searcher_open(const char* path, papersearch_searcher** searcher);
/* Likewise. Of an index whose shards lie on other machines, each is waited for at most
 * `shard_timeout_ms` milliseconds, 1 to 600,000 (5,000 above). One that does not answer
 * makes a search fail with PAPERSEARCH_UNAVAILABLE; where `partial` is not 0, the others
 * answer as long as one does, and papersearch_result_missing_shard() names it. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_searcher_open_shards(const char* path, int partial, unsigned shard_timeout_ms,
                                 papersearch_searcher** searcher);
PAPERSEARCH_EXPORT void papersearch_searcher_free(papersearch_searcher* searcher);

/* The papers that match `query`, best first. A query without any word or filter matches
 * nothing; one of filters alone, in the query or in the options, matches all papers that
 * pass, newest first. PAPERSEARCH_QUERY_SYNTAX with papersearch_error_range();
 * PAPERSEARCH_INVALID_ARGUMENT for an option out of range. */
PAPERSEARCH_EXPORT papersearch_status papersearch_searcher_search(
    papersearch_searcher* searcher, const char* query, const papersearch_options* options,
    papersearch_result** result);

/* Papers that are like the paper `id`, itself left out. Of the options, snippets and
 * highlights do not apply. PAPERSEARCH_NOT_FOUND, or PAPERSEARCH_INVALID_ARGUMENT when
 * `id` is no id. */
PAPERSEARCH_EXPORT papersearch_status papersearch_searcher_similar(
    papersearch_searcher* searcher, const char* id, const papersearch_options* options,
    papersearch_result** result);

/* The paper with this id, whole; any form that papersearch_parse_id() takes. Fails as
 * papersearch_searcher_similar() does. */
PAPERSEARCH_EXPORT papersearch_status papersearch_searcher_find(
    papersearch_searcher* searcher, const char* id, papersearch_paper** paper);

/* Hands the papers that pass the filters of `options` to `take`, whole and one by one,
 * until it gives 0: by date and id, those without a date first. Of the options only since,
 * until, min_votes and authors apply. `paper` lives until `take` returns; `context` is
 * passed on. See Searcher::for_each_paper() for what happens beside a writer. */
PAPERSEARCH_EXPORT papersearch_status papersearch_searcher_for_each_paper(
    papersearch_searcher* searcher, const papersearch_options* options,
    int (*take)(const papersearch_paper* paper, void* context), void* context);

/* Completions of a half-typed query, at most `limit` (up to 1,000): terms first, then
 * authors, then titles. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_searcher_suggest(papersearch_searcher* searcher, const char* text, size_t limit,
                             papersearch_suggestions** suggestions);

/* What the terms in `text` are taken to mean by a search that is not exact. */
PAPERSEARCH_EXPORT papersearch_status papersearch_searcher_glossary(
    papersearch_searcher* searcher, const char* text, papersearch_glossary** glossary);

/* Takes the names in the glossary file `path` for names of one thing in all further
 * searches. A line holds the names of one thing, separated by tabs or semicolons; of
 * different things when "! " stands before them. `complaints`, if not NULL, is set to what
 * could not be understood and is left out. */
PAPERSEARCH_EXPORT papersearch_status papersearch_searcher_add_synonyms(
    papersearch_searcher* searcher, const char* path, papersearch_texts** complaints);

PAPERSEARCH_EXPORT papersearch_status papersearch_searcher_statistics(
    papersearch_searcher* searcher, papersearch_statistics** statistics);

/* Moves to the newest committed state of the index; `changed`, if not NULL, is set to 1
 * when there was a newer one. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_searcher_refresh(papersearch_searcher* searcher, int* changed);

#ifdef __cplusplus
}
#endif

#endif
