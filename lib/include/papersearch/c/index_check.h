/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finding out whether an index is sound. */
#ifndef PAPERSEARCH_C_INDEX_CHECK_H
#define PAPERSEARCH_C_INDEX_CHECK_H

#include <stddef.h>

#include "papersearch/c/status.h"
#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a check found. */
typedef struct papersearch_check papersearch_check;

/* Reads the whole index in folder `path` and compares it with itself; takes somewhat less
 * time than a rebuild, and changes nothing. An index that is damaged so badly that it does
 * not open is an index with a problem: the call succeeds. PAPERSEARCH_INDEX_MISSING,
 * _INDEX_VERSION or _IO when there is nothing to look at, _INDEX_LOCKED when a writer
 * changed it so often meanwhile that no verdict was reached. */
PAPERSEARCH_EXPORT papersearch_status papersearch_check_index(const char* path,
                                                              papersearch_check** check);
PAPERSEARCH_EXPORT void papersearch_check_free(papersearch_check* check);

/* What was looked at, e.g. "generation.7". */
PAPERSEARCH_EXPORT const char* papersearch_check_generation(const papersearch_check* check);
/* Papers that it holds. */
PAPERSEARCH_EXPORT size_t papersearch_check_papers(const papersearch_check* check);
/* 0: the index is sound. */
PAPERSEARCH_EXPORT size_t papersearch_check_problem_count(const papersearch_check* check);
/* What is wrong, for people, one line each, UTF-8 or not: the first hundred, then NULL. */
PAPERSEARCH_EXPORT const char* papersearch_check_problem(const papersearch_check* check,
                                                         size_t index);

#ifdef __cplusplus
}
#endif

#endif
