/* A growing run of bytes. {0} is an empty one; rt_buf_close gives its memory back. */
#pragma once

#include "base/str.h"

typedef struct rt_buf {
    char *at;
    size_t len, cap;
} rt_buf;

void rt_buf_close(rt_buf *buf);
void rt_buf_clear(rt_buf *buf); /* empties it and keeps the memory */

/* Room for n more bytes; they begin at buf->at + buf->len. */
char *rt_buf_room(rt_buf *buf, size_t n);

void rt_buf_add(rt_buf *buf, rt_str s);
void rt_buf_byte(rt_buf *buf, char c);
void rt_buf_printf(rt_buf *buf, const char *format, ...) RT_PRINTF(2, 3);
void rt_buf_hex(rt_buf *buf, const void *bytes, size_t n); /* lower case */

rt_str rt_buf_str(const rt_buf *buf); /* valid until the buffer grows or is closed */
