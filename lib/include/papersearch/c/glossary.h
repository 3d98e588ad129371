/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What terms are taken to mean: their names in the other language, and in short. */
#ifndef PAPERSEARCH_C_GLOSSARY_H
#define PAPERSEARCH_C_GLOSSARY_H

#include <stddef.h>

#include "papersearch/c/status.h"
#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Who says that two names mean the same. */
enum papersearch_name_source {
  PAPERSEARCH_NAME_USER = 0,     /* a file given to papersearch_searcher_add_synonyms() */
  PAPERSEARCH_NAME_REVIEWED = 1, /* the glossary that comes with the library */
  PAPERSEARCH_NAME_LEARNED = 2   /* the papers of the index */
};

/* The terms of a text that have other names, in order. */
typedef struct papersearch_glossary papersearch_glossary;

PAPERSEARCH_EXPORT void papersearch_glossary_free(papersearch_glossary* glossary);
PAPERSEARCH_EXPORT size_t
papersearch_glossary_entry_count(const papersearch_glossary* glossary);
/* Where the term stands in the text that was asked about; an empty range for an index
 * outside of its range. */
PAPERSEARCH_EXPORT papersearch_range
papersearch_glossary_entry_range(const papersearch_glossary* glossary, size_t entry);

/* The other names of one entry, in the order in which a search tries them. */
PAPERSEARCH_EXPORT size_t
papersearch_glossary_name_count(const papersearch_glossary* glossary, size_t entry);
PAPERSEARCH_EXPORT const char* papersearch_glossary_name(
    const papersearch_glossary* glossary, size_t entry, size_t index);
/* One of papersearch_name_source. */
PAPERSEARCH_EXPORT int papersearch_glossary_name_source(
    const papersearch_glossary* glossary, size_t entry, size_t index);
/* Papers of the index that say the two are one; 0 when too few for learning it. */
PAPERSEARCH_EXPORT size_t papersearch_glossary_name_support(
    const papersearch_glossary* glossary, size_t entry, size_t index);

#ifdef __cplusplus
}
#endif

#endif
