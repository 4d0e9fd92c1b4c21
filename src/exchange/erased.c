#include "exchange/erased.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "store/cursor.h"

/* One erasure each: the last that speaks of the dataset; and the last that took something of none. */
typedef struct source {
    rt_str dataset, recorded_at, authority;
} source;

struct rt_erased {
    rt_arena arena;
    source *at;
    size_t n;
    source last;     /* of all: what has no dataset may have gone by any of them */
    source document; /* the last that took one */
};

static source *source_of(const rt_erased *x, rt_str dataset) {
    for (size_t i = 0; i < x->n; i++)
        if (rt_str_eq(x->at[i].dataset, dataset)) return &x->at[i];
    return NULL;
}

static void note(rt_erased *x, const rt_entry *erasure) {
    const source s = {.recorded_at = rt_str_copy(&x->arena, erasure->recorded_at),
                      .authority = rt_str_copy(&x->arena, erasure->authority)};
    for (size_t i = 0; i < erasure->datasets.n; i++) {
        source *of = source_of(x, erasure->datasets.at[i]);
        if (of == NULL) {
            x->at = rt_grow(&x->arena, x->at, x->n, sizeof *x->at);
            of = &x->at[x->n++];
        }
        *of = s;
        of->dataset = rt_str_copy(&x->arena, erasure->datasets.at[i]);
    }
    x->last = s;
    if (rt_strs_have(erasure->types, RT_S("document"))) x->document = s;
}

static rt_status read_all(rt_cursor *c, rt_erased **x, rt_error *err) {
    rt_seen_entry e;
    for (bool more;;) {
        RT_TRY(rt_cursor_next(c, &e, &more, err));
        if (!more) return rt_ok;
        if (*x == NULL) {
            *x = rt_alloc(sizeof **x);
            memset(*x, 0, sizeof **x);
        }
        note(*x, &e.e);
    }
}

rt_status rt_erased_open(rt_store *store, rt_erased **erased, rt_error *err) {
    const rt_lens_spec everything = {.narrowed = false};
    rt_lens *lens;
    rt_cursor *c = NULL;
    *erased = NULL;
    RT_TRY(rt_lens_open(store, &everything, &lens, err));
    rt_status s = rt_cursor_erasures(lens, &c, err);
    if (s.code == RT_OK) s = read_all(c, erased, err);
    rt_cursor_close(c);
    rt_lens_close(lens);
    return s;
}

void rt_erased_close(rt_erased *erased) {
    if (erased == NULL) return;
    rt_arena_close(&erased->arena);
    free(erased);
}

static rt_status refuse(const source *s, rt_str of, rt_error *err) {
    return rt_fail(
        err, RT_DENIED, /* no bad record, which --keep-going would pass over */
        "something was erased from %.*s on %.*s, on the order of %.*s, and nothing was kept by which it could "
        "be known again: take it out of what is imported, then import with --after-erasure",
        RT_FMT(of), RT_FMT(rt_str_cut(s->recorded_at, 10)), RT_FMT(s->authority));
}

rt_status rt_erased_check(const rt_erased *x, const rt_entry *e, rt_error *err) {
    if (x == NULL) return rt_ok;
    const source *of = e->dataset.len > 0 ? source_of(x, e->dataset) : NULL;
    if (of != NULL) return refuse(of, of->dataset, err);
    const bool restored = e->recorded_at.len > 0 && rt_str_cmp(e->recorded_at, x->last.recorded_at) < 0;
    return e->dataset.len == 0 && restored ? refuse(&x->last, RT_S("this case"), err) : rt_ok;
}

bool rt_erased_document(const rt_erased *x, rt_str *day, rt_str *authority) {
    if (x == NULL || x->document.recorded_at.len == 0) return false;
    *day = rt_str_cut(x->document.recorded_at, 10);
    *authority = x->document.authority;
    return true;
}
