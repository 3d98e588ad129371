/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Options of a search. The query language: papersearch-query(7). */
#ifndef PAPERSEARCH_C_OPTIONS_H
#define PAPERSEARCH_C_OPTIONS_H

#include <stddef.h>
#include <stdint.h>

#include "papersearch/c/status.h"
#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The order of hits. */
enum papersearch_sort {
  PAPERSEARCH_SORT_RELEVANCE = 0, /* best first: relevance blended with votes */
  PAPERSEARCH_SORT_VOTES = 1,     /* most votes first, unknown votes last */
  PAPERSEARCH_SORT_DATE = 2       /* newest listing first */
};

/* What to look for beside the words, and what to give back. May be used for any number of
 * searches, and changed in between. Values out of range are complained of by the search. */
typedef struct papersearch_options papersearch_options;

/* The defaults, which are those of the command line; NULL in place of options means them.
 */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_new(papersearch_options** options);
PAPERSEARCH_EXPORT void papersearch_options_free(papersearch_options* options);

/* How many hits to return, at most; 0 to 10,000. 0 only counts. Default: 10. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_limit(papersearch_options* options, size_t limit);
/* How many of the best hits to leave out first; 0 to 1,000,000. Default: 0. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_offset(papersearch_options* options, size_t offset);
/* One of papersearch_sort. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_sort(papersearch_options* options, int sort);

/* Only papers first listed in this span: "YYYY", "YYYY-MM" or "YYYY-MM-DD", both ends
 * included. "": no limit. Papers without a date do not pass. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_since(papersearch_options* options, const char* date);
/* The end of that span. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_until(papersearch_options* options, const char* date);
/* Only papers with at least so many votes; PAPERSEARCH_VOTES_UNKNOWN: all papers. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_min_votes(papersearch_options* options, int64_t votes);
/* Only papers by this author too, a name or a part of it. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_add_author(papersearch_options* options, const char* name);
/* Look for the words in this section only, or in those added before: "title", "new",
 * "technical", "performance", "abstract", "other", or a usual name in any spelling. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_add_section(papersearch_options* options, const char* name);

/* Not 0: only the words themselves, not their other names. Default: 0. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_exact(papersearch_options* options, int exact);
/* Not 0: look for a better spelling of words that hardly any paper holds. Default: 1. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_correct_spelling(papersearch_options* options, int correct);

/* How much votes count, 0 to 1; 0 ranks by relevance alone. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_votes_weight(papersearch_options* options, double weight);
/* How much nearness in meaning counts, 0 to 1. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_latent_weight(papersearch_options* options, double weight);
/* How much it counts that words stand side by side, 0 to 1. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_closeness_weight(papersearch_options* options, double weight);

/* The most snippets of one hit; 0 for none. Default: 2. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_snippets(papersearch_options* options, size_t count);
/* The length of one snippet, at most, in Unicode code points. Default: 240. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_snippet_length(papersearch_options* options, size_t length);
/* Not 0: count the hits by month, author and section. Default: 0. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_facets(papersearch_options* options, int facets);
/* The most values of one facet. Default: 10. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_facet_limit(papersearch_options* options, size_t limit);
/* Not 0: say for each hit how its score came about. Default: 0. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_options_set_explain(papersearch_options* options, int explain);

#ifdef __cplusplus
}
#endif

#endif
