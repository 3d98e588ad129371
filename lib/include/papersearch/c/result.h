/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a search gives back. */
#ifndef PAPERSEARCH_C_RESULT_H
#define PAPERSEARCH_C_RESULT_H

#include <stddef.h>

#include "papersearch/c/hit.h"
#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The answer to one search. */
typedef struct papersearch_result papersearch_result;

PAPERSEARCH_EXPORT void papersearch_result_free(papersearch_result* result);

/* The query as it was given. */
PAPERSEARCH_EXPORT const char* papersearch_result_query(const papersearch_result* result);
/* How many papers matched, whatever the limit and the offset. */
PAPERSEARCH_EXPORT size_t papersearch_result_total(const papersearch_result* result);
/* 0 where that is an estimate. */
PAPERSEARCH_EXPORT int papersearch_result_total_is_exact(const papersearch_result* result);
/* Milliseconds inside the library. */
PAPERSEARCH_EXPORT double papersearch_result_took_ms(const papersearch_result* result);
/* A better spelling of the whole query; NULL where there is none. */
PAPERSEARCH_EXPORT const char* papersearch_result_suggestion(
    const papersearch_result* result);
/* 1 where the query itself found nothing: the hits are those of the suggestion. */
PAPERSEARCH_EXPORT int papersearch_result_corrected(const papersearch_result* result);

/* Shards that did not answer, "host:port", see papersearch_searcher_open_shards(). */
PAPERSEARCH_EXPORT size_t
papersearch_result_missing_shard_count(const papersearch_result* result);
PAPERSEARCH_EXPORT const char* papersearch_result_missing_shard(
    const papersearch_result* result, size_t index);

PAPERSEARCH_EXPORT size_t papersearch_result_hit_count(const papersearch_result* result);
/* Best first; 0 is the first of them. */
PAPERSEARCH_EXPORT const papersearch_hit* papersearch_result_hit(
    const papersearch_result* result, size_t index);

/* By what hits are counted. */
enum papersearch_facet {
  PAPERSEARCH_FACET_MONTH = 0,  /* "2025-04", newest first */
  PAPERSEARCH_FACET_AUTHOR = 1, /* most frequent first, ties by name */
  PAPERSEARCH_FACET_SECTION = 2 /* in which sections the words stand */
};

/* Counts over all hits, not only those returned. `facet` is one of papersearch_facet. */
PAPERSEARCH_EXPORT size_t papersearch_result_facet_count(const papersearch_result* result,
                                                         int facet);
PAPERSEARCH_EXPORT const char* papersearch_result_facet_value(
    const papersearch_result* result, int facet, size_t index);
PAPERSEARCH_EXPORT size_t papersearch_result_facet_papers(const papersearch_result* result,
                                                          int facet, size_t index);

#ifdef __cplusplus
}
#endif

#endif
