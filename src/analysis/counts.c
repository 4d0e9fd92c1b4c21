#include "analysis/counts.h"

#include <stdlib.h>

#include "base/grow.h"

void rt_counts_add(rt_counts *t, rt_str name, rt_arena *arena) {
    if (name.len == 0) return;
    const size_t known = rt_map_find(&t->names, name);
    if (known != SIZE_MAX) {
        t->of[known]++;
        return;
    }
    t->of = rt_grow(arena, t->of, t->names.n, sizeof *t->of);
    t->of[t->names.n] = 1;
    rt_map_put(&t->names, rt_str_copy(arena, name), arena);
}

typedef struct row {
    rt_str name;
    int64_t n;
} row;

static int by_name(const void *a, const void *b) { return rt_str_cmp(((const row *)a)->name, ((const row *)b)->name); }

rt_value *rt_counts_object(const rt_counts *t, rt_arena *arena) {
    const size_t n = t->names.n;
    row *sorted = RT_NEW_N(arena, row, n);
    rt_value *o = rt_value_object(arena);
    for (size_t i = 0; i < n; i++) sorted[i] = (row){t->names.keys[i], t->of[i]};
    if (n > 1) qsort(sorted, n, sizeof *sorted, by_name);
    for (size_t i = 0; i < n; i++) rt_value_put(o, sorted[i].name, rt_value_int(arena, sorted[i].n));
    return o;
}
