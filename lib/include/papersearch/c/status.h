/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a call of the C interface fails. */
#ifndef PAPERSEARCH_C_STATUS_H
#define PAPERSEARCH_C_STATUS_H

#include <stddef.h>

#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What became of a call. */
typedef enum papersearch_status {
  PAPERSEARCH_OK = 0,
  PAPERSEARCH_INVALID_ARGUMENT = 1, /* NULL, or outside its range; the message names it */
  PAPERSEARCH_QUERY_SYNTAX = 2,     /* see papersearch_error_range() */
  PAPERSEARCH_NOT_FOUND = 3,        /* no paper has the given id */
  PAPERSEARCH_INDEX_MISSING = 4,    /* there is no index at the path */
  PAPERSEARCH_INDEX_LOCKED = 5,     /* another writer is at work on the index */
  PAPERSEARCH_INDEX_CORRUPT = 6,    /* the index is damaged; rebuild it */
  PAPERSEARCH_INDEX_VERSION = 7,    /* a newer or older, incompatible version wrote it */
  PAPERSEARCH_NO_SPACE = 8,         /* the disk is full */
  PAPERSEARCH_IO = 9,               /* any other trouble with a file or folder */
  PAPERSEARCH_CANCELLED = 10,       /* the caller wanted it to end */
  PAPERSEARCH_INTERNAL = 11,        /* a defect of this library; please report it */
  PAPERSEARCH_NO_MEMORY = 12,
  PAPERSEARCH_UNAVAILABLE = 13 /* a shard on another machine does not answer */
} papersearch_status;

/* A half-open range [begin, end) of bytes in a text. */
typedef struct papersearch_range {
  size_t begin;
  size_t end;
} papersearch_range;

/*
 * What the last call of this thread that did not give PAPERSEARCH_OK has to say. Calls that
 * succeed leave it alone. Every thread has its own.
 */

/* For people: UTF-8, one line, safe for a terminal, no final full stop; "" when no call has
 * failed. Valid until the next call that fails in this thread. */
PAPERSEARCH_EXPORT const char* papersearch_error_message(void);

/* What that call gave; PAPERSEARCH_OK when none has failed. */
PAPERSEARCH_EXPORT papersearch_status papersearch_error_status(void);

/* Whether the error points at bytes of the query, as PAPERSEARCH_QUERY_SYNTAX does: then 1,
 * and `range` (if not NULL) is set to them. */
PAPERSEARCH_EXPORT int papersearch_error_range(papersearch_range* range);

/* The name of a status as it stands in logs, e.g. "query-syntax"; never NULL. */
PAPERSEARCH_EXPORT const char* papersearch_status_name(int status);

#ifdef __cplusplus
}
#endif

#endif
