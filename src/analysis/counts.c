#include "analysis/counts.h"

#include <stdlib.h>
#include <string.h>

#include "names/fold.h"

static rt_counts_row *row_of(const rt_counts *t, rt_str name) {
    size_t i = (size_t)rt_word_key(name) & (t->room - 1);
    while (t->rows[i].name.len > 0 && !rt_str_eq(t->rows[i].name, name)) i = (i + 1) & (t->room - 1);
    return &t->rows[i];
}

static void make_room(rt_counts *t, rt_arena *arena) {
    const rt_counts before = *t;
    if (t->room > 2 * t->n) return;
    t->room = before.room == 0 ? 64 : 2 * before.room;
    t->rows = RT_NEW_N(arena, rt_counts_row, t->room);
    for (size_t i = 0; i < before.room; i++)
        if (before.rows[i].name.len > 0) *row_of(t, before.rows[i].name) = before.rows[i];
}

bool rt_counts_add(rt_counts *t, rt_str name, rt_arena *arena) {
    if (name.len == 0) return t->unnamed++ == 0;
    make_room(t, arena);
    rt_counts_row *row = row_of(t, name);
    if (row->name.len == 0) {
        row->name = rt_str_copy(arena, name);
        t->n++;
    }
    return row->n++ == 0;
}

bool rt_counts_has(const rt_counts *t, rt_str name) {
    if (name.len == 0) return t->unnamed > 0;
    return t->room > 0 && row_of(t, name)->name.len > 0;
}

static int by_name(const void *a, const void *b) {
    return rt_str_cmp(((const rt_counts_row *)a)->name, ((const rt_counts_row *)b)->name);
}

rt_value *rt_counts_object(const rt_counts *t, rt_arena *arena) {
    rt_counts_row *sorted = RT_NEW_N(arena, rt_counts_row, t->n);
    rt_value *o = rt_value_object(arena);
    size_t n = 0;
    for (size_t i = 0; i < t->room; i++)
        if (t->rows[i].name.len > 0) sorted[n++] = t->rows[i];
    if (n > 1) qsort(sorted, n, sizeof *sorted, by_name);
    for (size_t i = 0; i < n; i++) rt_value_put(o, sorted[i].name, rt_value_int(arena, sorted[i].n));
    return o;
}
