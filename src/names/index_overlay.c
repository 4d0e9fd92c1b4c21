#include "names/index_overlay.h"

#include <stdlib.h>
#include <string.h>

#include "names/index_overlaid.h"

/* --- opening ------------------------------------------------------------------------------------------------------ */

/* The overlay first: where a rebuild comes between, the old overlay says that the new index has absorbed it, while the
 * old index without its overlay would lack the changes. */
static rt_status open_both(const char *path, rt_overlaid *o, rt_error *err) {
    RT_TRY(rt_overlay_file_open(path, &o->over, err));
    RT_TRY(rt_index_open(path, &o->base, err));
    const rt_status s = rt_overlay_file_fits(&o->over, o->base, err);
    if (s.code == RT_OK) return rt_ok;
    char *overlay = rt_overlay_path(path, ".overlay");
    rt_error_at(err, overlay, 0, 0);
    free(overlay);
    return s;
}

rt_status rt_overlaid_open(const char *path, rt_overlaid **overlaid, rt_error *err) {
    rt_overlaid *o = rt_alloc(sizeof *o);
    *o = (rt_overlaid){0};
    const rt_status s = open_both(path, o, err);
    if (s.code == RT_OK)
        *overlaid = o;
    else
        rt_overlaid_close(o);
    return s;
}

rt_overlaid *rt_overlaid_alone(rt_index *index) {
    rt_overlaid *o = rt_alloc(sizeof *o);
    *o = (rt_overlaid){.base = index};
    return o;
}

void rt_overlaid_close(rt_overlaid *overlaid) {
    if (overlaid == NULL) return;
    rt_overlay_file_close(&overlaid->over);
    rt_index_close(overlaid->base);
    free(overlaid);
}

rt_status rt_overlaid_verify(rt_overlaid *o, rt_error *err) {
    RT_TRY(rt_index_verify(o->base, err));
    if (o->over.at == NULL) return rt_ok;
    const rt_status s = rt_index_verify(o->over.added, err);
    if (s.code == RT_CORRUPT) rt_error_at(err, "the overlay", 0, 0);
    return s;
}

static size_t added_count(const rt_overlaid *o) { return o->over.at != NULL ? o->over.added->entry_count : 0; }

static size_t hidden_count(const rt_overlaid *o) { return o->over.at != NULL ? (size_t)o->over.header.hidden : 0; }

rt_overlaid_info rt_overlaid_about(const rt_overlaid *o) {
    return (rt_overlaid_info){.index = rt_index_about(o->base),
                              .overlay = o->over.at != NULL,
                              .added = added_count(o),
                              .hidden = hidden_count(o),
                              .bytes = o->over.size,
                              .entries = rt_overlaid_span(o) - hidden_count(o)};
}

/* --- walking ------------------------------------------------------------------------------------------------------ */

uint64_t rt_overlaid_span(const rt_overlaid *o) { return (uint64_t)o->base->entry_count + added_count(o); }

bool rt_overlaid_hides(const rt_overlaid *o, uint64_t entry) {
    size_t begin = 0, end = hidden_count(o);
    while (begin < end) {
        const size_t middle = begin + (end - begin) / 2;
        if (o->over.hidden[middle] == entry) return true;
        if (o->over.hidden[middle] < entry)
            begin = middle + 1;
        else
            end = middle;
    }
    return false;
}

rt_status rt_overlaid_entry(const rt_overlaid *o, rt_arena *arena, uint64_t entry, rt_subject *subject, rt_error *err) {
    const uint64_t base = o->base->entry_count;
    if (entry < base || o->over.at == NULL) return rt_index_entry(o->base, arena, entry, subject, err);
    return rt_index_entry(o->over.added, arena, entry - base, subject, err);
}

/* --- searching ---------------------------------------------------------------------------------------------------- */

typedef struct found {
    rt_hit *at;
    size_t n;
} found;

static size_t without_hidden(const rt_overlaid *o, rt_hit *hits, size_t n) {
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!rt_overlaid_hides(o, hits[i].entry)) hits[kept++] = hits[i];
    return kept;
}

/* Hits that are hidden took the places of others: it is asked again for more, until there are enough or no more.
 * Mostly none is, and one search does. */
static rt_status base_search(const rt_overlaid *o, rt_arena *arena, const rt_subject *query, const rt_search *how,
                             found *f, rt_error *err) {
    rt_search asked = *how;
    for (;;) {
        size_t n;
        RT_TRY(rt_index_search(o->base, arena, query, &asked, &f->at, &n, err));
        f->n = without_hidden(o, f->at, n);
        if (f->n >= how->top || n < asked.top || asked.top - how->top >= hidden_count(o)) return rt_ok;
        const size_t most = how->top + hidden_count(o);
        asked.top = asked.top < most / 2 ? 2 * asked.top : most;
    }
}

static int by_score(const void *x, const void *y) {
    const rt_hit *a = x, *b = y;
    if (a->match.score != b->match.score) return a->match.score > b->match.score ? -1 : 1;
    const int ids = rt_str_cmp(a->subject.id, b->subject.id);
    return ids != 0 ? ids : (a->entry > b->entry) - (a->entry < b->entry);
}

rt_status rt_overlaid_search(const rt_overlaid *o, rt_arena *arena, const rt_subject *query, const rt_search *how,
                             rt_hit **hits, size_t *n, rt_error *err) {
    found base, added;
    if (o->over.at == NULL) return rt_index_search(o->base, arena, query, how, hits, n, err);
    RT_TRY(base_search(o, arena, query, how, &base, err));
    RT_TRY(rt_index_search(o->over.added, arena, query, how, &added.at, &added.n, err));
    rt_hit *both = *hits = RT_NEW_N(arena, rt_hit, base.n + added.n + 1);
    if (base.n > 0) memcpy(both, base.at, base.n * sizeof *both);
    for (size_t i = 0; i < added.n; i++) {
        both[base.n + i] = added.at[i];
        both[base.n + i].entry += o->base->entry_count;
    }
    *n = base.n + added.n;
    if (*n > 1) qsort(both, *n, sizeof *both, by_score);
    if (*n > how->top) *n = how->top;
    return rt_ok;
}
