#include "analysis/chronology.h"

#include <stdlib.h>

#include "base/date_allen.h"
#include "base/grow.h"

/* Below a quarter of a year every pause between two events would be a gap; what is uncertain by more than a year
 * leaves open what it fills. */
enum { LEAST_GAP = 90, MOST_UNCERTAIN = 366 };

/* --- days in order ----------------------------------------------------------------------------------------------- */

static int by_day(const void *x, const void *y) {
    const rt_day a = *(const rt_day *)x, b = *(const rt_day *)y;
    return (a > b) - (a < b);
}

/* How many of the sorted days are before one; `or_on` it. */
static size_t count_before(const rt_day *days, size_t n, rt_day day, bool or_on) {
    size_t low = 0, high = n;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (days[middle] < day || (or_on && days[middle] == day))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* --- order ------------------------------------------------------------------------------------------------------- */

static bool is_sure(const rt_dating *d) { return d->dated && !d->when.uncertain; }

/* The days between which something began; of what goes back without a beginning those between which it ended. */
static void beginning(const rt_dating *d, rt_day *first, rt_day *last) {
    const rt_bounds b = rt_allen_bounds(&d->when);
    const bool open = b.start_max == RT_DAY_OPEN_START;
    *first = open ? b.end_min : b.start_min;
    *last = open ? b.end_max : b.start_max;
}

rt_standing *rt_chronology_order(const rt_dating *const *all, size_t n, rt_arena *arena) {
    rt_standing *order = RT_NEW_N(arena, rt_standing, n);
    rt_day *firsts = RT_NEW_N(arena, rt_day, n), *lasts = RT_NEW_N(arena, rt_day, n), first, last;
    size_t dated = 0, sure = 0;
    for (size_t i = 0; i < n; i++) {
        dated += all[i]->dated;
        if (is_sure(all[i])) beginning(all[i], &firsts[sure], &lasts[sure]), sure++;
    }
    if (sure > 1) qsort(firsts, sure, sizeof *firsts, by_day);
    if (sure > 1) qsort(lasts, sure, sizeof *lasts, by_day);
    for (size_t i = 0; i < n; i++) {
        if (!all[i]->dated) continue;
        order[i] = (rt_standing){1, dated};
        if (!is_sure(all[i])) continue;
        beginning(all[i], &first, &last);
        order[i].first = 1 + count_before(lasts, sure, first, false);
        order[i].last = dated - (sure - count_before(firsts, sure, last, true));
    }
    return order;
}

/* --- gaps -------------------------------------------------------------------------------------------------------- */

/* Days of which something is known, and how its source writes them. */
typedef struct piece {
    rt_day from, to;
    rt_str first, last;
} piece;

typedef struct pieces {
    piece *at;
    size_t n;
    rt_day *begin, *end; /* the spans of those that fill nothing */
    size_t wide;
} pieces;

static void put(pieces *p, rt_day from, rt_day to, rt_str first, rt_str last, rt_arena *arena) {
    p->at = rt_grow(arena, p->at, p->n, sizeof *p->at);
    p->at[p->n++] = (piece){from, to, first, last};
}

static bool is_narrow(rt_day from, rt_day to) {
    int64_t days;
    if (from == RT_DAY_OPEN_START || to == RT_DAY_OPEN_END || to < from) return false;
    return !__builtin_sub_overflow(to, from, &days) && days <= MOST_UNCERTAIN;
}

static rt_str or_whole(rt_str end, const rt_dating *d) { return end.len > 0 ? end : d->edtf; }

static void put_pieces(pieces *p, const rt_dating *d, rt_arena *arena) {
    const rt_when *w = &d->when;
    const rt_str start = or_whole(d->start, d), end = or_whole(d->end, d);
    const size_t before = p->n;
    if (is_narrow(w->start_min, w->end_max) && !w->start_unknown && !w->end_unknown)
        put(p, w->start_min, w->end_max, start, end, arena);
    else {
        if (!w->start_unknown && is_narrow(w->start_min, w->start_max))
            put(p, w->start_min, w->start_max, start, start, arena);
        if (!w->end_unknown && is_narrow(w->end_min, w->end_max)) put(p, w->end_min, w->end_max, end, end, arena);
        if (w->start_max <= w->end_min && !w->start_unknown && !w->end_unknown)
            put(p, w->start_max, w->end_min, start, end, arena);
    }
    if (p->n > before) return;
    p->begin[p->wide] = w->start_min;
    p->end[p->wide++] = w->end_max;
}

static int by_from(const void *x, const void *y) {
    const piece *a = x, *b = y;
    const int c = by_day(&a->from, &b->from);
    return c != 0 ? c : by_day(&a->to, &b->to);
}

/* A date as its source writes it, where it says one time; else the day. */
static rt_str edge(rt_str written, rt_day day, rt_arena *arena) {
    const bool one = rt_str_find(written, RT_S("[")) == SIZE_MAX && rt_str_find(written, RT_S("{")) == SIZE_MAX &&
                     rt_str_find(written, RT_S("/")) == SIZE_MAX;
    return one && written.len > 0 ? written : rt_day_text(day, arena);
}

static void put_gap(const pieces *p, const piece *known, const piece *next, rt_gaps *gaps, rt_arena *arena) {
    const rt_day from = known->to + 1, to = next->from - 1;
    const size_t ended = count_before(p->end, p->wide, from, false), begun = count_before(p->begin, p->wide, to, true);
    gaps->at = rt_grow(arena, gaps->at, gaps->n, sizeof *gaps->at);
    gaps->at[gaps->n++] =
        (rt_gap){from, to, edge(known->last, known->to, arena), edge(next->first, next->from, arena), begun - ended};
}

rt_gaps rt_chronology_gaps(const rt_dating *const *all, size_t n, rt_arena *arena) {
    pieces p = {.begin = RT_NEW_N(arena, rt_day, n), .end = RT_NEW_N(arena, rt_day, n)};
    rt_gaps gaps = {0};
    for (size_t i = 0; i < n; i++)
        if (all[i]->dated) put_pieces(&p, all[i], arena);
    if (p.n > 1) qsort(p.at, p.n, sizeof *p.at, by_from);
    if (p.wide > 1) qsort(p.begin, p.wide, sizeof *p.begin, by_day);
    if (p.wide > 1) qsort(p.end, p.wide, sizeof *p.end, by_day);
    for (size_t i = 1, known = 0; i < p.n; i++) {
        const piece *last = &p.at[known], *next = &p.at[i];
        if (last->to < next->from && next->from - last->to > LEAST_GAP) put_gap(&p, last, next, &gaps, arena);
        if (next->to > last->to) known = i;
    }
    return gaps;
}
