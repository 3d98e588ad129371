/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One paper that a search found, and why. */
#ifndef PAPERSEARCH_C_HIT_H
#define PAPERSEARCH_C_HIT_H

#include <stddef.h>
#include <stdint.h>

#include "papersearch/c/paper.h"
#include "papersearch/c/status.h"
#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A hit belongs to its papersearch_result, and so do its parts. */
typedef struct papersearch_hit papersearch_hit;
/* A passage of a hit. */
typedef struct papersearch_snippet papersearch_snippet;
/* A term of the query that a hit holds. */
typedef struct papersearch_term papersearch_term;

/* 1 is the best of all hits, whatever the offset. */
PAPERSEARCH_EXPORT size_t papersearch_hit_rank(const papersearch_hit* hit);
/* Id, title, date, authors and votes, without sections. */
PAPERSEARCH_EXPORT const papersearch_paper* papersearch_hit_paper(
    const papersearch_hit* hit);
/* Bytes of the title that matched: `count` ranges, in order, not overlapping. */
PAPERSEARCH_EXPORT const papersearch_range* papersearch_hit_title_highlights(
    const papersearch_hit* hit, size_t* count);

/* relevance + popularity. */
PAPERSEARCH_EXPORT double papersearch_hit_score(const papersearch_hit* hit);
/* What the words gave. */
PAPERSEARCH_EXPORT double papersearch_hit_relevance(const papersearch_hit* hit);
/* What the votes gave. */
PAPERSEARCH_EXPORT double papersearch_hit_popularity(const papersearch_hit* hit);

/* Passages that show why it was found. */
PAPERSEARCH_EXPORT size_t papersearch_hit_snippet_count(const papersearch_hit* hit);
PAPERSEARCH_EXPORT const papersearch_snippet* papersearch_hit_snippet(
    const papersearch_hit* hit, size_t index);
/* The section's name; "" for an unnamed one. */
PAPERSEARCH_EXPORT const char* papersearch_snippet_section(
    const papersearch_snippet* snippet);
/* The passage, one line. An ellipsis (U+2026) stands where text was left out. */
PAPERSEARCH_EXPORT const char* papersearch_snippet_text(const papersearch_snippet* snippet);
/* Bytes of that text that matched: `count` ranges, in order, not overlapping. */
PAPERSEARCH_EXPORT const papersearch_range* papersearch_snippet_highlights(
    const papersearch_snippet* snippet, size_t* count);

/* How the score came about: 1 where the options asked for it. */
PAPERSEARCH_EXPORT int papersearch_hit_is_explained(const papersearch_hit* hit);
/* What words that stand close together added to the relevance. */
PAPERSEARCH_EXPORT double papersearch_hit_closeness(const papersearch_hit* hit);
/* What a meaning near the query's added to the relevance. */
PAPERSEARCH_EXPORT double papersearch_hit_latent(const papersearch_hit* hit);
/* Terms of the query that it holds, largest weight first. */
PAPERSEARCH_EXPORT size_t papersearch_hit_term_count(const papersearch_hit* hit);
PAPERSEARCH_EXPORT const papersearch_term* papersearch_hit_term(const papersearch_hit* hit,
                                                                size_t index);
/* As indexed: folded and stemmed. A phrase stands in quotes. */
PAPERSEARCH_EXPORT const char* papersearch_term_text(const papersearch_term* term);
/* Where it occurs: names of fields such as "title", "new", "abstract". */
PAPERSEARCH_EXPORT size_t papersearch_term_field_count(const papersearch_term* term);
PAPERSEARCH_EXPORT const char* papersearch_term_field(const papersearch_term* term,
                                                      size_t index);
/* Occurrences that count; one in the title counts several times. */
PAPERSEARCH_EXPORT uint32_t
papersearch_term_within_document_frequency(const papersearch_term* term);
/* Papers in the index that hold the term. */
PAPERSEARCH_EXPORT uint32_t
papersearch_term_document_frequency(const papersearch_term* term);
/* What it added to the relevance. */
PAPERSEARCH_EXPORT double papersearch_term_weight(const papersearch_term* term);

#ifdef __cplusplus
}
#endif

#endif
