/* What stands behind an rt_case, and what the functions of the public API share. Private to src/api.
 *
 * Each function begins with rt_case_begin, does its work with the statuses and errors of the floors below, and ends
 * with rt_case_end, which turns both into those of the public header. */
#pragma once

#include "base/buf.h"
#include "redthread.h"
#include "store/lens.h"

struct rt_case {
    char *path; /* NULL: no case is open */
    rt_case_mode mode;
    rt_store *reader; /* the case as it was at the first read; NULL: none yet */
    rt_arena arena;   /* of one call and of the text that it hands out */
    rt_error error;
    rt_case_error shown; /* the same as callers see it; its texts are those of `error` */
};

/* Forgets the last call's error and text. */
void rt_case_begin(rt_case *c);

/* The status as a code, with c->error behind rt_case_last_error. */
rt_case_code rt_case_end(rt_case *c, rt_status s);

rt_case_error rt_case_error_of(const rt_error *e);

/* The open case for reading; made at the first read. RT_USAGE when no case is open. */
RT_RESULT rt_case_reader(rt_case *c, rt_store **store);

/* The open case for writing, to be closed by the caller, which then calls rt_case_refresh. RT_USAGE when none is open,
 * or for reading only. */
RT_RESULT rt_case_writer(rt_case *c, rt_store **store);

/* Closes what is read through; what is read next is the case as it is then. No lens may be open. */
void rt_case_forget_reader(rt_case *c);

/* A text that came in: valid UTF-8, or RT_USAGE that names it. NULL gives the empty slice. */
RT_RESULT rt_case_text(rt_case *c, const char *name, const char *text, rt_str *s);
RT_RESULT rt_case_texts(rt_case *c, const char *name, const char *const *texts, size_t n, rt_strs *list);

/* The caller's struct as this library knows it: what an older caller does not have is empty. RT_USAGE when its size is
 * not set. Nothing is copied from NULL. */
RT_RESULT rt_case_take(rt_case *c, const char *name, const void *given, void *taken, size_t size);

/* A handling in its canonical form; NULL gives none. RT_USAGE for a text that is no handling. */
RT_RESULT rt_case_handling(rt_case *c, const char *text, rt_str *handling);

/* A lens on the case for this call, to be closed by the caller. */
RT_RESULT rt_case_lens_open(rt_case *c, const rt_case_lens *given, rt_lens **lens);

/* The value as JSON that the handle owns. */
const char *rt_case_json(rt_case *c, const struct rt_value *value);
