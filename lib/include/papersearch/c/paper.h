/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A paper: what a search finds, and what a writer takes. */
#ifndef PAPERSEARCH_C_PAPER_H
#define PAPERSEARCH_C_PAPER_H

#include <stddef.h>
#include <stdint.h>

#include "papersearch/c/status.h"
#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* In place of the votes of a paper where they are not known, which is not zero. */
#define PAPERSEARCH_VOTES_UNKNOWN (-1)

/* One paper, and what the digests say about it. */
typedef struct papersearch_paper papersearch_paper;

/* Reading. */

/* arXiv id without version, "2504.16084", or an id of one's own. */
PAPERSEARCH_EXPORT const char* papersearch_paper_id(const papersearch_paper* paper);
PAPERSEARCH_EXPORT const char* papersearch_paper_title(const papersearch_paper* paper);
/* The day of the first listing as "YYYY-MM-DD"; "" when not known. */
PAPERSEARCH_EXPORT const char* papersearch_paper_date(const papersearch_paper* paper);
/* Up-votes, or PAPERSEARCH_VOTES_UNKNOWN. */
PAPERSEARCH_EXPORT int64_t papersearch_paper_votes(const papersearch_paper* paper);

PAPERSEARCH_EXPORT size_t papersearch_paper_author_count(const papersearch_paper* paper);
PAPERSEARCH_EXPORT const char* papersearch_paper_author(const papersearch_paper* paper,
                                                        size_t index);

/* The parts of its summary. The paper of a hit has none: papersearch_searcher_find() gives
 * the whole one. */
PAPERSEARCH_EXPORT size_t papersearch_paper_section_count(const papersearch_paper* paper);
/* As the digest has it ("What's New"); "" for text that stands under no name. */
PAPERSEARCH_EXPORT const char* papersearch_paper_section_name(
    const papersearch_paper* paper, size_t index);
/* Plain text. Lines are separated by '\n' where the digest had bullets. */
PAPERSEARCH_EXPORT const char* papersearch_paper_section_text(
    const papersearch_paper* paper, size_t index);

/* The address of the paper: the one it was given, else that of its arXiv id,
 * "https://arxiv.org/abs/2504.16084", else "". To be freed with papersearch_text_free(). */
PAPERSEARCH_EXPORT papersearch_status papersearch_paper_url(const papersearch_paper* paper,
                                                            char** url);

/* Making one for papersearch_writer_add(), which also checks it. A new one is empty, its
 * votes are not known. */
PAPERSEARCH_EXPORT papersearch_status papersearch_paper_new(papersearch_paper** paper);
PAPERSEARCH_EXPORT void papersearch_paper_free(papersearch_paper* paper);

PAPERSEARCH_EXPORT papersearch_status papersearch_paper_set_id(papersearch_paper* paper,
                                                               const char* id);
PAPERSEARCH_EXPORT papersearch_status papersearch_paper_set_title(papersearch_paper* paper,
                                                                  const char* title);
PAPERSEARCH_EXPORT papersearch_status papersearch_paper_set_date(papersearch_paper* paper,
                                                                 const char* date);
/* PAPERSEARCH_VOTES_UNKNOWN takes them away. */
PAPERSEARCH_EXPORT papersearch_status papersearch_paper_set_votes(papersearch_paper* paper,
                                                                  int64_t votes);
PAPERSEARCH_EXPORT papersearch_status papersearch_paper_add_author(papersearch_paper* paper,
                                                                   const char* name);
/* `name` may be "". */
PAPERSEARCH_EXPORT papersearch_status
papersearch_paper_add_section(papersearch_paper* paper, const char* name, const char* text);

/* Where the paper is; not needed for one at arXiv. */
PAPERSEARCH_EXPORT papersearch_status papersearch_paper_set_url(papersearch_paper* paper,
                                                                const char* url);

/* One paper from two entries of it, left in `paper`: sections of both (an identical one
 * once, the abstract last), the larger known votes, the earlier known date and its title,
 * the longer list of authors. A writer merges the entries it is given so. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_paper_merge(papersearch_paper* paper, const papersearch_paper* entry);

/* The id in `text`, or NULL in `id` when there is none. Of arXiv, without version: a bare
 * id, "arXiv:2504.16084v2", addresses under arxiv.org and huggingface.co/papers. Of one's
 * own: at most 64 ASCII letters, digits and . _ : / - , the first a letter or a digit, not
 * all letters, and nothing that looks like an arXiv id gone wrong or an address. To be
 * freed with papersearch_text_free(). */
PAPERSEARCH_EXPORT papersearch_status papersearch_parse_id(const char* text, char** id);

#ifdef __cplusplus
}
#endif

#endif
