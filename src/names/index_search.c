#include "names/index_search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "names/index_keyed.h"
#include "names/index_numbers.h"
#include "names/trait.h"

/* --- what a thread keeps ------------------------------------------------------------------------------------------ */

struct rt_searcher {
    rt_arena room;
    rt_remembered *remembered;
};

rt_searcher *rt_searcher_open(void) {
    rt_searcher *s = rt_alloc(sizeof *s);
    *s = (rt_searcher){.remembered = rt_remembered_open()};
    return s;
}

void rt_searcher_close(rt_searcher *s) {
    if (s == NULL) return;
    rt_arena_close(&s->room);
    rt_remembered_close(s->remembered);
    free(s);
}

/* --- entries and the best log-odds of their names ------------------------------------------------------------------
 */

static void entry_note(rt_entries *e, uint32_t entry, float logit) {
    for (size_t at = entry * 0x9e3779b1u & e->slot_mask;; at = (at + 1) & e->slot_mask) {
        const uint32_t place = e->slots[at];
        if (place == 0) {
            if (e->n == RT_ENTRIES_MOST) return;
            e->at[e->n] = (rt_scored){entry, (double)logit};
            e->slots[at] = (uint32_t)++e->n;
            return;
        }
        if (e->at[place - 1].entry != entry) continue;
        if ((double)logit > e->at[place - 1].logit) e->at[place - 1].logit = (double)logit;
        return;
    }
}

static void entries_make(rt_arena *arena, rt_entries *e) {
    e->n = 0;
    e->at = RT_NEW_N(arena, rt_scored, RT_ENTRIES_MOST);
    e->slot_mask = 2 * RT_ENTRIES_MOST - 1;
    e->slots = RT_NEW_N(arena, uint32_t, 2 * RT_ENTRIES_MOST);
}

static void name_find(const rt_index *index, rt_arena *arena, rt_remembered *remembered, const rt_name *name,
                      float least, rt_entries *e) {
    rt_lookup lookup;
    rt_index_posting *found;
    size_t n;
    rt_lookup_make(index, arena, remembered, name, least, &lookup);
    rt_lookup_find(&lookup, &found, &n);
    const rt_candidates c = rt_candidates_of(&lookup, found, n);
    for (size_t i = 0; i < c.n; i++)
        if (c.at[i].name < index->name_count) /* the file may have been altered */
            entry_note(e, index->names[c.at[i].name].entry, rt_lookup_compare(&lookup, c.at[i].name));
}

/* An equal identity number is worth a look whatever the names say. */
static void numbers_find(const rt_index *index, const rt_subject *query, rt_entries *e) {
    enum { OF_ONE_NUMBER = 64 };
    RT_AUTO(rt_buf) keys = {0};
    rt_index_numbers_add(query, 0, &keys);
    const void *bytes = keys.at;
    const rt_index_keyed *at = bytes;
    for (size_t i = 0; i < keys.len / sizeof *at; i++) {
        const rt_index_run run = rt_index_find(index, RT_TABLE_NUMBERS, at[i].key);
        for (size_t k = 0; k < run.n && k < OF_ONE_NUMBER; k++) entry_note(e, run.at[k].value, INFINITY);
    }
}

static int scored_cmp(const void *a, const void *b) {
    const rt_scored *x = a, *y = b;
    if (x->logit > y->logit) return -1;
    if (x->logit < y->logit) return 1;
    return x->entry < y->entry ? -1 : x->entry > y->entry;
}

void rt_index_propose(const rt_index *index, rt_arena *arena, rt_remembered *remembered, const rt_ready *query,
                      double least, rt_entries *e) {
    entries_make(arena, e);
    for (size_t i = 0; i < query->n; i++) name_find(index, arena, remembered, &query->names[i], (float)least, e);
    numbers_find(index, query->subject, e);
    qsort(e->at, e->n, sizeof *e->at, scored_cmp);
}

/* --- scores ---------------------------------------------------------------------------------------------------------
 */

static double log_odds(double chance) { return chance < 1 ? log(chance / (1 - chance)) : HUGE_VAL; }

/* The log-odds that names must have for all to reach the chance: what else agrees may lift them as match.h has it. */
static double names_least(const rt_subject *query, double chance) {
    const double least = log_odds(fmax(chance, 1e-9)) - 1e-3;
    const double from = (double)rt_trait_weights[RT_CASE_LIFT_FROM],
                 slope = (double)rt_trait_weights[RT_CASE_LIFT_SLOPE];
    if (query->trait_count == 0 || least <= from) return least;
    return (least + slope * from) / (1 + slope);
}

/* Scores the entries, best names first, until none that is left can come among the best. */
static rt_status entries_score(const rt_index *index, const rt_ready *query, const rt_search *how, rt_index_best *best,
                               const rt_entries *e, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    for (size_t i = 0; i < e->n; i++) {
        if (e->at[i].logit < names_least(query->subject, rt_index_best_least(best, how->cutoff))) break;
        RT_TRY(rt_index_best_try(best, index, &arena, query, e->at[i].entry, how->cutoff, err));
        rt_arena_reset(&arena);
    }
    return rt_ok;
}

static rt_status all_score(const rt_index *index, const rt_ready *query, const rt_search *how, rt_index_best *best,
                           rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    for (size_t i = 0; i < index->entry_count; i++) {
        RT_TRY(rt_index_best_try(best, index, &arena, query, i, how->cutoff, err));
        rt_arena_reset(&arena);
    }
    return rt_ok;
}

static rt_status proposed_score(const rt_index *index, const rt_ready *query, const rt_search *how, rt_index_best *best,
                                rt_error *err) {
    RT_AUTO(rt_arena) own = {0};
    rt_arena *room = how->searcher != NULL ? &how->searcher->room : &own;
    rt_remembered *remembered = how->searcher != NULL ? how->searcher->remembered : NULL;
    rt_entries entries;
    rt_arena_reset(room);
    rt_index_propose(index, room, remembered, query, names_least(query->subject, how->cutoff), &entries);
    return entries_score(index, query, how, best, &entries, err);
}

rt_status rt_index_search(const rt_index *index, rt_arena *arena, const rt_subject *query, const rt_search *how,
                          rt_hit **hits, size_t *n, rt_error *err) {
    rt_ready ready;
    rt_index_best best;
    rt_ready_make(arena, query, &ready);
    rt_index_best_make(arena, how->top, index->entry_count, &best);
    if (how->exhaustive) {
        RT_TRY(all_score(index, &ready, how, &best, err));
    } else {
        RT_TRY(proposed_score(index, &ready, how, &best, err));
    }
    return rt_index_best_hits(&best, index, arena, &ready, hits, n, err);
}
