/* Entries `sent`: that something of the case went out, to whom, as what, and through which lens it was made. */
#pragma once

#include "base/str.h"

/* A part of the lens, as the command line asks for it: "clear=hawk,amber", "at=2012", "said-by=DAY", "as-of=DAY" (or a
 * time, or a batch's id), "source=NAME", "as-if-same=A=B", "as-if-apart=A=B". */
bool rt_is_through(rt_str s, const char **why);

/* The value of the next part with this name, from *at on, which is moved behind it: start with 0. False when there is
 * none. */
bool rt_through_next(rt_strs through, const char *name, size_t *at, rt_str *value);

/* The value of the first part with this name; empty when there is none. */
rt_str rt_through_value(rt_strs through, const char *name);

/* What stands in the place of an id that was erased, in any text of such an entry. */
#define RT_SENT_ERASED "(erased)"

/* What a format holds of what its lens lets through. */
typedef enum rt_carries {
    RT_CARRIES_SOME,      /* nobody can tell which entries */
    RT_CARRIES_FILE,      /* the whole case, whatever the lens */
    RT_CARRIES_ENTRIES,   /* every entry but `batch`, `read` and `sent` */
    RT_CARRIES_DOCUMENTS, /* the bytes of documents */
    RT_CARRIES_VALUES,    /* of statements, those that somebody asserts and nobody took back */
    RT_CARRIES_CLUSTERS,  /* the same, and who is judged one with whom */
} rt_carries;

/* Of a format's name; one that this program does not know carries some. */
rt_carries rt_format_carries(rt_str format);
