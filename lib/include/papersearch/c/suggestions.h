/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ways to complete a half-typed query. */
#ifndef PAPERSEARCH_C_SUGGESTIONS_H
#define PAPERSEARCH_C_SUGGESTIONS_H

#include <stddef.h>

#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a suggestion completes. */
enum papersearch_suggestion_kind {
  PAPERSEARCH_SUGGESTION_TERM = 0,
  PAPERSEARCH_SUGGESTION_TITLE = 1,
  PAPERSEARCH_SUGGESTION_AUTHOR = 2
};

/* A list, best first. */
typedef struct papersearch_suggestions papersearch_suggestions;

PAPERSEARCH_EXPORT void papersearch_suggestions_free(papersearch_suggestions* suggestions);
PAPERSEARCH_EXPORT size_t
papersearch_suggestions_count(const papersearch_suggestions* suggestions);
/* One of papersearch_suggestion_kind. */
PAPERSEARCH_EXPORT int papersearch_suggestions_kind(
    const papersearch_suggestions* suggestions, size_t index);
/* The whole query, completed. */
PAPERSEARCH_EXPORT const char* papersearch_suggestions_text(
    const papersearch_suggestions* suggestions, size_t index);
/* Papers that hold it, or all its words. */
PAPERSEARCH_EXPORT size_t
papersearch_suggestions_documents(const papersearch_suggestions* suggestions, size_t index);

#ifdef __cplusplus
}
#endif

#endif
