/* Days on which nobody held a thing, from uncertain dates of those who did. */
#include <stdlib.h>

#include "analysis/custody.h"
#include "base/grow.h"

typedef struct run {
    rt_day from, to;
} run;

typedef struct runs {
    run *at;
    size_t n;
} runs;

static int by_start(const void *x, const void *y) {
    const run *a = x, *b = y;
    return (a->from > b->from) - (a->from < b->from);
}

static void add(runs *all, rt_day from, rt_day to) {
    if (from <= to) all->at[all->n++] = (run){from, to};
}

/* Whoever holds it does so on all of these days, or (possible) perhaps on them. A doubted date (?) rules out nothing.
 */
static void add_days(runs *all, const rt_when *w, bool possible) {
    if (possible && w->uncertain) add(all, RT_DAY_OPEN_START, RT_DAY_OPEN_END);
    if (possible && !w->uncertain) add(all, w->wide.start_min, w->wide.end_max);
    if (!possible && !w->uncertain) add(all, w->wide.start_max, w->wide.end_min);
}

/* --- the frame: behind one holder, before another ---------------------------------------------------------------- */

/* Of all dates the two that may be over first, and the two that may begin last: on a day between them somebody may have
 * had it before, and another may have it later. */
typedef struct frame {
    rt_day over, next_over, begin, next_begin;
    size_t first, last; /* whose they are */
} frame;

static frame frame_of(const rt_when *dates, size_t n) {
    frame f = {RT_DAY_OPEN_END, RT_DAY_OPEN_END, RT_DAY_OPEN_START, RT_DAY_OPEN_START, SIZE_MAX, SIZE_MAX};
    for (size_t i = 0; i < n; i++) {
        const rt_day over = dates[i].wide.end_min, begin = dates[i].wide.start_max;
        if (over < f.over || f.first == SIZE_MAX) {
            f.next_over = f.over;
            f.over = over;
            f.first = i;
        } else if (over < f.next_over)
            f.next_over = over;
        if (begin > f.begin || f.last == SIZE_MAX) {
            f.next_begin = f.begin;
            f.begin = begin;
            f.last = i;
        } else if (begin > f.next_begin)
            f.next_begin = begin;
    }
    return f;
}

/* Where one and the same is the first to be over and the last to begin, it cannot be on both sides of a day. */
static void add_one_sided(const frame *f, runs *taken) {
    if (f->first == f->last) add(taken, f->next_begin, f->next_over);
}

/* --- days that are not taken ------------------------------------------------------------------------------------- */

static runs runs_of(const rt_when *dates, size_t n, bool possible, rt_arena *arena) {
    runs all = {RT_NEW_N(arena, run, n + 1), 0};
    for (size_t i = 0; i < n; i++) add_days(&all, &dates[i], possible);
    return all;
}

static void sort(runs *all) {
    if (all->n > 1) qsort(all->at, all->n, sizeof *all->at, by_start);
}

/* How many days of a gap no run (sorted) touches; *at is the first run that may reach into this gap or a later one. */
static int64_t free_days(const runs *taken, size_t *at, rt_day from, rt_day to) {
    int64_t n = 0;
    rt_day next = from;
    while (*at < taken->n && taken->at[*at].to < from) ++*at;
    for (size_t i = *at; i < taken->n && taken->at[i].from <= to && next <= to; i++) {
        if (taken->at[i].from > next) n += taken->at[i].from - next;
        if (taken->at[i].to >= to) return n;
        if (taken->at[i].to >= next) next = taken->at[i].to + 1;
    }
    return next <= to ? n + (to - next + 1) : n;
}

static void put(rt_unheld_list *list, rt_day from, rt_day to, rt_arena *arena) {
    if (from > to) return;
    list->at = rt_grow(arena, list->at, list->n, sizeof *list->at);
    list->at[list->n++] = (rt_unheld){.from = from, .to = to, .most = to - from + 1};
}

static void find(const runs *taken, rt_day from, rt_day to, rt_unheld_list *list, rt_arena *arena) {
    rt_day next = from;
    for (size_t i = 0; i < taken->n && next <= to; i++) {
        const run *t = &taken->at[i];
        if (t->from > next) put(list, next, t->from > to ? to : t->from - 1, arena);
        if (t->to == RT_DAY_OPEN_END) return;
        if (t->to >= next) next = t->to + 1;
    }
    put(list, next, to, arena);
}

/* A date by one of its days. */
typedef struct side {
    rt_day day;
    size_t of;
} side;

static int by_day(const void *x, const void *y) {
    const side *a = x, *b = y;
    return (a->day > b->day) - (a->day < b->day);
}

static side *sorted_sides(const rt_when *dates, size_t n, bool ends, rt_arena *arena) {
    side *all = RT_NEW_N(arena, side, n);
    for (size_t i = 0; i < n; i++) all[i] = (side){ends ? dates[i].wide.end_min : dates[i].wide.start_max, i};
    qsort(all, n, sizeof *all, by_day);
    return all;
}

/* The last in the order of the dates that may be over before each gap, the first that may begin behind it: the gaps
 * stand in their order, so each date is passed once from either side. */
static void name_sides(rt_unheld_list *gaps, const rt_when *dates, size_t n, rt_arena *arena) {
    const side *over = sorted_sides(dates, n, true, arena), *begin = sorted_sides(dates, n, false, arena);
    size_t at = 0, after = SIZE_MAX, before = SIZE_MAX;
    for (size_t g = 0; g < gaps->n; g++) {
        for (; at < n && over[at].day < gaps->at[g].from; at++)
            if (after == SIZE_MAX || over[at].of > after) after = over[at].of;
        gaps->at[g].after = after;
    }
    at = n;
    for (size_t g = gaps->n; g-- > 0;) {
        for (; at > 0 && begin[at - 1].day > gaps->at[g].to; at--)
            if (begin[at - 1].of < before) before = begin[at - 1].of;
        gaps->at[g].before = before;
    }
}

/* Runs that overlap or touch as one, so that what ends before a gap never hides one that reaches into it. */
static void join(runs *all) {
    size_t n = 0;
    sort(all);
    for (size_t i = 0; i < all->n; i++) {
        run *last = n > 0 ? &all->at[n - 1] : NULL;
        if (last != NULL && (last->to == RT_DAY_OPEN_END || all->at[i].from <= last->to + 1))
            last->to = all->at[i].to > last->to ? all->at[i].to : last->to;
        else
            all->at[n++] = all->at[i];
    }
    all->n = n;
}

rt_unheld_list rt_unheld_between(const rt_when *dates, size_t n, rt_arena *arena) {
    rt_unheld_list list = {0};
    if (n < 2) return list;
    const frame f = frame_of(dates, n);
    runs sure = runs_of(dates, n, false, arena), possible = runs_of(dates, n, true, arena);
    size_t at = 0;
    add_one_sided(&f, &sure);
    join(&sure);
    join(&possible);
    if (f.over == RT_DAY_OPEN_END || f.begin == RT_DAY_OPEN_START) return list;
    if (f.over == RT_DAY_OPEN_START || f.begin == RT_DAY_OPEN_END) return list;
    find(&sure, f.over + 1, f.begin - 1, &list, arena);
    for (size_t i = 0; i < list.n; i++) list.at[i].least = free_days(&possible, &at, list.at[i].from, list.at[i].to);
    name_sides(&list, dates, n, arena);
    return list;
}
