// SPDX-License-Identifier: GPL-2.0-or-later
// What the shared library shows to the programs that link it. Everything that is
// not marked with PAPERSEARCH_EXPORT stays hidden.
#pragma once

#if defined(PAPERSEARCH_STATIC)
#define PAPERSEARCH_EXPORT
#elif defined(__GNUC__)
#define PAPERSEARCH_EXPORT __attribute__((visibility("default")))
#else
#define PAPERSEARCH_EXPORT
#endif
