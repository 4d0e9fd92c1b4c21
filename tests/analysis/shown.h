/* What a reader may see, told from the entries alone: against what the store says. */
#pragma once

#include "model/entry.h"
#include "model/handling.h"

typedef struct made {
    rt_entry e; /* with its id, once it was added */
    char id[32];
} made;

typedef struct made_list {
    const made *at;
    size_t n;
} made_list;

static inline const made *entry_with(made_list all, rt_str id) {
    for (size_t i = 0; i < all.n; i++)
        if (rt_str_eq(all.at[i].e.id, id)) return &all.at[i];
    return NULL;
}

static inline bool shows_entity(made_list all, rt_str clear, rt_str id) {
    for (size_t i = 0; i < all.n; i++) {
        const rt_entry *e = &all.at[i].e;
        if (e->type == RT_STATEMENT && rt_str_eq(e->entity, id) && rt_handling_seen(e->handling, clear)) return true;
    }
    return false;
}

/* An act is seen when all that it names is. */
static inline bool shows(made_list all, rt_str clear, const rt_entry *e) {
    const rt_str left = e->type == RT_ABSENT_FROM ? e->entity : RT_S("");
    const rt_str named[] = {e->from, e->to, e->about, e->a, e->b, e->statement, left};
    if (!rt_handling_seen(e->handling, clear)) return false;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (named[i].len == 0) continue;
        const made *m = entry_with(all, named[i]);
        if (m != NULL ? !shows(all, clear, &m->e) : !shows_entity(all, clear, named[i])) return false;
    }
    return true;
}
