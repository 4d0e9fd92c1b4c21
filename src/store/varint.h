/* Numbers of few bytes: 7 bits a byte, the low ones first; the top bit says that more follow. Private to src/store. */
#pragma once

#include "base/buf.h"

static inline void rt_varint_put(rt_buf *out, uint64_t n) {
    enum { MOST = 10 };
    char *to = rt_buf_room(out, MOST);
    size_t len = 0;
    for (; n >= 0x80; n >>= 7) to[len++] = (char)(0x80 | (n & 0x7F));
    to[len++] = (char)n;
    out->len += len;
}

/* False where it ends too early, or is larger than 64 bits. */
static inline bool rt_varint_get(const char **at, const char *end, uint64_t *n) {
    *n = 0;
    for (unsigned shift = 0; *at < end && shift < 64; shift += 7) {
        const unsigned char c = (unsigned char)*(*at)++;
        *n |= (uint64_t)(c & 0x7F) << shift;
        if (c < 0x80) return shift < 63 || c < 2;
    }
    return false;
}
