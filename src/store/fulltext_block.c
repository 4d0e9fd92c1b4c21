#include "store/fulltext_block.h"

#include "store/varint.h"

static bool get_small(const char **at, const char *end, uint32_t *n) {
    uint64_t wide;
    if (!rt_varint_get(at, end, &wide) || wide > INT32_MAX) return false;
    *n = (uint32_t)wide;
    return true;
}

static void put_head(rt_buf *block, const rt_standing *before, const rt_standing *s) {
    const bool provenance = s->provenance != before->provenance, kind = s->kind != before->kind;
    rt_varint_put(block, (uint64_t)(s->seq - before->seq) << 2 | (uint64_t)provenance << 1 | (uint64_t)kind);
    if (provenance) rt_varint_put(block, s->provenance);
    if (kind) rt_varint_put(block, s->kind);
    rt_varint_put(block, s->words);
    if (s->provenance == 0) rt_varint_put(block, s->times);
}

void rt_block_add(rt_buf *block, const rt_standing *before, const rt_standing *s, const uint32_t *places) {
    put_head(block, before, s);
    if (s->provenance != 0) return;
    for (uint32_t i = 0, last = 0; i < s->times; last = places[i++]) rt_varint_put(block, places[i] - last);
}

static bool skip_places(const char **at, const char *end, uint32_t times) {
    uint64_t unused;
    for (uint32_t i = 0; i < times; i++)
        if (!rt_varint_get(at, end, &unused)) return false;
    return true;
}

static bool read_posting(const char **at, const char *end, rt_standing *s) {
    uint64_t head;
    if (!rt_varint_get(at, end, &head) || head >> 2 > (uint64_t)(INT64_MAX - s->seq)) return false;
    s->seq += (int64_t)(head >> 2);
    if ((head & 2) != 0 && !get_small(at, end, &s->provenance)) return false;
    if ((head & 1) != 0 && !get_small(at, end, &s->kind)) return false;
    if (!get_small(at, end, &s->words)) return false;
    s->times = 1;
    if (s->provenance != 0) return true;
    if (!get_small(at, end, &s->times)) return false;
    s->places = *at;
    s->end = end;
    return skip_places(at, end, s->times);
}

bool rt_block_next(const char **at, const char *end, rt_standing *s) {
    if (*at == NULL || *at >= end) return false;
    if (read_posting(at, end, s)) return true;
    *at = NULL;
    return false;
}

bool rt_place_next(const char **at, const char *end, uint32_t *place) {
    uint32_t distance;
    if (!get_small(at, end, &distance)) return false;
    *place += distance;
    return true;
}
