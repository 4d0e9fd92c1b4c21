#include "base/hash.h"

#include <errno.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

struct rt_hasher {
    bool is_sha1;
    union {
        struct sha1_ctx sha1;
        struct sha256_ctx sha256;
    } as;
};

static rt_hasher *new_hasher(bool is_sha1) {
    rt_hasher *h = rt_alloc(sizeof *h);
    h->is_sha1 = is_sha1;
    rt_hasher_begin(h);
    return h;
}

rt_hasher *rt_hasher_new(void) { return new_hasher(false); }
rt_hasher *rt_hasher_new_sha1(void) { return new_hasher(true); }
void rt_hasher_free(rt_hasher *h) { free(h); }

void rt_hasher_begin(rt_hasher *h) {
    if (h->is_sha1)
        sha1_init(&h->as.sha1);
    else
        sha256_init(&h->as.sha256);
}

void rt_hasher_add(rt_hasher *h, const void *bytes, size_t n) {
    if (n == 0) return;
    if (h->is_sha1)
        sha1_update(&h->as.sha1, n, bytes);
    else
        sha256_update(&h->as.sha256, n, bytes);
}

void rt_hasher_end(rt_hasher *h, rt_hash *out) {
    if (h->is_sha1)
        sha1_digest(&h->as.sha1, SHA1_DIGEST_SIZE, out->bytes);
    else
        sha256_digest(&h->as.sha256, SHA256_DIGEST_SIZE, out->bytes);
}

void rt_hash_two(rt_hasher *h, rt_str first, rt_str second, rt_hash *out) {
    rt_hasher_begin(h);
    rt_hasher_add(h, first.at, first.len);
    rt_hasher_add(h, second.at, second.len);
    rt_hasher_end(h, out);
}

void rt_random(void *bytes, size_t n) {
    uint8_t *at = bytes;
    while (n > 0) {
        const ssize_t got = getrandom(at, n, 0);
        if (got > 0) {
            at += got;
            n -= (size_t)got;
        } else if (got == 0 || errno != EINTR) {
            fprintf(stderr,
                    "redthread: the system gives no random bytes; what was not done whole is not in the case\n");
            exit(1);
        }
    }
}

bool rt_hash_eq(const rt_hash *a, const rt_hash *b) { return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0; }

/* 1 + value of a hex digit, 0 for what is none. */
static const uint8_t digits[256] = {
    ['0'] = 1,  ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
    ['8'] = 9,  ['9'] = 10, ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
    ['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
};

bool rt_unhex(rt_str s, uint8_t *bytes, size_t n) {
    if (s.len != 2 * n) return false;
    for (size_t i = 0; i < n; i++) {
        const unsigned high = digits[(unsigned char)s.at[2 * i]], low = digits[(unsigned char)s.at[2 * i + 1]];
        if (high == 0 || low == 0) return false;
        bytes[i] = (uint8_t)((high - 1) << 4 | (low - 1));
    }
    return true;
}
