/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Texts, and what programs need to handle those from outside safely. */
#ifndef PAPERSEARCH_C_TEXT_H
#define PAPERSEARCH_C_TEXT_H

#include <stddef.h>

#include "papersearch/c/status.h"
#include "papersearch/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the library that runs, e.g. "0.1.0". */
PAPERSEARCH_EXPORT const char* papersearch_version(void);

/* Frees a text that was given back as char*. */
PAPERSEARCH_EXPORT void papersearch_text_free(char* text);

/* Where the index is when nobody says: $PAPERSEARCH_DB, else
 * $XDG_DATA_HOME/papersearch/index, else ~/.local/share/papersearch/index; "" when none of
 * these variables is set. To be freed with papersearch_text_free(). */
PAPERSEARCH_EXPORT papersearch_status papersearch_default_index_path(char** path);

/* `text` made safe for a terminal and for one line of a log: white space and line ends
 * become a space each, control characters and those that change the direction of writing
 * are left out, bad bytes become U+FFFD. To be freed with papersearch_text_free(). */
PAPERSEARCH_EXPORT papersearch_status papersearch_printable(const char* text, char** out);

/* 1 when the first `size` bytes of `text` are valid UTF-8; else 0, and `bad_offset` (if not
 * NULL) is set to the first byte that belongs to no character. */
PAPERSEARCH_EXPORT int papersearch_is_valid_utf8(const char* text, size_t size,
                                                 size_t* bad_offset);

/* 1 for a day of the calendar written "YYYY-MM-DD". */
PAPERSEARCH_EXPORT int papersearch_is_calendar_date(const char* text);

/* The digits of a content_hash, and the NUL byte. */
#define PAPERSEARCH_HASH_SIZE 33

/* Writes a hash of `size` bytes (XXH3, 128 bits) in 32 hexadecimal digits to `out`: the
 * same content always has the same, and in practice no other has it. */
PAPERSEARCH_EXPORT papersearch_status
papersearch_content_hash(const void* content, size_t size, char out[PAPERSEARCH_HASH_SIZE]);

/* A list of texts. */
typedef struct papersearch_texts papersearch_texts;

PAPERSEARCH_EXPORT size_t papersearch_texts_count(const papersearch_texts* texts);
PAPERSEARCH_EXPORT const char* papersearch_texts_at(const papersearch_texts* texts,
                                                    size_t index);
PAPERSEARCH_EXPORT void papersearch_texts_free(papersearch_texts* texts);

#ifdef __cplusplus
}
#endif

#endif
