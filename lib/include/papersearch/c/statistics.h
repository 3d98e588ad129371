/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an index holds. */
#ifndef PAPERSEARCH_C_STATISTICS_H
#define PAPERSEARCH_C_STATISTICS_H

#include <stddef.h>
#include <stdint.h>

#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Numbers and dates of one index, at one time. */
typedef struct papersearch_statistics papersearch_statistics;

PAPERSEARCH_EXPORT void papersearch_statistics_free(papersearch_statistics* statistics);

PAPERSEARCH_EXPORT size_t
papersearch_statistics_papers(const papersearch_statistics* statistics);
/* Sections of all papers. */
PAPERSEARCH_EXPORT size_t
papersearch_statistics_sections(const papersearch_statistics* statistics);
/* Papers whose votes are known. */
PAPERSEARCH_EXPORT size_t
papersearch_statistics_votes_known(const papersearch_statistics* statistics);
/* First and last day of a listing, "YYYY-MM-DD"; "" when no paper has a date. */
PAPERSEARCH_EXPORT const char* papersearch_statistics_first_date(
    const papersearch_statistics* statistics);
PAPERSEARCH_EXPORT const char* papersearch_statistics_last_date(
    const papersearch_statistics* statistics);
/* When the index was last changed, UTC: "2025-04-23T03:28:02Z". */
PAPERSEARCH_EXPORT const char* papersearch_statistics_last_indexed(
    const papersearch_statistics* statistics);
/* The version of papersearch that changed it. */
PAPERSEARCH_EXPORT const char* papersearch_statistics_indexed_by(
    const papersearch_statistics* statistics);
/* From how many sources it was made, and how much of them could not be used. */
PAPERSEARCH_EXPORT size_t
papersearch_statistics_files(const papersearch_statistics* statistics);
PAPERSEARCH_EXPORT size_t
papersearch_statistics_complaints(const papersearch_statistics* statistics);
/* Of the format of the index. */
PAPERSEARCH_EXPORT uint32_t
papersearch_statistics_schema_version(const papersearch_statistics* statistics);
PAPERSEARCH_EXPORT uint32_t
papersearch_statistics_analyzer_version(const papersearch_statistics* statistics);
/* Its size on disk. */
PAPERSEARCH_EXPORT uint64_t
papersearch_statistics_bytes(const papersearch_statistics* statistics);

#ifdef __cplusplus
}
#endif

#endif
