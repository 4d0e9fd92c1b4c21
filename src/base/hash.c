#include "base/hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct rt_hasher {
    EVP_MD *md;
    EVP_MD_CTX *context;
};

static void need(int ok, const char *what) {
    if (ok == 1) return;
    fprintf(stderr,
            "redthread: the system's cryptography library gives no %s; what was not done whole is not in the case\n",
            what);
    exit(1);
}

static rt_hasher *new_hasher(const char *name) {
    rt_hasher *h = rt_alloc(sizeof *h);
    need(OPENSSL_init_crypto(0, NULL), name); /* what asks a library that could not begin crashes */
    h->md = EVP_MD_fetch(NULL, name, NULL);
    h->context = EVP_MD_CTX_new();
    need(h->md != NULL && h->context != NULL, name);
    need(EVP_DigestInit_ex(h->context, h->md, NULL), name);
    return h;
}

rt_hasher *rt_hasher_new(void) { return new_hasher("SHA256"); }
rt_hasher *rt_hasher_new_sha1(void) { return new_hasher("SHA1"); }

void rt_hasher_free(rt_hasher *h) {
    if (h == NULL) return;
    EVP_MD_CTX_free(h->context);
    EVP_MD_free(h->md);
    free(h);
}

/* With no type given the context keeps its own: no fetch, no allocation. */
void rt_hasher_begin(rt_hasher *h) { need(EVP_DigestInit_ex(h->context, NULL, NULL), "SHA-256"); }

void rt_hasher_add(rt_hasher *h, const void *bytes, size_t n) {
    if (n > 0) need(EVP_DigestUpdate(h->context, bytes, n), "SHA-256");
}

void rt_hasher_end(rt_hasher *h, rt_hash *out) { need(EVP_DigestFinal_ex(h->context, out->bytes, NULL), "SHA-256"); }

void rt_hash_two(rt_hasher *h, rt_str first, rt_str second, rt_hash *out) {
    rt_hasher_begin(h);
    rt_hasher_add(h, first.at, first.len);
    rt_hasher_add(h, second.at, second.len);
    rt_hasher_end(h, out);
}

void rt_random(void *bytes, size_t n) { need(RAND_bytes(bytes, (int)n), "random bytes"); }

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
