/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Making an index, and bringing it up to date. */
#ifndef PAPERSEARCH_C_WRITER_H
#define PAPERSEARCH_C_WRITER_H

#include <stddef.h>

#include "papersearch/c/paper.h"
#include "papersearch/c/status.h"
#include "papersearch/c/text.h"
#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Brings the index in a folder up to date: after a commit it holds exactly the papers that
 * were added, and those of the sources that were kept. A program that gives all its papers
 * every time needs papersearch_writer_add() and papersearch_writer_commit() alone.
 *
 * Nothing is visible to readers before the commit, which changes the index at once. A
 * writer that is freed without a commit, or killed at any time, leaves the index as it was.
 *
 * One writer per index, across all processes; one thread at a time. */
typedef struct papersearch_writer papersearch_writer;

/* To be or-ed together. */
enum papersearch_writer_flags {
  PAPERSEARCH_WRITER_REBUILD = 1,   /* write the whole index anew */
  PAPERSEARCH_WRITER_NO_LATENT = 2, /* do not learn to rank by nearness in meaning */
  PAPERSEARCH_WRITER_DRY_RUN = 4    /* nothing is locked, made or written */
};

/* Takes the index in folder `path` for writing; the folder is created when it is missing.
 * PAPERSEARCH_INDEX_LOCKED (the message names the other process), _NO_SPACE, _IO,
 * _INVALID_ARGUMENT when the folder holds something else than an index or `flags` none of
 * these, and _INDEX_VERSION when a newer version wrote the index. */
PAPERSEARCH_EXPORT papersearch_status papersearch_writer_open(const char* path,
                                                              unsigned flags,
                                                              papersearch_writer** writer);
PAPERSEARCH_EXPORT void papersearch_writer_free(papersearch_writer* writer);

/* Adds one entry, which is copied. Entries with the same id become one paper, see
 * papersearch_paper_merge(). PAPERSEARCH_INVALID_ARGUMENT, the message saying what is
 * wrong, when the id is none, the title is empty, the date is no date, or a text is no
 * valid UTF-8; such an entry is not taken, and the writer goes on. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_writer_add(papersearch_writer* writer, const papersearch_paper* entry);
/* Different papers added so far. */
PAPERSEARCH_EXPORT size_t papersearch_writer_size(const papersearch_writer* writer);

/* What the index remembers of a source, a file for instance, beside its papers. */
typedef struct papersearch_source papersearch_source;

/* `fingerprint` is something that changes whenever what was added of the source may, see
 * papersearch_content_hash(); `entries` is how many entries it holds. */
PAPERSEARCH_EXPORT papersearch_status papersearch_source_new(const char* fingerprint,
                                                             size_t entries,
                                                             papersearch_source** source);
/* Notes that something of the source could not be used; `line` from 1, or 0 for the whole.
 */
PAPERSEARCH_EXPORT papersearch_status papersearch_source_add_complaint(
    papersearch_source* source, size_t line, const char* reason);
PAPERSEARCH_EXPORT void papersearch_source_free(papersearch_source* source);
PAPERSEARCH_EXPORT const char* papersearch_source_fingerprint(
    const papersearch_source* source);
PAPERSEARCH_EXPORT size_t papersearch_source_entries(const papersearch_source* source);
PAPERSEARCH_EXPORT size_t
papersearch_source_complaint_count(const papersearch_source* source);
PAPERSEARCH_EXPORT size_t
papersearch_source_complaint_line(const papersearch_source* source, size_t index);
PAPERSEARCH_EXPORT const char* papersearch_source_complaint_reason(
    const papersearch_source* source, size_t index);

/* What the index has of the source `name`; NULL when it has none of that name. Valid until
 * the commit. */
PAPERSEARCH_EXPORT const papersearch_source* papersearch_writer_find_source(
    const papersearch_writer* writer, const char* name);
/* The names of all sources that it finds, in order. */
PAPERSEARCH_EXPORT papersearch_status papersearch_writer_source_names(
    const papersearch_writer* writer, papersearch_texts** names);
/* Leaves what the index has of the source; `kept`, if not NULL, is set to 0 when it has
 * none of that name, else to 1. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_writer_keep_source(papersearch_writer* writer, const char* name, int* kept);
/* What is added from here on is of the source `name`, in place of what the index has of
 * it. The name is not empty. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_writer_begin_source(papersearch_writer* writer, const char* name);
/* Ends the source that was begun; `source` is copied. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_writer_end_source(papersearch_writer* writer, const papersearch_source* source);

/* What a commit changed, against the index that was there before, in papers. */
typedef struct papersearch_report papersearch_report;

/* What a commit does. */
enum papersearch_change {
  PAPERSEARCH_CHANGE_NOTHING = 0,       /* the index was current */
  PAPERSEARCH_CHANGE_UPDATE = 1,        /* what changed is changed in it */
  PAPERSEARCH_CHANGE_NEW_GENERATION = 2 /* a new one takes its place */
};

PAPERSEARCH_EXPORT void papersearch_report_free(papersearch_report* report);
/* In the index now. */
PAPERSEARCH_EXPORT size_t papersearch_report_papers(const papersearch_report* report);
PAPERSEARCH_EXPORT size_t papersearch_report_added(const papersearch_report* report);
PAPERSEARCH_EXPORT size_t papersearch_report_updated(const papersearch_report* report);
PAPERSEARCH_EXPORT size_t papersearch_report_unchanged(const papersearch_report* report);
PAPERSEARCH_EXPORT size_t papersearch_report_removed(const papersearch_report* report);
/* One of papersearch_change. */
PAPERSEARCH_EXPORT int papersearch_report_change(const papersearch_report* report);

/* Called from time to time with the number of papers written so far and of all that will
 * be, and what the caller gave; anything but 0 ends the commit. */
typedef int (*papersearch_progress)(size_t done, size_t all, void* data);

/* What the commit would change. Fails as it does. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_writer_preview(papersearch_writer* writer, papersearch_report** report);
/* Writes the changes; where nothing at all would change, nothing is written. To be called
 * once. `progress` and `report` may be NULL. PAPERSEARCH_NO_SPACE, _IO, _INDEX_CORRUPT (the
 * index is damaged, and sources were to be kept: rebuild it) or _CANCELLED (`progress`
 * wanted it), and the old index stays. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_writer_commit(papersearch_writer* writer, papersearch_progress progress,
                          void* data, papersearch_report** report);

#ifdef __cplusplus
}
#endif

#endif
