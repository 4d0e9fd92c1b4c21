#include <stdlib.h>

#include "base/json.h"

static int by_key(const void *x, const void *y) {
    const rt_value *const *a = x, *const *b = y;
    return rt_str_cmp((*a)->key, (*b)->key);
}

static void write_object(rt_buf *out, const rt_value *value) {
    const size_t n = rt_value_count(value);
    const rt_value **children = rt_alloc((n + 1) * sizeof *children);
    rt_json w = {.out = out};
    size_t i = 0;
    for (const rt_value *v = rt_value_first(value); v != NULL; v = v->next) children[i++] = v;
    qsort(children, n, sizeof *children, by_key);
    rt_json_open(&w, '{');
    for (i = 0; i < n; i++) {
        rt_json_key(&w, children[i]->key);
        rt_json_write_sorted(out, children[i]);
    }
    rt_json_close(&w, '}');
    free(children);
}

static void write_list(rt_buf *out, const rt_value *value) {
    rt_json w = {.out = out};
    rt_json_open(&w, '[');
    for (const rt_value *v = rt_value_first(value); v != NULL; v = v->next) {
        rt_json_item(&w);
        rt_json_write_sorted(out, v);
    }
    rt_json_close(&w, ']');
}

void rt_json_write_sorted(rt_buf *out, const rt_value *value) {
    if (value != NULL && value->kind == RT_OBJECT)
        write_object(out, value);
    else if (value != NULL && value->kind == RT_LIST)
        write_list(out, value);
    else
        rt_json_write(out, value);
}
