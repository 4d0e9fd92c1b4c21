#include "resolve/xref.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/grow.h"
#include "base/parallel.h"

enum { PIECE = 64 };

typedef struct cross {
    const rt_overlaid *from, *in; /* each entry of `from` is searched in `in` */
    bool within, swapped;         /* swapped: `from` is the right side */
    const rt_xref_options *options;
    rt_arena arenas[RT_THREADS_MOST]; /* of each worker, as the next */
    rt_searcher *searchers[RT_THREADS_MOST];
    pthread_mutex_t lock; /* of what stands below */
    rt_xref_pair *pairs;
    size_t n, room, done;
    rt_status status;
    rt_error wrong;
} cross;

/* --- one entry ---------------------------------------------------------------------------------------------------- */

static void keep(cross *c, uint64_t from, const rt_hit *hit) {
    const bool turn = c->within ? hit->entry < from : c->swapped;
    c->pairs = rt_grow_own(c->pairs, c->n, &c->room, sizeof *c->pairs);
    c->pairs[c->n++] = (rt_xref_pair){turn ? hit->entry : from, turn ? from : hit->entry, hit->match.score};
}

static rt_status search_one(cross *c, uint64_t entry, unsigned worker, rt_error *err) {
    rt_arena *arena = &c->arenas[worker];
    const rt_search how = {
        .top = c->options->top + c->within, .cutoff = c->options->cutoff, .searcher = c->searchers[worker]};
    rt_subject subject;
    rt_hit *hits;
    size_t n;
    if (rt_overlaid_hides(c->from, entry)) return rt_ok;
    if (c->options->only != NULL && !c->options->only(c->options->only_with, entry)) return rt_ok;
    RT_TRY(rt_overlaid_entry(c->from, arena, entry, &subject, err));
    RT_TRY(rt_overlaid_search(c->in, arena, &subject, &how, &hits, &n, err));
    pthread_mutex_lock(&c->lock);
    for (size_t i = 0; i < n; i++) {
        const bool same =
            c->within && (hits[i].entry == entry || (subject.id.len > 0 && rt_str_eq(hits[i].subject.id, subject.id)));
        if (!same) keep(c, entry, &hits[i]);
    }
    pthread_mutex_unlock(&c->lock);
    return rt_ok;
}

static void search_piece(void *with, size_t i, unsigned worker) {
    cross *c = with;
    rt_error wrong = {0};
    rt_status s = rt_ok;
    const uint64_t all = rt_overlaid_span(c->from), begin = (uint64_t)i * PIECE;
    const uint64_t end = begin + PIECE < all ? begin + PIECE : all;
    if (c->searchers[worker] == NULL) c->searchers[worker] = rt_searcher_open();
    for (uint64_t e = begin; e < end && s.code == RT_OK; e++) {
        s = search_one(c, e, worker, &wrong);
        rt_arena_reset(&c->arenas[worker]);
    }
    pthread_mutex_lock(&c->lock);
    c->done += end - begin;
    if (s.code != RT_OK && c->status.code == RT_OK) {
        c->status = s;
        c->wrong = wrong;
    }
    if (c->options->progress != NULL) c->options->progress(c->options->with, c->done, (double)c->done / (double)all);
    pthread_mutex_unlock(&c->lock);
}

/* --- all of them -------------------------------------------------------------------------------------------------- */

static int by_numbers(const void *x, const void *y) {
    const rt_xref_pair *a = x, *b = y;
    if (a->left != b->left) return a->left < b->left ? -1 : 1;
    return (a->right > b->right) - (a->right < b->right);
}

static int by_score(const void *x, const void *y) {
    const rt_xref_pair *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    return by_numbers(x, y);
}

/* Within one index both of a pair find each other. */
static size_t without_doubles(rt_xref_pair *pairs, size_t n) {
    size_t kept = 0;
    if (n > 1) qsort(pairs, n, sizeof *pairs, by_numbers);
    for (size_t i = 0; i < n; i++) {
        const rt_xref_pair *last = kept > 0 ? &pairs[kept - 1] : NULL;
        if (last != NULL && last->left == pairs[i].left && last->right == pairs[i].right) continue;
        pairs[kept++] = pairs[i];
    }
    return kept;
}

rt_status rt_xref(const rt_overlaid *a, const rt_overlaid *b, const rt_xref_options *options, rt_xref_pair **pairs,
                  size_t *n, rt_error *err) {
    cross *c = rt_alloc(sizeof *c);
    *c = (cross){.from = a, .in = b != NULL ? b : a, .within = b == NULL, .options = options};
    c->swapped = b != NULL && rt_overlaid_span(b) < rt_overlaid_span(a);
    if (c->swapped) {
        c->from = b;
        c->in = a;
    }
    pthread_mutex_init(&c->lock, NULL);
    rt_parallel(options->threads, (rt_overlaid_span(c->from) + PIECE - 1) / PIECE, search_piece, c);
    pthread_mutex_destroy(&c->lock);
    for (size_t i = 0; i < RT_THREADS_MOST; i++) {
        rt_arena_close(&c->arenas[i]);
        rt_searcher_close(c->searchers[i]);
    }
    *n = c->within ? without_doubles(c->pairs, c->n) : c->n;
    if (*n > 1) qsort(c->pairs, *n, sizeof *c->pairs, by_score);
    *pairs = c->pairs;
    const rt_status s = c->status;
    if (s.code != RT_OK) {
        if (err != NULL) *err = c->wrong;
        free(*pairs);
        *pairs = NULL;
        *n = 0;
    }
    free(c);
    return s;
}
