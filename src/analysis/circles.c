#include "analysis/circles.h"

#include <stdlib.h>

typedef struct walk {
    const rt_echo *edges;
    size_t *first, *next; /* of each node its edges begin at first[v]; the next one to walk */
    size_t *met, *low;    /* 0: not met yet */
    bool *waits;          /* on the stack of nodes without a component */
    size_t *stack, stack_n, *calls, calls_n;
    size_t *component, components, count;
} walk;

static int by_from(const void *x, const void *y) {
    const rt_echo *a = x, *b = y;
    return (a->from > b->from) - (a->from < b->from);
}

static void enter(walk *w, size_t v) {
    w->met[v] = w->low[v] = ++w->count;
    w->waits[v] = true;
    w->stack[w->stack_n++] = v;
    w->calls[w->calls_n++] = v;
    w->next[v] = w->first[v];
}

static void lower(size_t *low, size_t to) {
    if (to < *low) *low = to;
}

static void close_component(walk *w, size_t v) {
    for (size_t u = v + 1; u != v;) {
        u = w->stack[--w->stack_n];
        w->waits[u] = false;
        w->component[u] = w->components;
    }
    w->components++;
}

static void leave(walk *w, size_t v) {
    w->calls_n--;
    if (w->calls_n > 0) lower(&w->low[w->calls[w->calls_n - 1]], w->low[v]);
    if (w->low[v] == w->met[v]) close_component(w, v);
}

static void walk_from(walk *w, size_t root) {
    enter(w, root);
    while (w->calls_n > 0) {
        const size_t v = w->calls[w->calls_n - 1];
        if (w->next[v] == w->first[v + 1]) {
            leave(w, v);
            continue;
        }
        const size_t to = w->edges[w->next[v]++].to;
        if (w->met[to] == 0)
            enter(w, to);
        else if (w->waits[to])
            lower(&w->low[v], w->met[to]);
    }
}

/* NOLINTNEXTLINE(readability-non-const-parameter): it is written to through the walk */
size_t rt_circles_of(size_t n, rt_echo *edges, size_t edge_count, size_t *component, rt_arena *arena) {
    walk w = {.edges = edges, .component = component};
    size_t **const tables[] = {&w.next, &w.met, &w.low, &w.stack, &w.calls};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) *tables[i] = RT_NEW_N(arena, size_t, n);
    w.waits = RT_NEW_N(arena, bool, n);
    w.first = RT_NEW_N(arena, size_t, n + 1);
    if (edge_count > 1) qsort(edges, edge_count, sizeof *edges, by_from);
    for (size_t v = 0, e = 0; v <= n; v++) {
        while (e < edge_count && edges[e].from < v) e++;
        w.first[v] = e;
    }
    for (size_t v = 0; v < n; v++)
        if (w.met[v] == 0) walk_from(&w, v);
    return w.components;
}
