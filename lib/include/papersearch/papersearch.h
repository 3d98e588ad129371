/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The C interface: all that the C++ headers offer, for C99 and for every language that can
 * call C.
 *
 *     papersearch_searcher* searcher;
 *     papersearch_result* result;
 *     if (papersearch_searcher_open("/home/me/index", &searcher) != PAPERSEARCH_OK) {
 *       fprintf(stderr, "%s\n", papersearch_error_message());
 *       return 1;
 *     }
 *     if (papersearch_searcher_search(searcher, "reinforcement learning", NULL, &result) ==
 *         PAPERSEARCH_OK) {
 *       for (size_t i = 0; i < papersearch_result_hit_count(result); ++i) {
 *         const papersearch_hit* hit = papersearch_result_hit(result, i);
 *         puts(papersearch_paper_title(papersearch_hit_paper(hit)));
 *       }
 *       papersearch_result_free(result);
 *     }
 *     papersearch_searcher_free(searcher);
 *
 * What holds for every function:
 *
 * Text is UTF-8 and ends with a NUL byte, in and out. A text of an index that holds a NUL
 * byte itself ends there for C. Offsets and lengths are bytes.
 *
 * Who owns what: a handle that a call gives back through a pointer without const, or that
 * a function named ..._new gives, is the caller's, to be given to the ..._free of its type
 * once. All else, texts and handles to const, belongs to the handle it was asked of and
 * lives as long as that, or until that is changed. What is passed in is copied where it is
 * kept. A result outlives the searcher that gave it.
 *
 * Errors: a function that can fail gives a papersearch_status, and says more of it in
 * papersearch_error_message(). On failure what it was to give back is NULL or 0. No
 * exception leaves a function, and none may enter one through a callback. A searcher or
 * writer of which a call gave PAPERSEARCH_NO_MEMORY is only to be freed.
 *
 * NULL: a NULL where a text or a handle is needed is PAPERSEARCH_INVALID_ARGUMENT.
 * Functions that only look something up give NULL or 0 for a NULL handle, and for an index
 * outside of its range. ..._free(NULL) does nothing. Where NULL means something, the
 * function says so.
 *
 * Threads: distinct handles may be used by several threads at once. One that is changed
 * (a searcher changes by every call) must not be shared without locking; results, papers
 * and the like may be read by several threads.
 *
 * Functions and constants are only ever added; the numbers of constants stay.
 */
#ifndef PAPERSEARCH_PAPERSEARCH_H
#define PAPERSEARCH_PAPERSEARCH_H

#include "papersearch/c/glossary.h"
#include "papersearch/c/hit.h"
#include "papersearch/c/index_check.h"
#include "papersearch/c/options.h"
#include "papersearch/c/paper.h"
#include "papersearch/c/result.h"
#include "papersearch/c/searcher.h"
#include "papersearch/c/statistics.h"
#include "papersearch/c/status.h"
#include "papersearch/c/suggestions.h"
#include "papersearch/c/tally.h"
#include "papersearch/c/text.h"
#include "papersearch/c/writer.h"

#endif
