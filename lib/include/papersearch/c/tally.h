/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How much there is of something: papers and votes by month and by author. */
#ifndef PAPERSEARCH_C_TALLY_H
#define PAPERSEARCH_C_TALLY_H

#include <stddef.h>
#include <stdint.h>

#include "papersearch/c/options.h"
#include "papersearch/c/searcher.h"
#include "papersearch/c/status.h"
#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How often, and how much voted for, the papers of a query are, month by month. */
typedef struct papersearch_trend papersearch_trend;

/* How many papers match `query`, holding all of its words, and how many votes they have, by
 * month. A query without any word or filter counts all papers. Of the options, filters,
 * sections and exact apply; since and until also choose the months. Fails as
 * papersearch_searcher_search() does. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_searcher_trend(papersearch_searcher* searcher, const char* query,
                           const papersearch_options* options, papersearch_trend** trend);
PAPERSEARCH_EXPORT void papersearch_trend_free(papersearch_trend* trend);

/* Papers that match and have a date, and their votes. */
PAPERSEARCH_EXPORT size_t papersearch_trend_papers(const papersearch_trend* trend);
PAPERSEARCH_EXPORT int64_t papersearch_trend_votes(const papersearch_trend* trend);
/* Papers that match and have no date; they are in no month. */
PAPERSEARCH_EXPORT size_t papersearch_trend_undated(const papersearch_trend* trend);

/* Every month from the first to the last in which the index has a paper, oldest first. */
PAPERSEARCH_EXPORT size_t papersearch_trend_month_count(const papersearch_trend* trend);
/* "2025-04". */
PAPERSEARCH_EXPORT const char* papersearch_trend_month(const papersearch_trend* trend,
                                                       size_t index);
/* Those of the month that match, and their votes. */
PAPERSEARCH_EXPORT size_t papersearch_trend_month_papers(const papersearch_trend* trend,
                                                         size_t index);
PAPERSEARCH_EXPORT int64_t papersearch_trend_month_votes(const papersearch_trend* trend,
                                                         size_t index);
/* Those of the month in the index, whether they match or not, and their votes. */
PAPERSEARCH_EXPORT size_t papersearch_trend_month_all_papers(const papersearch_trend* trend,
                                                             size_t index);
PAPERSEARCH_EXPORT int64_t papersearch_trend_month_all_votes(const papersearch_trend* trend,
                                                             size_t index);

/* Authors, and what there is of each. */
typedef struct papersearch_authors papersearch_authors;

/* The authors of the papers that a trend would count, those with the most papers first, or,
 * sorted by votes, those with the most votes. Of the options, limit and offset apply too.
 * Fails as papersearch_searcher_search() does. */
PAPERSEARCH_EXPORT papersearch_status papersearch_searcher_top_authors(
    papersearch_searcher* searcher, const char* query, const papersearch_options* options,
    papersearch_authors** authors);
PAPERSEARCH_EXPORT void papersearch_authors_free(papersearch_authors* authors);
PAPERSEARCH_EXPORT size_t papersearch_authors_count(const papersearch_authors* authors);
PAPERSEARCH_EXPORT const char* papersearch_authors_name(const papersearch_authors* authors,
                                                        size_t index);
PAPERSEARCH_EXPORT size_t papersearch_authors_papers(const papersearch_authors* authors,
                                                     size_t index);
PAPERSEARCH_EXPORT int64_t papersearch_authors_votes(const papersearch_authors* authors,
                                                     size_t index);

#ifdef __cplusplus
}
#endif

#endif
