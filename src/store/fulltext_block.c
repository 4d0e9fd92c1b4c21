#include "store/fulltext_block.h"

static void put_varint(rt_buf *out, uint64_t n) {
    for (; n >= 0x80; n >>= 7) rt_buf_byte(out, (char)(0x80 | (n & 0x7F)));
    rt_buf_byte(out, (char)n);
}

static bool get_varint(const char **at, const char *end, uint64_t *n) {
    *n = 0;
    for (unsigned shift = 0; *at < end && shift < 63; shift += 7) {
        const unsigned char c = (unsigned char)*(*at)++;
        *n |= (uint64_t)(c & 0x7F) << shift;
        if (c < 0x80) return true;
    }
    return false;
}

static bool get_small(const char **at, const char *end, uint32_t *n) {
    uint64_t wide;
    if (!get_varint(at, end, &wide) || wide > INT32_MAX) return false;
    *n = (uint32_t)wide;
    return true;
}

static void put_head(rt_buf *block, const rt_standing *before, const rt_standing *s) {
    const bool provenance = s->provenance != before->provenance, kind = s->kind != before->kind;
    put_varint(block, (uint64_t)(s->seq - before->seq) << 2 | (uint64_t)provenance << 1 | (uint64_t)kind);
    if (provenance) put_varint(block, s->provenance);
    if (kind) put_varint(block, s->kind);
    put_varint(block, s->words);
    if (s->provenance == 0) put_varint(block, s->times);
}

void rt_block_add(rt_buf *block, const rt_standing *before, const rt_standing *s, const uint32_t *places) {
    put_head(block, before, s);
    if (s->provenance != 0) return;
    for (uint32_t i = 0, last = 0; i < s->times; last = places[i++]) put_varint(block, places[i] - last);
}

static bool skip_places(const char **at, const char *end, uint32_t times) {
    uint64_t unused;
    for (uint32_t i = 0; i < times; i++)
        if (!get_varint(at, end, &unused)) return false;
    return true;
}

static bool read_posting(const char **at, const char *end, rt_standing *s) {
    uint64_t head;
    if (!get_varint(at, end, &head) || head >> 2 > (uint64_t)(INT64_MAX - s->seq)) return false;
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
