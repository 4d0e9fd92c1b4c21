#include "base/base64.h"

#include <limits.h>
#include <openssl/evp.h>

enum { PIECE = 48 * 1024 }; /* a multiple of three: pieces join without padding between */

void rt_base64_write(rt_buf *out, const void *bytes, size_t n) {
    const unsigned char *at = bytes;
    for (size_t done = 0; done < n; done += PIECE) {
        const size_t part = n - done < PIECE ? n - done : PIECE;
        char *room = rt_buf_room(out, 4 * ((part + 2) / 3) + 1);
        out->len += (size_t)EVP_EncodeBlock((unsigned char *)room, at + done, (int)part);
    }
}

static size_t padding(rt_str text) {
    size_t n = 0;
    while (n < 2 && n < text.len && text.at[text.len - 1 - n] == '=') n++;
    return n;
}

bool rt_base64_read(rt_str text, rt_arena *arena, rt_str *bytes) {
    RT_AUTO(rt_buf) again = {0};
    if (text.len % 4 != 0 || text.len > INT_MAX) return false;
    char *at = rt_arena_alloc(arena, text.len / 4 * 3 + 1);
    const int n = EVP_DecodeBlock((unsigned char *)at, (const unsigned char *)text.at, (int)text.len);
    const size_t pad = padding(text);
    if (n < 0 || (size_t)n < pad) return false;
    *bytes = (rt_str){at, (size_t)n - pad};
    rt_base64_write(&again, bytes->at, bytes->len);
    return rt_str_eq(rt_buf_str(&again), text);
}
