/* Subjects that a reader hands over, kept for a test to look at. */
#pragma once

#include "names/gather.h"

enum { TAKEN_MOST = 64 };

typedef struct taken {
    rt_arena arena;
    rt_subject at[TAKEN_MOST];
    size_t n;
} taken;

/* `to` is the taken. */
static inline rt_status take(void *to, const rt_subject *s, rt_error *err) {
    taken *t = to;
    if (t->n == TAKEN_MOST) return rt_fail(err, RT_LIMIT, "more subjects than the test takes");
    t->at[t->n++] = rt_subject_copy(&t->arena, s);
    return rt_ok;
}

static inline bool has_name(const rt_subject *s, const char *name) {
    for (size_t i = 0; i < s->names.n; i++)
        if (rt_str_is(s->names.at[i], name)) return true;
    return false;
}
