#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void rt_buf_close(rt_buf *buf) {
    free(buf->at);
    *buf = (rt_buf){0};
}

void rt_buf_clear(rt_buf *buf) { buf->len = 0; }

char *rt_buf_room(rt_buf *buf, size_t n) {
    if (buf->cap - buf->len < n) {
        size_t cap = buf->cap < 128 ? 256 : 2 * buf->cap;
        if (cap < buf->len + n) cap = buf->len + n;
        buf->at = rt_realloc(buf->at, cap);
        buf->cap = cap;
    }
    return buf->at + buf->len;
}

void rt_buf_add(rt_buf *buf, rt_str s) {
    if (s.len == 0) return;
    memcpy(rt_buf_room(buf, s.len), s.at, s.len);
    buf->len += s.len;
}

void rt_buf_byte(rt_buf *buf, char c) {
    *rt_buf_room(buf, 1) = c;
    buf->len++;
}

void rt_buf_printf(rt_buf *buf, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    const int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0) {
        vsnprintf(rt_buf_room(buf, (size_t)n + 1), (size_t)n + 1, format, again);
        buf->len += (size_t)n;
    }
    va_end(again);
}

void rt_buf_hex(rt_buf *buf, const void *bytes, size_t n) {
    static const char digits[] = "0123456789abcdef";
    const unsigned char *p = bytes;
    char *to = rt_buf_room(buf, 2 * n);
    for (size_t i = 0; i < n; i++) {
        to[2 * i] = digits[p[i] >> 4];
        to[2 * i + 1] = digits[p[i] & 15];
    }
    buf->len += 2 * n;
}

rt_str rt_buf_str(const rt_buf *buf) { return buf->len == 0 ? (rt_str){"", 0} : (rt_str){buf->at, buf->len}; }
