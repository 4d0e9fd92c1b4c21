#include "store/traces.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

/* By the first bytes: a bit says whether anything may begin so, then a chain holds what does. */
enum { BITS = 20, HEADS = 1 << 16 };

typedef struct trace {
    rt_str bytes;
    size_t group;
    uint64_t begin;
    uint32_t next; /* in its chain, from 1; 0: the last */
} trace;

struct rt_traces {
    rt_arena arena;
    trace *at;
    size_t n, room;
    uint32_t heads[HEADS];
    uint8_t may[(1 << BITS) / 8];
};

rt_traces *rt_traces_new(void) {
    rt_traces *t = rt_alloc(sizeof *t);
    memset(t, 0, sizeof *t);
    return t;
}

void rt_traces_free(rt_traces *t) {
    if (t == NULL) return;
    rt_arena_close(&t->arena);
    free(t->at);
    free(t);
}

static uint64_t begin_of(const char *at) {
    uint64_t begin = 0;
    memcpy(&begin, at, RT_TRACE_LEAST);
    return begin;
}

static uint64_t mixed(uint64_t begin) { return begin * UINT64_C(0x9E3779B97F4A7C15); } /* Fibonacci hashing */
static size_t bit_of(uint64_t begin) { return (size_t)(mixed(begin) >> (64 - BITS)); }
static size_t head_of(uint64_t begin) { return (size_t)(mixed(begin) >> 48); }

void rt_traces_add(rt_traces *t, rt_str bytes, size_t group) {
    if (bytes.len < RT_TRACE_LEAST) return;
    const uint64_t begin = begin_of(bytes.at);
    uint32_t *head = &t->heads[head_of(begin)];
    t->at = rt_grow_own(t->at, t->n, &t->room, sizeof *t->at);
    t->at[t->n++] = (trace){rt_str_copy(&t->arena, rt_str_cut(bytes, RT_TRACE_MOST)), group, begin, *head};
    *head = (uint32_t)t->n;
    t->may[bit_of(begin) / 8] |= (uint8_t)(1U << (bit_of(begin) % 8));
}

bool rt_traces_find(const rt_traces *t, rt_str bytes, size_t *group) {
    if (bytes.len < RT_TRACE_LEAST) return false;
    const uint64_t begin = begin_of(bytes.at);
    bytes = rt_str_cut(bytes, RT_TRACE_MOST);
    for (uint32_t i = t->heads[head_of(begin)]; i != 0; i = t->at[i - 1].next) {
        if (!rt_str_eq(t->at[i - 1].bytes, bytes)) continue;
        *group = t->at[i - 1].group;
        return true;
    }
    return false;
}

static void look_at(const rt_traces *t, uint64_t begin, rt_str rest, size_t at, rt_traces_met *met, void *to) {
    for (uint32_t i = t->heads[head_of(begin)]; i != 0; i = t->at[i - 1].next) {
        const trace *x = &t->at[i - 1];
        if (x->begin == begin && rt_str_starts(rest, x->bytes)) met(to, x->group, at, x->bytes.len);
    }
}

void rt_traces_look(const rt_traces *t, rt_str bytes, rt_traces_met *met, void *to) {
    for (size_t i = 0; i + RT_TRACE_LEAST <= bytes.len; i++) {
        const uint64_t begin = begin_of(bytes.at + i);
        const size_t bit = bit_of(begin);
        if (t->may[bit / 8] & 1U << (bit % 8)) look_at(t, begin, rt_str_from(bytes, i), i, met, to);
    }
}
